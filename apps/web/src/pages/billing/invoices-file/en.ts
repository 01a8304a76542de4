import { invoiceStates } from '../../../words/billing.js';

export const words = {
  title: 'Invoices as a file',
  columns: [
    'invoice',
    'state',
    'month',
    'member',
    'lead authority',
    'issued on',
    'due on',
    'excluding VAT',
    'VAT',
    'including VAT',
    'paid',
    'credited',
    'still to pay',
  ],
  states: invoiceStates,
  cut: (rows: number, count: number) =>
    `This file ends after ${rows.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')} invoices. Choose a month or a state to get the others.`,
};
