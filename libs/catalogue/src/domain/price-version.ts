import {
  addDays,
  addsUpByDay,
  earlierOf,
  err,
  formatLongDate,
  intersect,
  lastDayOf,
  laterOf,
  monthOf,
  ok,
  refuse,
  type Aggregation,
  type LocalDate,
  type MeterFeed,
  type Period,
  type Refusal,
  type Result,
} from '#libs/kernel';
import type { Price } from '#libs/pricing';
import { mayCostMore } from './price-increase.js';

/** A meter's price from a date on, until the next one starts. */
export interface PriceVersion {
  readonly leadId: string;
  readonly id: string;
  readonly meterId: string;
  /** 1, 2, 3 … in the order in which they were added. */
  readonly version: number;
  readonly startsOn: LocalDate;
  readonly price: Price;
  readonly createdAt: Date;
}

/** A run of days that one price holds for. */
export interface PricePart {
  readonly version: PriceVersion;
  readonly period: Period;
}

/**
 * Splits a period by the price versions of one meter, in order: each version holds until the next one starts, and
 * the parts fill the period without gap or overlap. Refuses PRICE_GAP when days come before the first version.
 * Withdrawn versions must be left out. `meterTitle` is for the refusal's sentence.
 */
export const priceVersionsIn = (
  versions: readonly PriceVersion[],
  period: Period,
  meterTitle: string,
): Result<readonly PricePart[]> => {
  const ordered = inOrder(versions);
  const first = ordered[0];
  if (!first || first.startsOn > period.start) {
    const gapEnd = first ? earlierOf(first.startsOn, period.end) : period.end;
    const to = lastDayOf({ start: period.start, end: gapEnd });
    return err(
      refuse('PRICE_GAP', { meter: meterTitle, from: formatLongDate(period.start), to: formatLongDate(to) }),
    );
  }
  return ok(
    ordered.flatMap((version, index) => {
      const end = ordered[index + 1]?.startsOn ?? laterOf(period.end, addDays(version.startsOn, 1));
      const part = intersect(period, { start: version.startsOn, end });
      return part === null ? [] : [{ version, period: part }];
    }),
  );
};

/** The version that holds on a date; null before the first. */
export const priceVersionOn = (versions: readonly PriceVersion[], date: LocalDate): PriceVersion | null =>
  inOrder(versions).findLast(({ startsOn }) => startsOn <= date) ?? null;

const inOrder = (versions: readonly PriceVersion[]): readonly PriceVersion[] =>
  [...versions].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));

export const priceVersionStates = ['SCHEDULED', 'CURRENT', 'SUPERSEDED'] as const;
export type PriceVersionState = (typeof priceVersionStates)[number];

/** A version among those of its meter, on a date. */
export const priceVersionStateOn = (
  version: PriceVersion,
  versions: readonly PriceVersion[],
  today: LocalDate,
): PriceVersionState => {
  if (version.startsOn > today) return 'SCHEDULED';
  return priceVersionOn(versions, today)?.id === version.id ? 'CURRENT' : 'SUPERSEDED';
};

/** The last day on which a version holds, or null while no later one is known. */
export const lastDayOfVersion = (
  version: PriceVersion,
  versions: readonly PriceVersion[],
): LocalDate | null => {
  const next = inOrder(versions).find(({ startsOn }) => startsOn > version.startsOn);
  return next ? addDays(next.startsOn, -1) : null;
};

export interface NewPrice {
  readonly startsOn: LocalDate;
  readonly price: Price;
}

export interface PriceContext {
  readonly meterTitle: string;
  readonly aggregation: Aggregation;
  readonly fedBy: MeterFeed;
  /** Whether members rely on the prices already. */
  readonly offeringPublished: boolean;
  readonly noticeDays: number;
  readonly today: LocalDate;
}

/**
 * Why a price cannot be added beside the versions that the meter has (none of them withdrawn). What is read from a
 * month as a whole, or comes as one figure for it, has one price in a month. Members of a published offering are owed two things: days that are over
 * keep the price they had, and an increase comes with notice.
 */
export const newPriceFaults = (
  { startsOn, price }: NewPrice,
  versions: readonly PriceVersion[],
  { meterTitle, aggregation, fedBy, offeringPublished, noticeDays, today }: PriceContext,
): readonly Refusal[] => {
  const path = ['startsOn'];
  if (versions.some((version) => version.startsOn === startsOn))
    return [refuse('PRICE_OVERLAP', { meter: meterTitle, date: formatLongDate(startsOn) }, path)];
  const before = priceVersionOn(versions, startsOn);
  const wholeMonths =
    !addsUpByDay(aggregation) || fedBy === 'RETURN' || isVolume(price) || (before && isVolume(before.price));
  const { start, end } = monthOf(startsOn);
  if (wholeMonths && startsOn !== start) {
    const choice = { before: formatLongDate(start), after: formatLongDate(end) };
    return [refuse('PRICE_MID_MONTH', { meter: meterTitle, ...choice }, path)];
  }
  if (!offeringPublished) return [];

  const current = priceVersionOn(versions, today);
  if (current !== null && startsOn < today)
    return [refuse('PRICE_STARTED', { date: formatLongDate(current.startsOn) }, path)];

  const noticed = addDays(today, noticeDays);
  const earliest = wholeMonths ? monthFrom(noticed) : noticed;
  if (before === null || startsOn >= earliest || !mayCostMore(before.price, price)) return [];
  return [refuse('PRICE_NOTICE', { days: String(noticeDays), date: formatLongDate(earliest) }, path)];
};

/** All units at the price of one tier: which one, only the whole month tells. */
const isVolume = ({ model }: Price): boolean => model === 'volume';

/** The first day of a month that is not before a date. */
const monthFrom = (date: LocalDate): LocalDate => {
  const { start, end } = monthOf(date);
  return start === date ? start : end;
};

/** Why a version cannot be withdrawn: a price that has started stays for ever. */
export const withdrawPriceFaults = ({ startsOn }: PriceVersion, today: LocalDate): readonly Refusal[] =>
  startsOn <= today ? [refuse('PRICE_STARTED', { date: formatLongDate(startsOn) })] : [];
