import { agreementStates } from '../../../words/agreements.js';
import { callOffStates } from '../../../words/call-offs.js';

export const words = {
  title: 'Members',
  menu: 'Members',
  shows: { agreements: 'Access agreements', callOffs: 'Call-offs' },
  agreementStates,
  callOffStates,
  member: 'Member',
  framework: 'Framework',
  agreement: 'Access agreement',
  since: 'Since',
  sentOn: (at: string) => `sent ${at}`,
  signedOn: (at: string) => `signed ${at}`,
  countersign: 'Countersign',
  read: 'Read',
  of: (member: string) => `the agreement of ${member}`,
  callOff: 'Call-off',
  service: 'Service',
  term: 'Term',
  termWords: (start: string, end: string) => `${start} to ${end}`,
  value: 'Estimated value',
  state: 'State',
  action: 'Action',
  emptyAgreements:
    'No member yet. When you approve an opt-in, its body is sent the access agreement and is listed here.',
  emptyCallOffs: 'No call-off yet. Members award them when their access agreement is in force.',
};
