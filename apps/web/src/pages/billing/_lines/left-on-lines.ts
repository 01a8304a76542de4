import { formatPence } from '#libs/kernel';
import { penceOf } from '../../../formats/pence.js';

interface Net {
  readonly net: { readonly amount: string };
}

/** What of each line was not credited yet, drafts of credit notes counted, in pounds by the line's id. */
export const leftOnLines = (
  lines: readonly (Net & { readonly id: string })[],
  credited: readonly (Net & { readonly invoiceLineId: string })[],
): ReadonlyMap<string, string> =>
  new Map(
    lines.map(({ id, net }) => {
      const own = credited.filter(({ invoiceLineId }) => invoiceLineId === id);
      return [id, formatPence(own.reduce((left, line) => left - penceOf(line.net), penceOf(net)))];
    }),
  );
