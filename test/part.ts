/**
 * Which part of a `*.split-spec.ts` this run has: `npm test` does the daily one, `npm run test:deep` the rest (set in
 * jest.config.mjs).
 */
export const part = (globalThis as { ACCEDE_PART?: 'daily' | 'deep' }).ACCEDE_PART ?? 'daily';

/** One of two ways to go a journey every day, the other in test:deep. */
export const wayOfToday = <T>(daily: T, deep: T): readonly [T] => [part === 'daily' ? daily : deep];
