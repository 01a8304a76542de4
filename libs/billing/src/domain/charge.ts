import type { Aggregation, ChargeKind, ChargeTiming, Exact, LocalDate, Period, Result } from '#libs/kernel';
import type { DaysOf, Price, VolumeBandOff } from '#libs/pricing';

/** What everything billed for one charge has in common: call-off × meter × month × price version. */
export interface ChargeKey {
  readonly callOffId: string;
  readonly meterId: string;
  /** The month's first day. */
  readonly month: LocalDate;
  readonly priceVersionId: string;
}

export const keyText = ({ callOffId, meterId, month, priceVersionId }: ChargeKey): string =>
  `${callOffId}/${meterId}/${month}/${priceVersionId}`;

/** A call-off as billing needs it. */
export interface CallOffToBill {
  readonly id: string;
  readonly reference: string;
  readonly revision: number;
  readonly agreementId: string;
  readonly offeringTitle: string;
  /** Half-open: the first day of its term, and the day after its last. */
  readonly term: Period;
  readonly vatTreatment: string;
  /** A fraction: 0.2 is 20%. */
  readonly vatRate: Exact;
  readonly meters: readonly MeterToBill[];
}

export interface MeterToBill {
  readonly id: string;
  readonly title: string;
  /** How its use of a month becomes one quantity. */
  readonly aggregation: Aggregation;
  /** What makes it due; usage is only for what is metered. */
  readonly charge: ChargeKind;
  readonly timing: ChargeTiming;
  /** Whether members use something of it, so that use may come late: not what is charged anyway, and no share of a cost. */
  readonly isUsed: boolean;
  /** What the call-off takes of it, unless it is metered. */
  readonly units: Exact;
  /** Every version. */
  readonly prices: readonly PriceToBill[];
  /** Splits days by the prices that hold in them, in order; refuses days before the first price. */
  readonly pricesIn: (days: Period) => Result<readonly PriceOfDays[]>;
  /** What is off for everyone in a month, because of what all members together have used before. */
  readonly volumeBandIn: (month: Period) => VolumeBandOff | null;
  /** Per cent off in a month, as it was agreed for this call-off; 0 where nothing was. */
  readonly discountIn: (month: Period) => Exact;
}

/** A price from a date on, until the next one starts. */
export interface PriceToBill {
  readonly id: string;
  readonly version: number;
  readonly startsOn: LocalDate;
  readonly price: Price;
}

export interface PriceOfDays {
  readonly version: PriceToBill;
  readonly period: Period;
}

/** What was used of one meter on one day, as it stands now. */
export interface UsageDay {
  readonly callOffId: string;
  readonly meterId: string;
  readonly day: LocalDate;
  readonly quantity: Exact;
  readonly events: bigint;
  /** The newest receipt that touched the day. */
  readonly lastReceipt: bigint;
}

/** What a meter comes to in one month that is read as a whole: its quantity is no sum of days. */
export interface MonthReading {
  readonly callOffId: string;
  readonly meterId: string;
  /** '2026-04' */
  readonly month: string;
  readonly quantity: Exact;
}

/** What a member owes for, before what was billed already: the days of a month at one price. ONE_TIME has one day. */
export interface Charge {
  readonly key: ChargeKey;
  readonly callOff: CallOffToBill;
  readonly meter: MeterToBill;
  readonly price: PriceToBill;
  readonly month: Period;
  /** The days that it is for. */
  readonly period: Period;
  /** Set when a price change splits the month: bounds, flat amounts, allowances and minimum are this share. */
  readonly part: DaysOf | null;
  /** Set when the call-off or the meter's first price covers part of the month: flat amounts, minimum and maximum. */
  readonly prorate: DaysOf | null;
  /** Set for what is due by the days of the term, in a part of the month: all that it is worth is this share. */
  readonly held: DaysOf | null;
  readonly volumeBand: VolumeBandOff | null;
  /** Per cent. */
  readonly discount: Exact;
  readonly quantity: Exact;
  readonly events: bigint;
  /** The newest receipt that its quantity depends on; 0 when nothing was used. */
  readonly receiptUpTo: bigint;
  /** Whether no more can come, so that a minimum is made up: the month is over, or it is not metered. */
  readonly final: boolean;
}
