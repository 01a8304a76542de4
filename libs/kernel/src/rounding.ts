import { Exact } from './decimal.js';
import type { Pence } from './money.js';

const HUNDRED = Exact.of(100n);

/** An amount in pounds to the nearest penny, half away from zero: 0.005 → 1p, −0.005 → −1p. */
export const roundToPence = (pounds: Exact): Pence => pounds.times(HUNDRED).round();
