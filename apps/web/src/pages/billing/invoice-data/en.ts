export const words = { title: 'Invoice as a file' };
