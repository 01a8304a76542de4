/**
 * A name as search and comparison see it: without case, accents, punctuation or spaces too many; '&' is 'and'. What a
 * person types finds the name however they write it: `king's lynn & west norfolk` is `kings lynn and west norfolk`.
 * The result holds only a-z, 0-9 and single spaces.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’‘`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
