/**
 * Which part of a `*.split-spec.ts` this run has: `npm test` does the daily one, `npm run test:deep` the rest (set in
 * jest.config.mjs).
 */
export const part = (globalThis as { ACCEDE_PART?: 'daily' | 'deep' }).ACCEDE_PART ?? 'daily';

/** One of two ways to go a journey every day, the other in test:deep. */
export const wayOfToday = <T>(daily: T, deep: T): readonly [T] => [part === 'daily' ? daily : deep];

/** Every day one half of many alike, the next day the other; in test:deep all. */
export const halfOfToday = <T>(all: readonly T[]): readonly T[] =>
  part === 'deep' ? all : all.filter((_, at) => (at + Math.floor(Date.now() / 86_400_000)) % 2 === 0);
