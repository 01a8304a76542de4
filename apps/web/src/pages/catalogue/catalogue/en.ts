import { ceilingWords } from '../../../words/ceiling.js';
import { frameworkStates } from '../../../words/frameworks.js';

export const words = {
  title: 'Catalogue',
  menu: 'Catalogue',
  intro: 'The frameworks that you host. Open one to see its lots, services and prices, and who may use it.',
  states: frameworkStates,
  ceiling: ceilingWords,
  add: 'Set up a framework',
  reference: 'Reference',
  until: (start: string, end: string) => `${start} to ${end}`,
  empty: 'You host no framework yet. Set one up: only you see it until you publish it.',
  emptyReader: 'Your authority hosts no framework yet. A catalogue manager can set one up.',
};
