/** How pages call the treatment of a charge for VAT. */
export const vatTreatments = {
  STANDARD: 'Standard rate',
  REDUCED: 'Reduced rate',
  ZERO: 'Zero rate',
  EXEMPT: 'Exempt',
  OUTSIDE_SCOPE: 'Outside the scope of VAT',
};
