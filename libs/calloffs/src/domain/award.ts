import {
  addMonths,
  formatPounds,
  parsePence,
  readDecimal,
  refuse,
  type LocalDate,
  type Pence,
  type Refusal,
} from '#libs/kernel';
import { lastDayOfTerm } from './call-off.js';

/** What a body asks to be awarded. */
export interface AwardTerms {
  readonly startsOn: LocalDate;
  /** The last day. */
  readonly endsOn: LocalDate;
  /** Pounds as text, without VAT. */
  readonly value: string;
}

/** What the framework and the lot allow. */
export interface AwardLimits {
  readonly maxTermMonths: number;
  /** The most that one direct award on the lot may be worth; null is no limit. */
  readonly directAwardLimitPence: Pence | null;
  readonly today: LocalDate;
}

/** Chosen as default: usage of the quarter before an award can still be billed under it. */
const MONTHS_BACK = 3;

/** Everything that is wrong with the terms of a direct award. */
export const awardFaults = (terms: AwardTerms, limits: AwardLimits): readonly Refusal[] => [
  ...termFaults(terms, limits),
  ...valueFaults(terms.value, limits.directAwardLimitPence),
];

const termFaults = (
  { startsOn, endsOn }: AwardTerms,
  { maxTermMonths, today }: AwardLimits,
): readonly Refusal[] => [
  ...(startsOn < addMonths(today, -MONTHS_BACK) ? [refuse('START_IN_PAST', {}, ['startsOn'])] : []),
  ...(endsOn <= startsOn ? [refuse('END_BEFORE_START', {}, ['endsOn'])] : []),
  ...(endsOn > lastDayOfTerm(startsOn, maxTermMonths)
    ? [refuse('TERM_OVER_MAXIMUM', { months: String(maxTermMonths) }, ['endsOn'])]
    : []),
];

const valueFaults = (value: string, limit: Pence | null): readonly Refusal[] => {
  const faults = amountFaults(value, 'The value', ['value']);
  if (faults.length > 0) return faults;
  return limit !== null && poundsToPence(value) > limit
    ? [refuse('VALUE_OVER_ROUTE_LIMIT', { limit: formatPounds(limit).replace(/\.00$/, '') }, ['value'])]
    : [];
};

/** Everything that is wrong with an amount of more than nothing, in pounds as text. */
export const amountFaults = (text: string, field: string, path: readonly string[]): readonly Refusal[] => {
  const pence = parsePence(text);
  if (pence !== null) return pence > 0n ? [] : [refuse('TOO_SMALL', { field, min: '£0.01' }, path)];
  switch (readDecimal(text, { maxIntegerDigits: 15, maxPlaces: 2 })) {
    case 'NEGATIVE':
      return [refuse('TOO_SMALL', { field, min: '£0.01' }, path)];
    case 'TOO_BIG':
      return [refuse('TOO_BIG', { field, max: '£999,999,999,999,999.99' }, path)];
    case 'TOO_MANY_DECIMALS':
      return [refuse('TOO_MANY_DECIMALS', { field, places: '2' }, path)];
    default:
      return [refuse('AMOUNT_FORMAT', { field }, path)];
  }
};

/** An amount without faults. */
export const poundsToPence = (text: string): Pence => {
  const pence = parsePence(text);
  if (pence === null) throw new RangeError('not an amount');
  return pence;
};
