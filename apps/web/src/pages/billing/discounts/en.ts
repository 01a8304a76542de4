import { discountStates } from '../../../words/billing.js';

export const words = {
  title: 'Discounts',
  crumb: 'Invoices',
  intro:
    'A percentage off a call-off’s charges for whole months. One person proposes it on the page of the call-off, and another approves it.',
  caption: 'Discounts, the newest first',
  callOff: 'Call-off',
  member: 'Member',
  on: 'On',
  all: 'All charges',
  off: 'Off',
  percent: (percent: string) => `${percent}%`,
  months: 'Months',
  reason: 'Reason',
  state: 'State',
  states: discountStates,
  action: 'Action',
  approve: 'Approve',
  decline: 'Decline',
  of: (percent: string, reference: string) => `${percent}% on ${reference}`,
  empty: 'No discount is agreed. To propose one, open the page of a call-off.',
  said: {
    proposed: 'The discount is proposed. Somebody else has to approve it.',
    approved: 'The discount is approved. Bills of its months count it from now on.',
    declined: 'The discount is declined.',
  },
};
