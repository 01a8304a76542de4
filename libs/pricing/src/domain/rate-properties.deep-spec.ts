/** As `rate-properties.spec.ts`, many times over. ACCEDE_TEST_SEED repeats a run. */
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { assertWorth, drawn, usage } from './price-cases.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const RUNS = 100_000;

describe(`a hundred thousand prices (seed ${seed})`, () => {
  it('are worth what walking the quantity a tenth at a time says', () => {
    console.log(`prices: ${RUNS} tried, seed ${seed}`);
    fc.assert(fc.property(drawn, usage, assertWorth), { seed, numRuns: RUNS });
  }, 600_000);
});
