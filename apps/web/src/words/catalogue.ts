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

/** How the usage of a month becomes one quantity: the choice, what it means, and what its figures are called. */
export const aggregations = {
  SUM: {
    text: 'Add the quantities up',
    hint: 'Each record says how many. The month is their sum.',
    sentence: 'The quantities of a month are added up.',
  },
  COUNT: {
    text: 'Count the records',
    hint: 'Each record is one, whatever quantity it says.',
    sentence: 'Each record counts as one, whatever quantity it says.',
  },
  MAX: {
    text: 'Take the highest quantity',
    hint: 'Like the most people in work at any one time in the month.',
    sentence: 'The highest quantity of a month counts.',
  },
  LAST: {
    text: 'Take the last quantity',
    hint: 'Like the number of accounts at the end of the month.',
    sentence: 'The last quantity of a month counts.',
  },
  UNIQUE: {
    text: 'Count different people or things',
    hint: 'Each record names one. However often it comes, it counts once in a month. Names are kept only as digests.',
    sentence: 'Each person or thing counts once in a month, however often it is recorded.',
  },
  TIME_WEIGHTED: {
    text: 'Take the average over time',
    hint: 'Each quantity holds until the next one, like storage in use. The month is the average, by how long each one held.',
    sentence:
      'Each quantity holds until the next one. The average of the month counts, by how long each one held.',
  },
} as const satisfies Record<
  string,
  { readonly text: string; readonly hint: string; readonly sentence: string }
>;

/** What makes a charge due: the choice, what it means, and what is said of it. */
export const chargeKinds = {
  USAGE: {
    text: 'What is used',
    hint: 'Usage is recorded, and each month is charged for what was used.',
    sentence: 'Charged for what is used.',
    short: 'Usage',
  },
  RECURRING: {
    text: 'Each month of a call-off',
    hint: 'The call-off says how many units it takes. Part months are charged by the day. No usage is sent.',
    sentence: 'Charged for each month of the call-off, by the day.',
    short: 'Each month',
  },
  ONE_TIME: {
    text: 'Once, when a call-off starts',
    hint: 'The call-off says how many units it takes. No usage is sent.',
    sentence: 'Charged once, when the call-off starts.',
    short: 'Once',
  },
} as const satisfies Record<
  string,
  { readonly text: string; readonly hint: string; readonly sentence: string; readonly short: string }
>;

/** When a month is billed: the choice, and what is said of it. */
export const chargeTimings = {
  ARREARS: { text: 'Once the month is over', sentence: 'A month is billed once it is over.' },
  ADVANCE: {
    text: 'In advance, with the month before',
    sentence: 'A month is billed in advance, with the month before.',
  },
} as const satisfies Record<string, { readonly text: string; readonly sentence: string }>;

export const priceModels = {
  PER_UNIT: { text: 'A price for each unit', hint: 'Every unit costs the same.' },
  GRADUATED: {
    text: 'Graduated: each tier’s units at its own price',
    hint: 'The first 250 units at one price, the next at another, and so on. For a block that is paid whether used or not, give the first tier an amount once it is entered and a unit price of 0.',
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
