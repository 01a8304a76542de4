import { callOffStates } from '../../../words/call-offs.js';

export const words = {
  title: 'Services',
  titleLead: 'Call-offs',
  menu: 'Services',
  introTenant:
    'A call-off is your contract for one service of a framework. Open one to see its usage and charges. Values are over the whole term, charges so far this month, all without VAT.',
  introLead:
    'The contracts that members have called off under your frameworks. Values are over the whole term, without VAT.',
  caption: 'Call-offs, the newest first',
  service: 'Service',
  member: 'Member',
  lead: 'Lead authority',
  from: 'From',
  to: 'To',
  state: 'State',
  states: callOffStates,
  value: 'Value',
  chargesOf: 'Charges in',
  held: 'On hold',
  noCallOffs: 'You have no services yet.',
  noCallOffsNext: 'A service starts with an opt-in. Find a framework that your council may use.',
  toFrameworks: 'Find a framework',
  noCallOffsLead:
    'No member has called off a service yet. Members do so when their opt-in is approved and signed.',
  related: 'About all of them',
  chargesLink: 'Charges so far this month',
  receiptsLink: 'Usage received',
  whoLookedLink: 'Who from the lead authority looked at your data',
};
