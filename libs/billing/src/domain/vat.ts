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
