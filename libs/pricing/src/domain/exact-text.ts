import { parseDecimal, type Exact } from '#libs/kernel';

/**
 * A number as the text that reads back to it. Throws a RangeError when it has none within the limits of input,
 * as a part of a period may not (10 × 26/29): write down the whole price and its part instead.
 */
export const exactText = (value: Exact): string => {
  const text = value.toDecimalString();
  if (parseDecimal(text)?.equals(value)) return text;
  throw new RangeError('this number has no exact text: write down the whole price and its part');
};

/** A count that must be whole. Throws a RangeError when it is not. */
export const wholeNumber = (value: Exact): number => {
  // eslint-disable-next-line no-restricted-syntax -- a count, checked to be whole and safe below
  const count = Number(value.floor());
  if (value.denominator === 1n && Number.isSafeInteger(count)) return count;
  throw new RangeError('this count is not whole: write down the whole price and its part');
};
