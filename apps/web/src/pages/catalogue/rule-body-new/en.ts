import { bodySearchWords } from '../../../words/body-search.js';

export const words = {
  title: 'Name a body',
  list: 'Catalogue',
  intro: 'The body that you name may use the framework, whatever group it belongs to.',
  search: bodySearchWords,
  notListed: 'A public body that is not in the register?',
  addBody: 'Add it to the register',
  reason: 'Legal basis',
  reasonHint: 'The list was fixed when the framework was published, so adding to it needs a basis in law.',
  add: 'Let it use the framework',
  said: { added: 'The body may use the framework now.' },
  fields: { bodyId: 'the body' },
};
