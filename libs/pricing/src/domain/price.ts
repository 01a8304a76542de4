import type { Exact } from '#libs/kernel';

/** A charge that does not depend on use. `amount` in pounds a period. */
export interface FlatPrice {
  readonly model: 'flat';
  readonly amount: Exact;
}

/** `unit` pounds for each unit. */
export interface PerUnitPrice {
  readonly model: 'perUnit';
  readonly unit: Exact;
}

/** A band of quantity up to and including `upTo`; null is open. `flat` is due once the tier is entered. */
export interface Tier {
  readonly upTo: Exact | null;
  readonly unit: Exact;
  readonly flat: Exact;
}
export type Tiers = readonly [Tier, ...Tier[]];

/** Each tier's units at its own price. */
export interface GraduatedPrice {
  readonly model: 'graduated';
  readonly tiers: Tiers;
}

/** All units at the price of the tier that the quantity falls in. */
export interface VolumePrice {
  readonly model: 'volume';
  readonly tiers: Tiers;
}

/** `unit` pounds for every started package of `size` units. */
export interface PackagePrice {
  readonly model: 'package';
  readonly size: Exact;
  readonly unit: Exact;
}

/** `rate` per cent of the quantity (an amount in pounds) and `fixed` pounds for each event after the free ones. */
export interface PercentagePrice {
  readonly model: 'percentage';
  readonly rate: Exact;
  readonly fixed: Exact;
  readonly freeEvents: Exact;
}

export type ModelPrice =
  FlatPrice | PerUnitPrice | GraduatedPrice | VolumePrice | PackagePrice | PercentagePrice;

/** So many days of a period of so many: whole numbers, 0 ≤ days ≤ of, of ≥ 1. */
export interface DaysOf {
  readonly days: number;
  readonly of: number;
}

/** So much off everyone's price, because all members together have used more than `over`. */
export interface VolumeBandOff {
  readonly over: Exact;
  /** Per cent. */
  readonly discount: Exact;
}

/** What every model can have besides. Amounts in pounds a period. */
export interface PriceOptions {
  readonly freeUnits: Exact;
  readonly minimum: Exact | null;
  readonly maximum: Exact | null;
  /** Scales flat amounts, minimum and maximum, for who is here for part of a period only. */
  readonly prorate: DaysOf | null;
  readonly volumeBand: VolumeBandOff | null;
  /** Per cent off what is left after the volume band, before minimum and maximum. */
  readonly discount: Exact;
}

/** A price as it is worked with. Outside it is JSON: see `parsePrice` and `priceToJson`. */
export type Price = ModelPrice & PriceOptions;

/** What was used in a period up to now. Neither is negative. */
export interface Usage {
  readonly quantity: Exact;
  readonly events: bigint;
}

export type ComponentKind =
  | 'free'
  | 'flat'
  | 'unit'
  | 'tier'
  | 'package'
  | 'percentage'
  | 'fixed'
  | 'held'
  | 'volumeBand'
  | 'discount'
  | 'minimum'
  | 'maximum';

/**
 * One step of the arithmetic of a line, in pounds, never rounded.
 * Where quantity and unit are given, quantity × unit = amount.
 */
export interface Component {
  readonly kind: ComponentKind;
  readonly label: string;
  readonly quantity?: Exact;
  readonly unit?: Exact;
  readonly amount: Exact;
}

/** The part of a period that amounts for a whole period are charged for. */
export interface Share {
  readonly factor: Exact;
  /** ' (26 of 29 days)', or nothing for a whole period. */
  readonly words: string;
}
