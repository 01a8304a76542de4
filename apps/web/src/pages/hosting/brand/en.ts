export const words = {
  title: 'Name and colour of your pages',
  list: 'Settings',
  intro: 'Members and visitors of your frameworks see them at the top of each page.',
  name: 'Name that pages show',
  nameHint: 'Up to 100 characters',
  colour: 'Colour',
  colourHint:
    'As # and 6 characters, like #1f4e4a. White words stand on it, so it must be dark enough: at least 4.5 to 1.',
  save: 'Save',
  said: { set: 'The name and colour of your pages are changed.' },
};
