import { Exact, parseDecimal } from './decimal.js';

/** Whole pence. Pounds with fractions of a penny are `Exact`. */
export type Pence = bigint;

/** Pounds written as text, '12.34', as pence; null when it is not strictly that. 15 digits before the point at most. */
export const parsePence = (text: unknown, { allowNegative = false } = {}): Pence | null => {
  const pounds = parseDecimal(text, { maxIntegerDigits: 15, maxPlaces: 2, allowNegative });
  return pounds === null ? null : (pounds.numerator * 100n) / pounds.denominator;
};

/** Pence as pounds with two places, for machines: 1234n → '12.34', −5n → '-0.05'. */
export const formatPence = (pence: Pence): string => {
  const digits = (pence < 0n ? -pence : pence).toString().padStart(3, '0');
  return `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Pence as pounds, for people: 123456n → '£1,234.56', −5n → '-£0.05'. */
export const formatPounds = (pence: Pence): string => {
  const [whole = '', places = ''] = formatPence(pence < 0n ? -pence : pence).split('.');
  return `${pence < 0n ? '-' : ''}£${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${places}`;
};

/** Pence as exact pounds. */
export const penceToExact = (pence: Pence): Exact => Exact.of(pence, 100n);
