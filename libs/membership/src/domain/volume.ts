import { Exact, readDecimal, refuse, type Refusal } from '#libs/kernel';

/** The most meters for which volumes are taken at once. */
export const MAX_VOLUMES = 100;
const LIMITS = { maxIntegerDigits: 12, maxPlaces: 4 } as const;

/** What is wrong with a yearly volume as typed in. `field` begins the sentence. */
export const quantityFaults = (field: string, text: string, path: readonly string[]): readonly Refusal[] => {
  const read = readDecimal(text, LIMITS);
  if (read instanceof Exact) return [];
  switch (read) {
    case 'NEGATIVE':
      return [refuse('TOO_SMALL', { field, min: '0' }, path)];
    case 'TOO_BIG':
      return [refuse('TOO_BIG', { field, max: '9'.repeat(LIMITS.maxIntegerDigits) }, path)];
    case 'TOO_MANY_DECIMALS':
      return [refuse('TOO_MANY_DECIMALS', { field, places: String(LIMITS.maxPlaces) }, path)];
    case 'FORMAT':
      return [refuse('AMOUNT_FORMAT', { field }, path)];
  }
};
