import { quantity } from '../formats/money.js';

interface Unusual {
  readonly kind: 'SPIKE' | 'GAP';
  readonly meterTitle: string;
  readonly quantity: string;
  readonly mean: string;
}

/** What is unusual about a month of a meter, in a sentence. */
export const unusualWords = ({ kind, meterTitle, quantity: amount, mean }: Unusual): string =>
  kind === 'SPIKE'
    ? `${meterTitle}: ${quantity(amount)}, well over the mean of the three months before, which is ${quantity(mean)}.`
    : `${meterTitle}: nothing was recorded, and the mean of the three months before is ${quantity(mean)}.`;
