import type { StateWords } from './opt-ins.js';

export const offeringStates = {
  DRAFT: { text: 'Draft', tag: 'govuk-tag--grey' },
  PUBLISHED: { text: 'Published', tag: 'govuk-tag--green' },
  SUSPENDED: { text: 'Suspended', tag: 'govuk-tag--yellow' },
  WITHDRAWN: { text: 'Withdrawn', tag: 'govuk-tag--red' },
} as const satisfies Record<string, StateWords>;

export const priceStates = {
  CURRENT: { text: 'Current', tag: 'govuk-tag--green' },
  SCHEDULED: { text: 'Starts later', tag: 'govuk-tag--blue' },
  SUPERSEDED: { text: 'Ended', tag: 'govuk-tag--grey' },
} as const satisfies Record<string, StateWords>;

export const ceilingModes = {
  BLOCK: 'Refused',
  OVERRIDE: 'Refused unless a named approver gives a reason, which is kept',
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
  PACKAGE: {
    text: 'A price for each package',
    hint: 'Units are sold in packages; every started package counts.',
  },
  PERCENTAGE: {
    text: 'A percentage of an amount',
    hint: 'The meter counts pounds, such as income collected.',
  },
} as const satisfies Record<string, { readonly text: string; readonly hint: string }>;
