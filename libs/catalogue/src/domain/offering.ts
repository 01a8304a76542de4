import {
  Exact,
  formatLongDate,
  readDecimal,
  refuse,
  textFaults,
  type Aggregation,
  type ChargeKind,
  type ChargeTiming,
  type LocalDate,
  type MeterFeed,
  type Pence,
  type Refusal,
} from '#libs/kernel';
import type { VatTreatment } from './vat.js';

export interface Lot {
  readonly leadId: string;
  readonly id: string;
  readonly frameworkId: string;
  readonly number: number;
  readonly title: string;
  /** The most that one direct award on this lot may be worth; null is no limit. */
  readonly directAwardLimitPence: Pence | null;
}

export const offeringStates = ['DRAFT', 'PUBLISHED', 'SUSPENDED', 'WITHDRAWN'] as const;
export type OfferingState = (typeof offeringStates)[number];

/** What a lead authority says of an offering. */
export interface OfferingTerms {
  readonly title: string;
  readonly summary: string;
  readonly included: readonly string[];
  readonly notIncluded: readonly string[];
  /** What the joining body has to do itself. */
  readonly youMust: readonly string[];
  /** Whether personal data is processed, so that a data processing schedule must be accepted. */
  readonly personalData: boolean;
  /** Null until it is chosen; an offering is not published without one. */
  readonly vatTreatment: VatTreatment | null;
}

export interface Offering extends OfferingTerms {
  readonly leadId: string;
  readonly id: string;
  readonly frameworkId: string;
  readonly lotId: string;
  readonly state: OfferingState;
  /** The date of the last change of state. */
  readonly stateSince: LocalDate;
  readonly createdAt: Date;
}

/** Parts of the service that keep meters by themselves. */
export type MeterKeeper = 'COST_SHARING';

/** What is charged for of an offering: counted use, or what a call-off takes each month or once. */
export interface Meter {
  readonly leadId: string;
  readonly id: string;
  readonly offeringId: string;
  /** The `type` of a usage event, such as 'payslips.processed'. */
  readonly code: string;
  /** Plain English, such as 'Payslips'. */
  readonly title: string;
  /** One of what is counted, such as 'payslip'. */
  readonly unit: string;
  /** Chosen when the meter is added, for good: members agreed to it. */
  readonly aggregation: Aggregation;
  /** What makes a charge due; for good, as well. */
  readonly charge: ChargeKind;
  readonly timing: ChargeTiming;
  /** How its usage comes, for good as well. */
  readonly fedBy: MeterFeed;
  /** Units that a body typically uses in a year for every 1,000 residents; null when nobody has said. */
  readonly typicalPerThousand: Exact | null;
  /** Who alone records its usage and sets its price; null for a meter like any other. */
  readonly keptBy: MeterKeeper | null;
}

/** What usage asks of an offering: how far back it may lie, and the meters. */
export interface UsageTerms {
  readonly offeringId: string;
  /** A setting of the framework. */
  readonly usageMaxAgeMonths: number;
  readonly meters: readonly Pick<Meter, 'id' | 'code' | 'aggregation' | 'charge' | 'fedBy' | 'keptBy'>[];
}

/** What one figure a month can stand for: it says nothing of how many events there were, or of when. */
const MONTHLY_FIGURES: readonly Aggregation[] = ['SUM', 'MAX', 'LAST'];

/** Why an offering takes no new members, or null when it does. */
export const offeringClosed = ({ title, state, stateSince }: Offering): Refusal | null => {
  const date = formatLongDate(stateSince);
  const why: Record<OfferingState, string | null> = {
    DRAFT: 'It has not been published yet.',
    PUBLISHED: null,
    SUSPENDED: `It was suspended on ${date}.`,
    WITHDRAWN: `It was withdrawn on ${date}.`,
  };
  const reason = why[state];
  return reason === null ? null : refuse('LOT_CLOSED', { offering: title, why: reason });
};

const allowedFrom: { readonly [S in OfferingState]: readonly OfferingState[] } = {
  DRAFT: [],
  PUBLISHED: ['DRAFT', 'SUSPENDED'],
  SUSPENDED: ['PUBLISHED'],
  WITHDRAWN: ['PUBLISHED', 'SUSPENDED'],
};
const verbs: { readonly [S in OfferingState]: string } = {
  DRAFT: 'change',
  PUBLISHED: 'publish',
  SUSPENDED: 'suspend',
  WITHDRAWN: 'withdraw',
};

/** Why an offering cannot go to a state from the one it is in. */
export const moveFaults = ({ state }: Offering, to: OfferingState): readonly Refusal[] =>
  allowedFrom[to].includes(state)
    ? []
    : [
        refuse('STATE_NOT_ALLOWED', {
          thing: 'service',
          state: offeringStateWords(state),
          action: verbs[to],
        }),
      ];

export const offeringStateWords = (state: OfferingState): string =>
  state === 'DRAFT' ? 'a draft' : state.toLowerCase();

const MAX_POINTS = 50;

/** Everything that is wrong with an offering's terms. */
export const offeringFaults = (terms: OfferingTerms): readonly Refusal[] => [
  ...textFaults(terms.title, { field: 'the title', path: ['title'] }),
  ...textFaults(terms.summary, { field: 'the summary', path: ['summary'], max: 4000 }),
  ...pointFaults(terms.included, 'what is included', 'included'),
  ...pointFaults(terms.notIncluded, 'what is not included', 'notIncluded'),
  ...pointFaults(terms.youMust, 'what the joining body must do', 'youMust'),
];

const pointFaults = (points: readonly string[], field: string, name: string): readonly Refusal[] =>
  points.length > MAX_POINTS
    ? [refuse('LIST_TOO_LONG', { max: String(MAX_POINTS) }, [name])]
    : points.flatMap((point, index) => textFaults(point, { field, path: [name, String(index)], max: 500 }));

/** Whether members use something of it: it is metered, and no part of the service keeps it by itself. */
export const isUsed = ({ charge, keptBy }: Pick<Meter, 'charge' | 'keptBy'>): boolean =>
  charge === 'USAGE' && keptBy === null;

/** Why somebody may not change a meter's usage or price: another keeps it. */
export const keptFaults = (
  { title, keptBy }: Pick<Meter, 'title' | 'keptBy'>,
  by: MeterKeeper | null,
): readonly Refusal[] => (keptBy === by ? [] : [refuse('METER_KEPT', { meter: title })]);

/** Everything that is wrong with a lot. */
export const lotFaults = (lot: Pick<Lot, 'title' | 'directAwardLimitPence'>): readonly Refusal[] => [
  ...textFaults(lot.title, { field: 'the title', path: ['title'] }),
  ...(lot.directAwardLimitPence !== null && lot.directAwardLimitPence <= 0n
    ? [refuse('TOO_SMALL', { field: 'The direct award limit', min: '£0.01' }, ['directAwardLimit'])]
    : []),
];

const METER_CODE = /^[a-z][a-z0-9._-]{1,62}$/;
const TYPICAL_LIMITS = { maxIntegerDigits: 9, maxPlaces: 4 } as const;

/** A meter as typed in. */
export type MeterTerms = Pick<
  Meter,
  'code' | 'title' | 'unit' | 'aggregation' | 'charge' | 'timing' | 'fedBy'
> & {
  /** A decimal as text; null for not known. */
  readonly typicalPerThousand: string | null;
};

/** Everything that is wrong with a meter. */
export const meterFaults = (meter: MeterTerms): readonly Refusal[] => [
  ...(METER_CODE.test(meter.code) ? [] : [refuse('METER_CODE_FORMAT', {}, ['code'])]),
  ...textFaults(meter.title, { field: 'the title', path: ['title'], max: 100 }),
  ...textFaults(meter.unit, { field: 'the unit', path: ['unit'], max: 60 }),
  ...typicalFaults(meter.typicalPerThousand),
  ...chargeFaults(meter),
  ...(meter.fedBy === 'RETURN' && !MONTHLY_FIGURES.includes(meter.aggregation)
    ? [refuse('METER_RETURN_FIGURE', {}, ['fedBy'])]
    : []),
];

/** How usage comes and is read, and how much of it is typical, are questions for what is metered only. */
const chargeFaults = ({
  charge,
  timing,
  aggregation,
  fedBy,
  typicalPerThousand,
}: MeterTerms): readonly Refusal[] => {
  const metered = charge === 'USAGE';
  const notMetered = (field: string, path: string): Refusal => refuse('METER_NOT_METERED', { field }, [path]);
  return [
    ...(metered || aggregation === 'SUM' ? [] : [notMetered('How usage becomes a quantity', 'aggregation')]),
    ...(metered || fedBy === 'EVENTS' ? [] : [notMetered('A usage return', 'fedBy')]),
    ...(metered || typicalPerThousand === null ? [] : [notMetered('The typical use', 'typicalPerThousand')]),
    ...(timing === 'ARREARS' || charge === 'RECURRING'
      ? []
      : [refuse('TIMING_RECURRING_ONLY', {}, ['timing'])]),
  ];
};

const typicalFaults = (text: string | null): readonly Refusal[] => {
  const read = text === null ? Exact.ZERO : readDecimal(text, TYPICAL_LIMITS);
  if (read instanceof Exact) return [];
  const field = 'The typical use for 1,000 residents';
  const path = ['typicalPerThousand'];
  switch (read) {
    case 'NEGATIVE':
      return [refuse('TOO_SMALL', { field, min: '0' }, path)];
    case 'TOO_BIG':
      return [refuse('TOO_BIG', { field, max: '9'.repeat(TYPICAL_LIMITS.maxIntegerDigits) }, path)];
    case 'TOO_MANY_DECIMALS':
      return [refuse('TOO_MANY_DECIMALS', { field, places: String(TYPICAL_LIMITS.maxPlaces) }, path)];
    case 'FORMAT':
      return [refuse('AMOUNT_FORMAT', { field }, path)];
  }
};

/** What is still missing before an offering can be published. */
export const publishOfferingFaults = (
  { title, vatTreatment }: OfferingTerms,
  meters: readonly Meter[],
  metersWithPrice: ReadonlySet<string>,
): readonly Refusal[] => {
  const offering = title;
  const unpriced = meters.filter(({ id }) => !metersWithPrice.has(id));
  const missing = (what: string): Refusal => refuse('OFFERING_INCOMPLETE', { offering, missing: what });
  return [
    ...(vatTreatment === null ? [refuse('VAT_UNSET', { offering })] : []),
    ...(meters.length === 0 ? [missing('add at least one meter')] : []),
    ...(unpriced.length === 0
      ? []
      : [missing(`add a price for ${unpriced.map((meter) => meter.title).join(', ')}`)]),
  ];
};
