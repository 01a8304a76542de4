import { Exact } from '#libs/kernel';
import { rate, type Price } from '#libs/pricing';

/**
 * Whether a price could cost someone more than the one before it. Answers false only when it certainly costs nobody
 * more, at any quantity and any number of events:
 *
 * - a minimum was not brought in or raised, a maximum not raised or taken away; and
 * - without them, the new price is nowhere above the old one. Both are straight lines between the quantities where
 *   a tier or the free units end, so it is enough to compare them at each of these, just above each, and in their
 *   slope after the last;
 * - prices by the package have steps without end and are compared only with packages of the same size.
 *
 * Whatever is left counts as an increase: notice too much does no harm.
 */
export const mayCostMore = (before: Price, after: Price): boolean =>
  raised(before.minimum ?? Exact.ZERO, after.minimum ?? Exact.ZERO) ||
  (before.maximum !== null && (after.maximum === null || raised(before.maximum, after.maximum))) ||
  packagesCostMore(before, after) ||
  linesCostMore(before, after);

const raised = (before: Exact, after: Exact): boolean => after.compare(before) > 0;

const packagesCostMore = (before: Price, after: Price): boolean => {
  if (before.model !== 'package' && after.model !== 'package') return false;
  return !(
    before.model === 'package' &&
    after.model === 'package' &&
    before.size.equals(after.size) &&
    before.freeUnits.equals(after.freeUnits) &&
    !raised(before.unit, after.unit)
  );
};

/**
 * Far smaller than any number that bounds (12 decimal places at most) and unit prices can make, so that what is
 * true just above a bound is true here.
 */
const JUST_ABOVE = Exact.of(1n, 10n ** 80n);
const STEP = Exact.ONE;

const linesCostMore = (before: Price, after: Price): boolean => {
  if (before.model === 'package') return false;
  const quantities = corners(before, after);
  const last = quantities.reduce((a, b) => Exact.max(a, b), Exact.ZERO);
  const counts = eventCorners(before, after);
  const lastCount = counts.reduce((a, b) => (a > b ? a : b), 0n);

  const isMore = (quantity: Exact, events: bigint): boolean =>
    worth(after, quantity, events).compare(worth(before, quantity, events)) > 0;
  const steeper = (price: Price, alongEvents: boolean): Exact =>
    (alongEvents ? worth(price, last, lastCount + 1n) : worth(price, last.plus(STEP).plus(STEP), 0n)).minus(
      alongEvents ? worth(price, last, lastCount) : worth(price, last.plus(STEP), 0n),
    );

  return (
    quantities.some((quantity) =>
      counts.some((events) => isMore(quantity, events) || isMore(quantity.plus(JUST_ABOVE), events)),
    ) ||
    raised(steeper(before, false), steeper(after, false)) ||
    raised(steeper(before, true), steeper(after, true))
  );
};

/** Quantities at which either price may bend or jump. */
const corners = (...prices: readonly Price[]): readonly Exact[] => [
  Exact.ZERO,
  ...prices.flatMap((price) => [
    price.freeUnits,
    ...('tiers' in price ? price.tiers : []).flatMap(({ upTo }) =>
      upTo === null ? [] : [price.freeUnits.plus(upTo)],
    ),
  ]),
];

/** Numbers of events at which either price may bend. */
const eventCorners = (...prices: readonly Price[]): readonly bigint[] => [
  0n,
  ...prices.flatMap((price) => (price.model === 'percentage' ? [price.freeEvents.ceil()] : [])),
];

/** The price's own arithmetic, without minimum, maximum and shares of a period. */
const worth = (price: Price, quantity: Exact, events: bigint): Exact =>
  rate({ ...price, minimum: null, maximum: null, prorate: null }, { quantity, events, final: true }).exact;
