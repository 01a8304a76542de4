import { err, formatPounds, parsePence, readDecimal, refuse, type Pence, type Refused } from '#libs/kernel';

/** What is wrong with a sum in pounds that a lead authority sets; null when nothing is. */
export const settingFault = (
  text: string,
  { field, path, most }: { readonly field: string; readonly path: readonly string[]; readonly most: Pence },
): Refused | null => {
  const pence = parsePence(text);
  if (pence !== null && pence <= most) return null;
  switch (readDecimal(text, { maxIntegerDigits: 15, maxPlaces: 2 })) {
    case 'FORMAT':
      return err(refuse('AMOUNT_FORMAT', { field }, path));
    case 'NEGATIVE':
      return err(refuse('TOO_SMALL', { field, min: '£0' }, path));
    case 'TOO_MANY_DECIMALS':
      return err(refuse('TOO_MANY_DECIMALS', { field, places: '2' }, path));
    default:
      return err(refuse('TOO_BIG', { field, max: formatPounds(most).replace(/\.00$/, '') }, path));
  }
};
