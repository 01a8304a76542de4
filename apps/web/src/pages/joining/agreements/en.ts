import { agreementStates } from '../../../words/agreements.js';

export const words = {
  title: 'Agreements',
  menu: 'Agreements',
  intro:
    "An access agreement binds a member to a framework's terms. It comes with the approval of the first opt-in.",
  framework: 'Framework',
  member: 'Member',
  lead: 'Lead authority',
  state: 'State',
  signed: 'Signed',
  countersigned: 'Countersigned',
  notYet: 'Not yet',
  by: (name: string, on: string) => `${name}, ${on}`,
  states: agreementStates,
  empty: {
    TENANT: 'You have no agreement yet. It comes when the lead authority has approved your opt-in.',
    LEAD: 'There are no agreements yet. One is sent when you approve the first opt-in of a member.',
  },
  toOptIns: 'See your opt-ins',
};
