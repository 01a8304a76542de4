/** Finding a public body in the register, and choosing it. */
export const bodySearchWords = {
  look: 'Find the body',
  hint: 'By its name, a former name, its code or an email address of its own',
  search: 'Search',
  choose: 'Which body do you mean?',
  one: (type: string, region: string | null) => (region === null ? type : `${type}, ${region}`),
  closed: 'It no longer exists.',
  more: 'There are more than 20. Add to what you typed to find others.',
  nothing: (text: string) =>
    `No body in the register is called “${text}”. Check the spelling, or try a part of the name.`,
};
