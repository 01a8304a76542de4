import { Exact } from '#libs/kernel';

const HUNDRED = Exact.of(100n);

/** A mean or a forecast for people to read: two decimal places, half away from zero. */
export const rounded = (quantity: Exact): string =>
  Exact.of(quantity.times(HUNDRED).round(), 100n).toDecimalString();
