import {
  addsUpByDay,
  Exact,
  formatLongDate,
  monthOf,
  nextMonth,
  readDecimal,
  refuse,
  type LocalDate,
  type Refusal,
} from '#libs/kernel';
import type { VolumeBandOff } from '#libs/pricing';
import type { Meter } from './offering.js';

/** Per cent off a meter's price for everyone, from the month after all members together have used more than `above`. */
export interface VolumeBand {
  readonly leadId: string;
  readonly id: string;
  readonly meterId: string;
  readonly above: Exact;
  /** Per cent. */
  readonly discount: Exact;
  /** The first day of the first month that it can hold in. */
  readonly startsOn: LocalDate;
  /** The first day of the month in which the total passed it; null until then. */
  readonly reachedIn: LocalDate | null;
}

/** A band as typed in: decimals as text. */
export interface VolumeBandTerms {
  readonly above: string;
  readonly discount: string;
}

const MAX_BANDS = 10;
const LIMITS = { maxIntegerDigits: 15, maxPlaces: 4 } as const;

/** Everything that is wrong with a band beside those that the meter has (none of them withdrawn). */
export const volumeBandFaults = (
  { above, discount }: VolumeBandTerms,
  meter: Pick<Meter, 'title' | 'charge' | 'aggregation'>,
  bands: readonly VolumeBand[],
): readonly Refusal[] => {
  const volume = readDecimal(above, LIMITS);
  const percent = readDecimal(discount, { maxIntegerDigits: 3, maxPlaces: 4 });
  const faults = [
    ...(meter.charge === 'USAGE' && addsUpByDay(meter.aggregation)
      ? []
      : [refuse('BAND_METER', { meter: meter.title }, ['meterId'])]),
    ...(bands.length < MAX_BANDS ? [] : [refuse('BANDS_TOO_MANY', { max: String(MAX_BANDS) })]),
    ...numberFaults(volume, { field: 'The volume', max: '9'.repeat(15), path: ['above'] }),
    ...numberFaults(percent, { field: 'The discount', max: '100', path: ['discount'] }),
  ];
  if (faults.length > 0 || !(volume instanceof Exact) || !(percent instanceof Exact)) return faults;
  return placeFaults(volume, percent, meter.title, bands);
};

const numberFaults = (
  read: ReturnType<typeof readDecimal>,
  { field, max, path }: { readonly field: string; readonly max: string; readonly path: readonly string[] },
): readonly Refusal[] => {
  if (read === 'FORMAT') return [refuse('AMOUNT_FORMAT', { field }, path)];
  if (read === 'TOO_MANY_DECIMALS') return [refuse('TOO_MANY_DECIMALS', { field, places: '4' }, path)];
  if (read === 'NEGATIVE' || (read instanceof Exact && read.isZero()))
    return [refuse('TOO_SMALL', { field, min: '0.0001' }, path)];
  const tooBig = read === 'TOO_BIG' || (max === '100' && read.compare(HUNDRED) > 0);
  return tooBig ? [refuse('TOO_BIG', { field, max }, path)] : [];
};

const HUNDRED = Exact.of(100n);

/** The highest band that is reached holds alone, so the discounts must rise with the volumes. */
const placeFaults = (
  above: Exact,
  discount: Exact,
  meter: string,
  bands: readonly VolumeBand[],
): readonly Refusal[] => {
  if (bands.some((band) => band.above.equals(above)))
    return [refuse('BAND_TAKEN', { above: above.toDecimalString(), meter }, ['above'])];
  const wrong = bands.find((band) =>
    band.above.compare(above) > 0
      ? band.discount.compare(discount) <= 0
      : band.discount.compare(discount) >= 0,
  );
  return wrong === undefined
    ? []
    : [
        refuse(
          'BAND_ORDER',
          { above: wrong.above.toDecimalString(), discount: wrong.discount.toDecimalString() },
          ['discount'],
        ),
      ];
};

/** A band that is added today can hold from the next month on. */
export const startOfBand = (today: LocalDate): LocalDate => nextMonth(monthOf(today)).start;

/** Why a band cannot be withdrawn: members may rely on it from its start. */
export const withdrawBandFaults = ({ startsOn }: VolumeBand, today: LocalDate): readonly Refusal[] =>
  startsOn <= today ? [refuse('BAND_STARTED', { date: formatLongDate(startsOn) })] : [];

/** What is off a meter's price in a month: the highest band that an earlier month reached. */
export const volumeBandIn = (bands: readonly VolumeBand[], month: LocalDate): VolumeBandOff | null => {
  const holding = bands.filter(
    ({ startsOn, reachedIn }) => startsOn <= month && reachedIn !== null && reachedIn < month,
  );
  const [first, ...others] = holding;
  if (first === undefined) return null;
  const { above, discount } = others.reduce((a, b) => (b.above.compare(a.above) > 0 ? b : a), first);
  return { over: above, discount };
};
