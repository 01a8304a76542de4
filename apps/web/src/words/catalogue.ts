/** A state as a tag: its words, and the look that goes with them. The words alone tell all. */
export interface StateTag {
  readonly text: string;
  readonly classes: string;
}

export const frameworkStates = {
  DRAFT: { text: 'Draft', classes: 'govuk-tag--grey' },
  COMING: { text: 'Opens later', classes: 'govuk-tag--blue' },
  LIVE: { text: 'Live', classes: 'govuk-tag--green' },
  EXPIRED: { text: 'Ended', classes: 'govuk-tag--grey' },
} as const satisfies Record<string, StateTag>;

export const offeringStates = {
  DRAFT: { text: 'Draft', classes: 'govuk-tag--grey' },
  PUBLISHED: { text: 'Published', classes: 'govuk-tag--green' },
  SUSPENDED: { text: 'Suspended', classes: 'govuk-tag--yellow' },
  WITHDRAWN: { text: 'Withdrawn', classes: 'govuk-tag--red' },
} as const satisfies Record<string, StateTag>;

export const priceStates = {
  CURRENT: { text: 'Current', classes: 'govuk-tag--green' },
  SCHEDULED: { text: 'Starts later', classes: 'govuk-tag--blue' },
  SUPERSEDED: { text: 'Ended', classes: 'govuk-tag--grey' },
} as const satisfies Record<string, StateTag>;

export const regimes = {
  PA2023: 'Procurement Act 2023',
  PCR2015: 'Public Contracts Regulations 2015',
  PCR2006: 'Public Contracts Regulations 2006',
} as const;

export const agreementTypes = {
  CLOSED_FRAMEWORK: 'Closed framework',
  OPEN_FRAMEWORK: 'Open framework',
  FRAMEWORK: 'Framework agreement',
} as const;

export const ceilingModes = {
  BLOCK: 'Refused',
  OVERRIDE: 'Refused unless a named approver gives a reason, which is kept',
} as const;

export const vatTreatments = {
  STANDARD: 'Standard rate, 20%',
  REDUCED: 'Reduced rate, 5%',
  ZERO: 'Zero-rated',
  EXEMPT: 'Exempt',
  OUTSIDE_SCOPE: 'Outside the scope of VAT',
} as const;

export const priceModels = {
  PER_UNIT: { text: 'A price for each unit', hint: 'Every unit costs the same.' },
  GRADUATED: {
    text: 'Graduated: each tier’s units at its own price',
    hint: 'The first 250 units at one price, the next at another, and so on.',
  },
  VOLUME: {
    text: 'Volume: all units at the price of the tier reached',
    hint: 'Whoever uses more pays less for every unit.',
  },
  FLAT: { text: 'A fixed amount for each month', hint: 'Whatever is used.' },
  PACKAGE: { text: 'A price for each package', hint: 'Units are sold in packages; every started package counts.' },
  PERCENTAGE: {
    text: 'A percentage of an amount',
    hint: 'The meter counts pounds, such as income collected.',
  },
} as const satisfies Record<string, { readonly text: string; readonly hint: string }>;
