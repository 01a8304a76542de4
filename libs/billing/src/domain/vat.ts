import type { Exact, Pence } from '#libs/kernel';
import { vatOn } from '#libs/pricing';

/** The sum of a document's lines of one VAT treatment and rate, and the VAT on that sum, rounded once. */
export interface VatGroup {
  readonly treatment: string;
  /** A fraction: 0.2 is 20%. */
  readonly rate: Exact;
  readonly net: Pence;
  readonly vat: Pence;
}

export interface Totals {
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
  /** Highest rate first, then by treatment. */
  readonly vatSummary: readonly VatGroup[];
}

interface TaxedLine {
  readonly net: Pence;
  readonly vatTreatment: string;
  readonly vatRate: Exact;
}

/** An invoice's totals. */
export const totalsOf = (lines: readonly TaxedLine[]): Totals =>
  sumUp(groupsOf(lines).map((group) => ({ ...group, vat: vatOn(group.net, group.rate) })));

/**
 * A credit note's totals. `left` is what may still be credited on its invoice: VAT is never more than that, and the
 * credit that takes the last of a group's net takes the last of its VAT, so that no penny of rounding stays behind.
 */
export const creditTotalsOf = (lines: readonly TaxedLine[], left: readonly VatGroup[]): Totals =>
  sumUp(
    groupsOf(lines).map((group) => {
      const ofInvoice = left.find((other) => sameGroup(group, other));
      if (!ofInvoice || group.net > ofInvoice.net)
        throw new RangeError('a credit is more than is left on its invoice');
      const vat = vatOn(group.net, group.rate);
      const last = group.net === ofInvoice.net;
      return { ...group, vat: last || vat > ofInvoice.vat ? ofInvoice.vat : vat };
    }),
  );

/** What stays of an invoice's groups after a credit. */
export const groupsAfter = (left: readonly VatGroup[], credit: readonly VatGroup[]): readonly VatGroup[] =>
  left.map((group) => {
    const taken = credit.find((other) => sameGroup(group, other));
    return taken ? { ...group, net: group.net - taken.net, vat: group.vat - taken.vat } : group;
  });

const sameGroup = (
  a: Pick<VatGroup, 'treatment' | 'rate'>,
  b: Pick<VatGroup, 'treatment' | 'rate'>,
): boolean => a.treatment === b.treatment && a.rate.equals(b.rate);

const groupsOf = (lines: readonly TaxedLine[]): readonly Omit<VatGroup, 'vat'>[] => {
  const groups: Omit<VatGroup, 'vat'>[] = [];
  for (const { net, vatTreatment: treatment, vatRate: rate } of lines) {
    const index = groups.findIndex((group) => sameGroup(group, { treatment, rate }));
    const group = groups[index];
    if (group) groups[index] = { ...group, net: group.net + net };
    else groups.push({ treatment, rate, net });
  }
  return groups.sort((a, b) => b.rate.compare(a.rate) || (a.treatment < b.treatment ? -1 : 1));
};

const sumUp = (vatSummary: readonly VatGroup[]): Totals => {
  const net = vatSummary.reduce((sum, group) => sum + group.net, 0n);
  const vat = vatSummary.reduce((sum, group) => sum + group.vat, 0n);
  return { net, vat, gross: net + vat, vatSummary };
};
