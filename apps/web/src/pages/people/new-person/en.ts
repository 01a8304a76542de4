import { roleMeanings } from '../../../words/role-meanings.js';
import { roleNames } from '../../../words/roles.js';

export const words = {
  title: 'Add a colleague',
  people: 'People and roles',
  intro:
    'They can act for your organisation as soon as you have added them. They sign in with a code that is sent to their work email address.',
  name: 'Full name',
  nameHint: 'Not used when they have signed in before.',
  email: 'Work email address',
  roles: 'What may they do?',
  rolesHint: 'Choose all that apply. You can change this later.',
  roleNames,
  roleMeanings,
  add: 'Add the colleague',
  said: { added: 'Your colleague has been added and can sign in now.' },
};
