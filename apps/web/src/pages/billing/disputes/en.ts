import { disputeKinds, disputeStates } from '../../../words/billing.js';

export const words = {
  title: 'Disputes',
  crumb: 'Invoices',
  states: disputeStates,
  kinds: disputeKinds,
  introLead: 'What members dispute of their invoices, and errors that they report. The newest comes first.',
  introTenant:
    'What your organisation disputes of its invoices, and errors that it reports. The newest comes first.',
  caption: 'Disputes',
  dispute: 'Line',
  lineOf: (line: number, number: string) => `Line ${line} of ${number}`,
  with: 'With',
  member: 'Member',
  state: 'State',
  kind: 'Kind',
  raised: 'Raised',
  net: 'Disputed, excluding VAT',
  upheld: 'Upheld, excluding VAT',
  emptyLead: 'No member disputes anything. When one does, it stands here, and you are told by email.',
  emptyTenant: 'You dispute nothing. To dispute a line of an invoice, open the invoice and choose the line.',
  toInvoices: 'Go to the invoices',
};
