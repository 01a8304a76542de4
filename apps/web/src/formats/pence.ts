import { formatPence, parsePence, type Pence } from '#libs/kernel';

/** Pence of an amount that the API gave. */
export const penceOf = ({ amount }: { readonly amount: string }): Pence => {
  const value = parsePence(amount, { allowNegative: true });
  if (value === null) throw new Error('an amount of the API that is none');
  return value;
};

/** What amounts of the API come to together, as the API would give it. */
export const sumOf = (amounts: readonly { readonly amount: string }[]): string =>
  formatPence(amounts.reduce((sum, amount) => sum + penceOf(amount), 0n));
