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

/** How the usage of a meter comes. More may be added. */
export type MeterFeed =
  /** As events, from a sender or typed in. */
  | 'EVENTS'
  /** As one figure a month, which a service manager files in a usage return. */
  | 'RETURN';

/** Where an offering stands. More may be added. */
export type OfferingState =
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Open to new members. */
  | 'PUBLISHED'
  /** Closed to new members for now; those who have it keep it. */
  | 'SUSPENDED'
  /** Closed to new members for good; those who have it keep it until their end dates. */
  | 'WITHDRAWN';

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

export type OfferingPageQueryVariables = Exact<{
  id: string | number;
}>;


export type OfferingPageQuery = { readonly offering: { readonly id: string, readonly title: string, readonly summary: string, readonly state: OfferingState, readonly stateSince: string, readonly closedReason: string | null, readonly personalData: boolean, readonly vatTreatment: VatTreatment | null, readonly included: ReadonlyArray<string>, readonly notIncluded: ReadonlyArray<string>, readonly youMust: ReadonlyArray<string>, readonly lot: { readonly number: number, readonly title: string }, readonly framework: { readonly id: string, readonly title: string, readonly priceNoticeDays: number, readonly lead: { readonly id: string } }, readonly meters: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly unit: string, readonly aggregation: MeterAggregation, readonly charge: ChargeKind, readonly timing: ChargeTiming, readonly fedBy: MeterFeed, readonly typicalPerThousand: string | null, readonly volumeBands: ReadonlyArray<{ readonly id: string, readonly above: string, readonly discount: string, readonly startsOn: string, readonly reachedIn: string | null, readonly isWithdrawable: boolean }>, readonly prices: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: PriceVersionState, readonly startsOn: string, readonly endsOn: string | null, readonly price: { readonly words: ReadonlyArray<string> } }> }> } };

export const OfferingPage: Operation<OfferingPageQuery, OfferingPageQueryVariables> = {
  name: 'OfferingPage',
  text: "query OfferingPage($id: ID!) { offering(id: $id) { id title summary state stateSince closedReason personalData vatTreatment included notIncluded youMust lot { number title } framework { id title priceNoticeDays lead { id } } meters { id code title unit aggregation charge timing fedBy typicalPerThousand volumeBands { id above discount startsOn reachedIn isWithdrawable } prices { id version state startsOn endsOn price { words } } } } }",
};
