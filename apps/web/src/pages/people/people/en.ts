import { roleMeanings } from '../../../words/role-meanings.js';
import { roleNames } from '../../../words/roles.js';

export const words = {
  title: 'People and roles',
  menu: 'People',
  intro: (body: string) => `Colleagues who can act for ${body}. What each may do depends on their roles.`,
  introLead: (body: string) =>
    `Colleagues who can act for ${body} as lead authority. What each may do depends on their roles.`,
  add: 'Add a colleague',
  askAdministrator: 'An administrator adds colleagues and gives roles.',
  askApprover: 'An approver adds colleagues and gives roles.',
  caption: 'Colleagues by name',
  name: 'Name',
  email: 'Email address',
  you: 'you',
  otherDomain: 'Not an address of your organisation',
  roles: 'Roles',
  roleNames,
  action: 'Action',
  change: 'Change roles',
  changeOf: 'of',
  meanings: 'What each role may do',
  roleMeanings,
  meaningsCaption: 'Roles and what they allow',
  role: 'Role',
  meaning: 'May do',
  everyone: 'Everybody in this list can also see services, agreements, opt-ins and usage.',
  whoLooked: 'Who from the lead authority looked at your data',
};
