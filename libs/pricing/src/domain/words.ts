import { Exact } from '#libs/kernel';
import type { VolumeBandOff } from './price.js';

const READABLE_PLACES = 6;

/** A number for people: thousands apart, and no more than 6 places when it has no short decimal. */
export const numberWords = (value: Exact): string => {
  const [whole = '', fraction] = readable(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** Pounds for people: '£4.42', '£1,200.00', '£0.0125'. Never fewer than two places. */
export const poundsWords = (value: Exact): string => {
  const [whole = '', fraction = ''] = numberWords(value).split('.');
  return `£${whole}.${fraction.padEnd(2, '0')}`;
};

export const discountWords = (percent: Exact): string => `Discount of ${numberWords(percent)}%`;

export const volumeBandWords = ({ over, discount }: VolumeBandOff): string =>
  `Volume band over ${numberWords(over)}: ${numberWords(discount)}% off`;

const readable = (value: Exact): string => {
  const printed = value.toDecimalString();
  const places = printed.split('.')[1]?.length ?? 0;
  if (places <= 12) return printed;
  const scale = Exact.of(10n ** BigInt(READABLE_PLACES));
  return Exact.of(value.times(scale).round()).over(scale).toDecimalString();
};
