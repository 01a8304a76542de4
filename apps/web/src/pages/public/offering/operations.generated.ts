// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What makes a charge due. More may be added. */
export type ChargeKind =
  /** The first day of a call-off. */
  | 'ONE_TIME'
  /** Each month of a call-off, by the days of its term. */
  | 'RECURRING'
  /** Use that is metered. */
  | 'USAGE';

/** When a month is billed. More may be added. */
export type ChargeTiming =
  /** By the run of the month before. */
  | 'ADVANCE'
  /** Once it is over. */
  | 'ARREARS';

/** Where a framework stands; it follows from publishing and the dates. More may be added. */
export type FrameworkState =
  /** Published; its first day is still to come. */
  | 'COMING'
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Its last day is over; call-offs in place go on until their own end. */
  | 'EXPIRED'
  /** Call-offs can be awarded. */
  | 'LIVE';

/** How the usage of a period becomes one quantity. More may be added. */
export type MeterAggregation =
  /** The events are counted; their quantities do not matter. */
  | 'COUNT'
  /** The quantity that was sent last, by the time of the event. */
  | 'LAST'
  /** The highest quantity that was sent. */
  | 'MAX'
  /** The quantities are added up. */
  | 'SUM'
  /** Each quantity is a level that holds until the next one; the average of the month by the time that it held. */
  | 'TIME_WEIGHTED'
  /** How many different values were sent; of each only a digest is kept. */
  | 'UNIQUE';

/** Where a price stands today. More may be added. */
export type PriceVersionState =
  /** It holds today. */
  | 'CURRENT'
  /** It starts later. */
  | 'SCHEDULED'
  /** A later price has taken its place. */
  | 'SUPERSEDED';

/** How a charge is treated for VAT. More may be added. */
export type VatTreatment =
  /** Exempt. */
  | 'EXEMPT'
  /** Outside the scope of VAT. */
  | 'OUTSIDE_SCOPE'
  /** Reduced rate, 5%. */
  | 'REDUCED'
  /** Standard rate, 20%. */
  | 'STANDARD'
  /** Zero-rated. */
  | 'ZERO';

export type OfferingQueryVariables = Exact<{
  id: string | number;
}>;


export type OfferingQuery = { readonly offering: { readonly id: string, readonly title: string, readonly summary: string, readonly included: ReadonlyArray<string>, readonly notIncluded: ReadonlyArray<string>, readonly youMust: ReadonlyArray<string>, readonly personalData: boolean, readonly vatTreatment: VatTreatment | null, readonly closedReason: string | null, readonly lot: { readonly number: number, readonly title: string }, readonly framework: { readonly id: string, readonly title: string, readonly state: FrameworkState, readonly priceNoticeDays: number, readonly lead: { readonly name: string } }, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string, readonly aggregation: MeterAggregation, readonly charge: ChargeKind, readonly timing: ChargeTiming, readonly volumeBands: ReadonlyArray<{ readonly above: string, readonly discount: string, readonly reachedIn: string | null, readonly startsOn: string }>, readonly volume: { readonly upTo: string, readonly total: string, readonly toNextBand: string | null } | null, readonly prices: ReadonlyArray<{ readonly id: string, readonly state: PriceVersionState, readonly startsOn: string, readonly endsOn: string | null, readonly price: { readonly words: ReadonlyArray<string> }, readonly example: { readonly quantity: string, readonly residents: number | null, readonly steps: ReadonlyArray<{ readonly label: string, readonly quantity: string | null, readonly unit: string | null, readonly amount: string }>, readonly net: { readonly amount: string } } }> }> } };

export const Offering: Operation<OfferingQuery, OfferingQueryVariables> = {
  name: 'Offering',
  text: "query Offering($id: ID!) { offering(id: $id) { id title summary included notIncluded youMust personalData vatTreatment closedReason lot { number title } framework { id title state priceNoticeDays lead { name } } meters { id title unit aggregation charge timing volumeBands { above discount reachedIn startsOn } volume { upTo total toNextBand } prices { id state startsOn endsOn price { words } example { quantity residents steps { label quantity unit amount } net { amount } } } } } }",
};
