import { chargeKinds } from '../../../words/catalogue.js';
import { workings } from '../../../words/workings.js';

export const words = {
  charges: chargeKinds,
  title: 'Line of an invoice',
  titleOf: (line: number, number: string | null) =>
    `Line ${line} of ${number ? `invoice ${number}` : 'a draft invoice'}`,
  crumbInvoices: 'Invoices',
  crumbInvoice: (number: string | null) => (number ? `Invoice ${number}` : 'Draft invoice'),
  crumb: 'Records',
  t: workings,
  description: 'What for',
  period: 'Days',
  callOff: 'Call-off',
  revision: (reference: string, revision: number) => `${reference}, revision ${revision}`,
  priceVersion: 'Price',
  priceOf: (version: number, since: string, words: readonly string[]) =>
    `Version ${version}, since ${since}: ${words.join(' ')}`,
  priceTrail: 'Audit trail of this price',
  kind: 'Kind of charge',
  quantity: 'Quantity',
  events: (quantity: string, events: string) =>
    `${quantity}, from ${events} ${events === '1' ? 'event' : 'events'}`,
  net: 'Charged, excluding VAT',
  receipts: 'Receipts of usage',
  receiptsOf: (after: string, upTo: string) =>
    after === '0' ? `all up to number ${upTo}` : `after number ${after} and up to number ${upTo}`,
  steps: 'How it was worked out',
  days: 'Usage by day',
  caption: 'Usage records that this line counted for the first time',
  day: 'Day',
  record: 'Record',
  sent: 'Quantity sent',
  adds: 'Adds to the day',
  receipt: 'Receipt',
  received: 'Received',
  source: (source: string) => `from ${source}`,
  corrects: (id: string) => `corrects ${id}`,
  agreed: 'This line counts no usage: it follows from what the call-off takes.',
  empty:
    'This line counted no usage record for the first time: what it charges does not depend on new usage.',
};
