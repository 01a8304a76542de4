import { chargeKinds } from '../../../words/catalogue.js';
import { month } from '../../../formats/dates.js';
import { price, quantity } from '../../../formats/money.js';
import { unusualWords } from '../../../words/unusual-usage.js';
import { vatTreatments } from '../../../words/vat-treatments.js';

interface Step {
  readonly label: string;
  readonly quantity: string | null;
  readonly unit: string | null;
}

export const words = {
  charges: chargeKinds,
  unusualTitle: 'Unusual usage',
  unusual: unusualWords,
  title: 'Charges so far',
  titleOf: (start: string) => `Charges for ${month(start)}`,
  services: 'Services',
  members: 'Call-offs',
  intro: 'What an invoice would say if it were made now. Nothing is billed by looking at it.',
  months: 'Months',
  notFinal:
    'The month is not over. More usage may come, and where a price has a minimum it is made up when the month ends.',
  held: 'These charges are on hold',
  heldNext:
    'Nothing is billed for the month until this is put right. The lead authority has been told where it must act.',
  nothing: 'There is nothing to charge for this month: nothing was used that has not been billed.',
  invoices: 'See the invoices',
  caption: (lead: string) => `Charges by ${lead}`,
  line: 'Charge',
  working: 'How it is worked out',
  step: ({ label, quantity: units, unit }: Step) =>
    units === null || unit === null ? label : `${label}: ${quantity(units)} at ${price(unit)}`,
  worth: 'Comes to',
  billed: 'Billed before',
  vat: 'VAT',
  treatments: vatTreatments,
  amount: 'Amount without VAT',
  net: 'Total without VAT',
  vatOn: (treatment: keyof typeof vatTreatments, rate: string) =>
    `VAT, ${vatTreatments[treatment].toLowerCase()} ${rate}`,
  gross: 'Total with VAT',
  usage: 'Usage by day',
  credits: 'To be credited',
  creditsIntro: 'What was billed before and is now less. Each credit note names its invoice.',
  creditsCaption: 'Credit notes that would be made',
  reason: 'Reason',
  invoice: 'Invoice',
  seeInvoice: 'See the invoice',
  creditNet: 'Without VAT',
  creditGross: 'With VAT',
  waiting: (amount: string) =>
    `A further ${amount} without VAT will be credited when the invoice that billed it has been issued.`,
  noLeads: 'You have no services yet, so there are no charges.',
  toServices: 'Your services',
};
