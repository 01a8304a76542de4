import { formatPence, parsePence, type Pence } from '#libs/kernel';

interface PreviewLine {
  readonly callOffId: string;
  readonly net: { readonly amount: string };
}

/** Pence of an amount that the API gave. */
export const pence = (amount: string): Pence => {
  const value = parsePence(amount, { allowNegative: true });
  if (value === null) throw new Error('an amount of the API that is none');
  return value;
};

/** What the lines of each call-off come to without VAT, in pounds. Call-offs without a line are not in it. */
export const netByCallOff = (lines: readonly PreviewLine[]): ReadonlyMap<string, string> => {
  const sums = new Map<string, Pence>();
  for (const { callOffId, net } of lines)
    sums.set(callOffId, (sums.get(callOffId) ?? 0n) + pence(net.amount));
  return new Map([...sums].map(([id, sum]) => [id, formatPence(sum)]));
};
