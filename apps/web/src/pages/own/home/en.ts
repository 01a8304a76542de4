export const words = { title: 'Home', menu: 'Home' };
