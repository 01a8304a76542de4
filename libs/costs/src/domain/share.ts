import { Exact, readDecimal } from '#libs/kernel';

/** A share of a cost in ten-thousandths of a per cent: shares are whole numbers that add up to exactly this. */
export const WHOLE = 1_000_000n;

/** A per cent in these parts. */
const PARTS_OF_A_PERCENT = 10_000n;
const MOST_PLACES = 4;

/** '12.5' is 125,000n; null when it is no per cent from 0 to 100 with at most 4 places. */
export const parseShare = (percent: string): bigint | null => {
  const read = readDecimal(percent, { maxIntegerDigits: 3, maxPlaces: MOST_PLACES });
  if (!(read instanceof Exact)) return null;
  const share = read.times(Exact.of(PARTS_OF_A_PERCENT)).floor();
  return share <= WHOLE ? share : null;
};

/** As a per cent without trailing zeros: 125,000n is '12.5'. */
export const formatShare = (share: bigint): string => Exact.of(share, PARTS_OF_A_PERCENT).toDecimalString();

/** So many percentage points as parts. */
export const pointsOf = (percent: Exact): Exact => percent.times(Exact.of(PARTS_OF_A_PERCENT));
