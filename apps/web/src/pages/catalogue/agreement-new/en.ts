export const words = {
  title: 'Publish a new agreement text',
  list: 'Catalogue',
  whatHappens: 'What happens when you publish it',
  happens: [
    'Members that have not signed yet are offered this text instead of the one before it.',
    'Whoever has signed stays bound by what they signed.',
    'A published text never changes. Publish another version to put something right.',
  ],
  version: 'Version',
  versionHint: (newest: string) => `Two numbers with a point between them, after ${newest}`,
  firstHint: 'Two numbers with a point between them, like 1.0',
  text: 'Text',
  textHint: 'Plain text. {body}, {lead}, {framework} and {notice} are filled in for each member.',
  publish: 'Publish this text',
  said: { published: 'The agreement text is published.' },
};
