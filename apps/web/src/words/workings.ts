import { vatTreatments } from './billing.js';

/** How pages show how a charge came about, and what it comes to with VAT. */
export const workings = {
  step: 'Step',
  quantity: 'Quantity',
  unit: 'Price of each',
  amount: 'Amount',
  worth: 'What the period is worth, before rounding to the penny',
  before: 'Less what was billed for it before',
  net: 'Charged on this line, excluding VAT',
  vatCaption: 'VAT and totals',
  treatment: 'VAT',
  vatRate: 'Rate',
  netSum: 'Excluding VAT',
  vat: 'VAT amount',
  gross: 'Including VAT',
  total: 'Total',
  treatments: vatTreatments,
};
