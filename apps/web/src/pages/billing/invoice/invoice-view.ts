import { money, price, quantity } from '../../../formats/money.js';
import { sumOf } from '../../../formats/pence.js';
import { onePrice } from '../_lines/one-price.js';
import { words } from './en.js';
import type { InvoicePageQuery } from './operations.generated.js';

type Invoice = InvoicePageQuery['invoice'];
type Line = Invoice['lines']['edges'][number]['node'];

/** The lines with their prices, and the arithmetic in one row where it has one step. */
export const linesOf = ({ lines, priceVersions }: Invoice): readonly object[] =>
  lines.edges.map(({ node: line }) => {
    const unit = onePrice(line.working.steps);
    return {
      ...line,
      unit,
      priceVersion: priceVersions.find(({ id }) => id === line.priceVersionId) ?? null,
      equation: equationOf(line, unit),
    };
  });

/** Only where it says all: nothing was billed before, and the quantity has one price. */
const equationOf = ({ working, net }: Line, unit: string | null): string | null =>
  unit === null || sumOf([working.alreadyBilled]) !== '0.00'
    ? null
    : words.equation(quantity(working.quantity), price(unit), money(net));

/** The purchase orders that it quotes, with what each is worth where that is limited. */
export const ordersOf = ({ purchaseOrders, callOffs }: Invoice): readonly string[] =>
  (purchaseOrders ?? []).map(({ callOffReference, number, withoutReason }) => {
    if (number === null)
      return words.orderOf(
        callOffReference,
        withoutReason ? words.withoutOrder(withoutReason) : words.noOrder,
      );
    const callOff = callOffs.find(({ reference }) => reference === callOffReference);
    const value = callOff?.purchaseOrders.edges.find(({ node }) => node.number === number)?.node.value;
    return words.orderOf(callOffReference, number) + (value ? words.orderWorth(money(value)) : '');
  });

/** How the lines of this page are split over the member's own cost centres, share by share, and what each one gets. */
export const splitsOf = ({
  lines,
}: Invoice): { readonly rows: readonly object[]; readonly sums: readonly object[] } => {
  const rows = lines.edges.flatMap(({ node: { lineNumber, description, costSplit } }) =>
    costSplit.map((share, index) => ({
      ...share,
      lineNumber: index === 0 ? lineNumber : null,
      description: index === 0 ? description : null,
    })),
  );
  const codes = new Map(rows.map((row) => [`${row.costCentre}/${row.subjectiveCode}`, row]));
  const sums = [...codes.values()].map(({ costCentre, subjectiveCode }) => ({
    costCentre,
    subjectiveCode,
    net: sumOf(
      rows
        .filter((row) => row.costCentre === costCentre && row.subjectiveCode === subjectiveCode)
        .map(({ net }) => net),
    ),
  }));
  return { rows, sums };
};

/** The postings with what they come to together, which is nothing. */
export const journalOf = ({
  journal,
}: Invoice): { readonly rows: readonly object[]; readonly sum: string } => {
  const postings = journal.flatMap(({ postedOn, memo, postings: own }) =>
    own.map(({ account, amount: { amount } }, index) => ({
      postedOn: index === 0 ? postedOn : null,
      memo: index === 0 ? memo : null,
      account,
      amount,
      isCredit: amount.startsWith('-'),
    })),
  );
  return { rows: postings, sum: sumOf(postings) };
};
