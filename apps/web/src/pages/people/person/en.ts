import { roleMeanings } from '../../../words/role-meanings.js';
import { roleNames } from '../../../words/roles.js';

export const words = {
  title: 'Roles of a colleague',
  titleOf: (name: string) => `Roles of ${name}`,
  people: 'People and roles',
  roleNames,
  roleMeanings,
  otherDomain: 'This is not an address of your organisation. Make sure that you know whose it is.',
  held: 'Roles now',
  take: 'Take away',
  takeRole: 'the role',
  give: 'Give a role',
  giveLegend: 'Which role do you want to give?',
  roleMissing: 'Choose the role that you want to give.',
  goOn: 'Continue',
  allHeld: 'This colleague has every role.',
  giveTitle: (name: string) => `Give ${name} this role?`,
  giveWhat: (name: string) => `${name} can do this from their next page on, until the role is taken away:`,
  giveButton: 'Give the role',
  takeTitle: (name: string) => `Take this role from ${name}?`,
  takeWhat: (name: string) => `${name} can no longer do this, from their next page on:`,
  takeLast: (name: string) =>
    `It is the last role of ${name}, who then cannot see anything of your organisation. What they did stays recorded.`,
  takeOwn: 'This is your own role. You cannot give it back to yourself.',
  takeButton: 'Take the role away',
  keep: 'Leave it as it is',
  said: {
    given: 'The role has been given.',
    taken: 'The role has been taken away.',
    takenLast: 'The role has been taken away. It was the last one, so the person is no longer in this list.',
  },
};
