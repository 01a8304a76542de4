/**
 * Which part of a `*.split-spec.ts` this run has: `npm test` does the daily one, `npm run test:deep` the rest (set in
 * jest.config.mjs).
 */
export const part = (globalThis as { ACCEDE_PART?: 'daily' | 'deep' }).ACCEDE_PART ?? 'daily';

/** One of two ways to go a journey every day, the other in test:deep. */
export const wayOfToday = <T>(daily: T, deep: T): readonly [T] => [part === 'daily' ? daily : deep];

/**
 * Counts the days, for what takes turns; `ACCEDE_TEST_DAY` names another one, so that a run of that day can be had again.
 * jest.config.mjs reads the same.
 */
export const day = Number(process.env['ACCEDE_TEST_DAY'] ?? Math.floor(Date.now() / 86_400_000));

/** Every day one half of many alike, the next day the other; in test:deep all. */
export const halfOfToday = <T>(all: readonly T[]): readonly T[] =>
  part === 'deep' ? all : all.filter((_, at) => (at + day) % 2 === 0);
