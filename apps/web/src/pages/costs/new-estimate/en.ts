import { bases } from '../../../words/costs.js';

export const words = {
  title: 'Enter an estimate',
  titleOf: (service: string, year: string) => `Estimate the cost of ${service} in ${year}`,
  crumb: 'Shared costs',
  years: 'Another year',
  year: (year: string) => `Estimate ${year}`,
  intro:
    'The shares of all members are worked out and shown to you. Somebody else agrees them, and they are charged in twelve monthly parts.',
  cost: 'Cost of the year, excluding VAT',
  costHint: 'What the year before carries on is added by itself.',
  costMissing: 'Enter the cost of the year.',
  costWrong: 'Enter the cost in pounds, like 120000.50.',
  basis: 'How the cost is shared',
  basisMissing: 'Choose how the cost is shared.',
  bases,
  hints: {
    EQUAL: 'Nothing more to enter.',
    FIXED: 'Enter the share of each member below. They must add up to 100%.',
    PER_HEAD: 'The register’s population. Nothing more to enter.',
    DRIVER: 'Enter each member’s figure below, or choose a meter that tells it.',
  },
  driver: 'What the figures count (only for a figure of each member)',
  driverHint: 'For example calls answered, posts or cases.',
  driverMeter: 'A meter that tells the figures by last year’s use',
  enterThem: 'None: I enter the figures',
  membersTitle: 'Members in this year',
  memberHint: (months: number, population: number | null, before: string | null) =>
    [
      `${months} of 12 months`,
      ...(population === null ? [] : [`population ${population.toLocaleString('en-GB')}`]),
      ...(before === null ? [] : [`last year ${before}%`]),
    ].join(', '),
  share: 'Share (for fixed shares)',
  figure: 'Figure',
  source: 'Where the figure comes from',
  rulesTitle: 'Rules',
  damping: 'The most that a share may change, in per cent of last year’s share',
  dampingHint: 'Leave it empty for no limit.',
  tolerance: 'How far off a share must be for actual shares to hold, in percentage points',
  toleranceHint: 'Looked at when the year is over.',
  percentWrong: 'Enter a per cent from 0 to 100, like 12.5.',
  nobody: (service: string, year: string) =>
    `No member has ${service} in ${year}, so there is nobody to share its cost.`,
  toMembers: 'Members',
  work: 'Work out the shares',
  said: {
    proposed: 'The shares are worked out. Somebody else needs to agree them.',
  },
};
