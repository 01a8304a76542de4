import type { Exact, Pence } from '#libs/kernel';
import { vatOn } from './rate-line.js';

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

export interface TaxedLine {
  readonly net: Pence;
  readonly vatTreatment: string;
  readonly vatRate: Exact;
}

/** An invoice's totals: VAT for each treatment and rate on the sum of its lines, as EN 16931 asks. */
export const totalsOf = (lines: readonly TaxedLine[]): Totals =>
  sumUp(groupsOf(lines).map((group) => ({ ...group, vat: vatOn(group.net, group.rate) })));

export const sameGroup = (
  a: Pick<VatGroup, 'treatment' | 'rate'>,
  b: Pick<VatGroup, 'treatment' | 'rate'>,
): boolean => a.treatment === b.treatment && a.rate.equals(b.rate);

export const groupsOf = (lines: readonly TaxedLine[]): readonly Omit<VatGroup, 'vat'>[] => {
  const groups: Omit<VatGroup, 'vat'>[] = [];
  for (const { net, vatTreatment: treatment, vatRate: rate } of lines) {
    const index = groups.findIndex((group) => sameGroup(group, { treatment, rate }));
    const group = groups[index];
    if (group) groups[index] = { ...group, net: group.net + net };
    else groups.push({ treatment, rate, net });
  }
  return groups.sort((a, b) => b.rate.compare(a.rate) || (a.treatment < b.treatment ? -1 : 1));
};

export const sumUp = (vatSummary: readonly VatGroup[]): Totals => {
  const net = vatSummary.reduce((sum, group) => sum + group.net, 0n);
  const vat = vatSummary.reduce((sum, group) => sum + group.vat, 0n);
  return { net, vat, gross: net + vat, vatSummary };
};
