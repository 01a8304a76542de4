import {
  addMonths,
  formatLongDate,
  refuse,
  textFaults,
  type LocalDate,
  type Pence,
  type Refusal,
} from '#libs/kernel';

/** The law that a framework was procured under. */
export const regimes = ['PCR2006', 'PCR2015', 'PA2023'] as const;
export type Regime = (typeof regimes)[number];

export const agreementTypes = ['FRAMEWORK', 'CLOSED_FRAMEWORK', 'OPEN_FRAMEWORK'] as const;
export type AgreementType = (typeof agreementTypes)[number];

/** Whether a named approver may let an award go over the ceiling with a reason. */
export const ceilingModes = ['BLOCK', 'OVERRIDE'] as const;
export type CeilingMode = (typeof ceilingModes)[number];

export const frameworkStates = ['DRAFT', 'COMING', 'LIVE', 'EXPIRED'] as const;
export type FrameworkState = (typeof frameworkStates)[number];

/** What a lead authority says of a framework when it sets it up. */
export interface FrameworkTerms {
  /** The lead authority's own reference, one for each of its frameworks. */
  readonly reference: string;
  readonly title: string;
  readonly summary: string;
  readonly regime: Regime;
  readonly agreementType: AgreementType;
  readonly noticeReference: string;
  /** First and last day on which a call-off may be awarded. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Why it lasts more than 4 years. */
  readonly termReason: string | null;
  readonly ceilingMode: CeilingMode;
  /** The longest call-off, extensions included. */
  readonly maxTermMonths: number;
  /** Usage older than this is put aside and not billed by itself. */
  readonly usageMaxAgeMonths: number;
  /** How long before its start members must hear of a price increase. */
  readonly priceNoticeDays: number;
  /** How many working days after its submission an opt-in is to be reviewed. */
  readonly reviewWorkingDays: number;
  /** How many months' notice a member gives before it leaves. */
  readonly noticeMonths: number;
  /** How many days after it received an invoice a member may dispute a line of it. */
  readonly disputeDays: number;
  /** By how many per cent over the mean of the three months before a month's usage is called a spike. */
  readonly spikePercent: number;
}

export interface Framework extends FrameworkTerms {
  readonly leadId: string;
  readonly id: string;
  readonly published: boolean;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

/** Chosen as defaults; each framework may set its own. */
export const frameworkDefaults = {
  maxTermMonths: 60,
  usageMaxAgeMonths: 12,
  priceNoticeDays: 90,
  reviewWorkingDays: 5,
  noticeMonths: 6,
  disputeDays: 30,
  spikePercent: 20,
} as const;

/** The state follows from publishing and the dates; nothing stores it. */
export const frameworkStateOn = (
  { published, startsOn, endsOn }: Pick<Framework, 'published' | 'startsOn' | 'endsOn'>,
  today: LocalDate,
): FrameworkState => {
  if (!published) return 'DRAFT';
  if (today < startsOn) return 'COMING';
  return today <= endsOn ? 'LIVE' : 'EXPIRED';
};

/** Why nothing new can be awarded under a framework today, or null when it can. */
export const frameworkNotLive = (framework: Framework, today: LocalDate): Refusal | null => {
  switch (frameworkStateOn(framework, today)) {
    case 'DRAFT':
      return refuse('FRAMEWORK_NOT_PUBLISHED');
    case 'COMING':
      return refuse('FRAMEWORK_NOT_LIVE', { date: formatLongDate(framework.startsOn) });
    case 'EXPIRED':
      return refuse('FRAMEWORK_EXPIRED', { date: formatLongDate(framework.endsOn) });
    case 'LIVE':
      return null;
  }
};

/** Everything that is wrong with a framework's terms. */
export const frameworkFaults = (terms: FrameworkTerms & { readonly ceiling: Pence }): readonly Refusal[] => [
  ...textFaults(terms.reference, { field: 'the reference', path: ['reference'], max: 60 }),
  ...textFaults(terms.title, { field: 'the title', path: ['title'] }),
  ...textFaults(terms.summary, { field: 'the summary', path: ['summary'], max: 4000 }),
  ...textFaults(terms.noticeReference, {
    field: 'the notice reference',
    path: ['noticeReference'],
    max: 100,
  }),
  ...textFaults(terms.termReason ?? '', {
    field: 'the reason for the term',
    path: ['termReason'],
    max: 2000,
    required: false,
  }),
  ...typeFaults(terms),
  ...termFaults(terms),
  ...wholeNumberFaults('The longest call-off in months', 'maxTermMonths', terms.maxTermMonths, 1, 240),
  ...wholeNumberFaults('The age of usage in months', 'usageMaxAgeMonths', terms.usageMaxAgeMonths, 1, 72),
  ...wholeNumberFaults('The days of notice', 'priceNoticeDays', terms.priceNoticeDays, 0, 365),
  ...wholeNumberFaults('The days of review', 'reviewWorkingDays', terms.reviewWorkingDays, 1, 60),
  ...wholeNumberFaults('The months of notice', 'noticeMonths', terms.noticeMonths, 0, 60),
  ...wholeNumberFaults('The days to dispute', 'disputeDays', terms.disputeDays, 1, 365),
  ...wholeNumberFaults('The per cent of a spike', 'spikePercent', terms.spikePercent, 1, 1000),
  ...(terms.ceiling > 0n ? [] : [refuse('TOO_SMALL', { field: 'The ceiling', min: '£0.01' }, ['ceiling'])]),
];

const typeFaults = ({ regime, agreementType }: FrameworkTerms): readonly Refusal[] => {
  if ((agreementType === 'FRAMEWORK') === (regime !== 'PA2023')) return [];
  const words = {
    FRAMEWORK: {
      type: 'A framework that is neither closed nor open',
      regime: 'the Public Contracts Regulations',
    },
    CLOSED_FRAMEWORK: { type: 'A closed framework', regime: 'the Procurement Act 2023' },
    OPEN_FRAMEWORK: { type: 'An open framework', regime: 'the Procurement Act 2023' },
  } as const;
  return [refuse('REGIME_TYPE_MISMATCH', words[agreementType], ['agreementType'])];
};

/** Up to 4 years needs no reason. The rule is that of the 2015 Regulations and the 2023 Act. */
const MONTHS_WITHOUT_REASON = 48;

const termFaults = ({ regime, startsOn, endsOn, termReason }: FrameworkTerms): readonly Refusal[] => {
  if (endsOn <= startsOn) return [refuse('END_BEFORE_START', {}, ['endsOn'])];
  if (regime === 'PCR2006' || endsOn < addMonths(startsOn, MONTHS_WITHOUT_REASON)) return [];
  if (termReason !== null && termReason.trim() !== '') return [];
  return [refuse('FRAMEWORK_TERM_TOO_LONG', { term: termWords(startsOn, endsOn) }, ['termReason'])];
};

/** '10 years', '4 years and 1 month': months that are begun count. */
const termWords = (startsOn: LocalDate, endsOn: LocalDate): string => {
  let months = MONTHS_WITHOUT_REASON;
  while (addMonths(startsOn, months) <= endsOn) months += 1;
  const rest = months % 12;
  const years = `${Math.floor(months / 12)} years`;
  return rest === 0 ? years : `${years} and ${rest} month${rest === 1 ? '' : 's'}`;
};

const wholeNumberFaults = (
  field: string,
  name: string,
  value: number,
  min: number,
  max: number,
): readonly Refusal[] => {
  if (value < min) return [refuse('TOO_SMALL', { field, min: String(min) }, [name])];
  if (value > max) return [refuse('TOO_BIG', { field, max: String(max) }, [name])];
  return [];
};
