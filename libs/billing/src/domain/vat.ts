import { groupsOf, sameGroup, sumUp, vatOn, type TaxedLine, type Totals, type VatGroup } from '#libs/pricing';

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

/** Several documents' totals together: VAT is rounded on each by itself, so it is their sum and not worked out again. */
export const sumOfTotals = (totals: readonly Totals[]): Totals => {
  const groups: VatGroup[] = [];
  for (const group of totals.flatMap(({ vatSummary }) => vatSummary)) {
    const index = groups.findIndex((other) => sameGroup(group, other));
    const before = groups[index];
    if (before) groups[index] = { ...before, net: before.net + group.net, vat: before.vat + group.vat };
    else groups.push(group);
  }
  return sumUp(groups.sort((a, b) => b.rate.compare(a.rate) || (a.treatment < b.treatment ? -1 : 1)));
};
