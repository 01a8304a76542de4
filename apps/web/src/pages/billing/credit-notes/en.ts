import { creditNoteStates } from '../../../words/billing.js';

export const words = {
  title: 'Credit notes',
  crumb: 'Invoices',
  states: creditNoteStates,
  caption: 'Credit notes, the newest first',
  number: 'Credit note',
  draft: 'Draft',
  draftOf: 'on invoice',
  onInvoice: 'On invoice',
  member: 'Member',
  lead: 'Lead authority',
  state: 'State',
  issued: 'Issued',
  notYet: 'Not yet',
  reason: 'Reason',
  gross: 'Including VAT',
  emptyLead: 'There are no credit notes. To raise one, open the invoice that it takes something back of.',
  emptyTenant: 'You have no credit notes. You get one when a part of an invoice is taken back.',
};
