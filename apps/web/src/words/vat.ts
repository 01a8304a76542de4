import type { VatTreatment } from '../pages/public/offering/operations.generated.js';

/** How charges are treated for VAT, in a sentence. */
export const vatSentences: Readonly<Record<VatTreatment, string>> = {
  STANDARD: 'Standard rate: 20% VAT is added to the charges.',
  REDUCED: 'Reduced rate: 5% VAT is added to the charges.',
  ZERO: 'Zero-rated: VAT is charged at 0%.',
  EXEMPT: 'Exempt: no VAT is charged.',
  OUTSIDE_SCOPE: 'Outside the scope of VAT: no VAT is charged.',
};
