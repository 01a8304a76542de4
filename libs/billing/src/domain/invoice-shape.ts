import { formatPounds, monthName, refuse, type Pence } from '#libs/kernel';
import { totalsOf } from '#libs/pricing';
import type { Difference } from './bill.js';
import type { BillOfMonth } from './bills.js';
import type { InvoiceWarning } from './document.js';
import { invoiceContent, type InvoiceContent } from './draft.js';

export const invoiceGroupings = ['CONSOLIDATED', 'PER_ORDER'] as const;
/** CONSOLIDATED: one invoice a month. PER_ORDER: one for each purchase order, and one for what has none. */
export type InvoiceGrouping = (typeof invoiceGroupings)[number];
export const usualGrouping: InvoiceGrouping = 'CONSOLIDATED';

/** The purchase order, or the exemption, that covers a line. */
export interface OrderOfLine {
  readonly id: string;
  /** Null where the member uses none. */
  readonly number: string | null;
  /** Null when it is not limited. */
  readonly valuePence: Pence | null;
}

/** What a bill's lines become invoices by. */
export interface InvoiceShape {
  readonly grouping: InvoiceGrouping;
  /** A bill that charges less is carried to the next run; pence without VAT. */
  readonly smallestInvoice: Pence;
  readonly orderOf: (line: Difference) => OrderOfLine | null;
  /** What is charged to each purchase order already, by its id, on issued and approved invoices. */
  readonly charged: ReadonlyMap<string, Pence>;
}

/** A bill as the documents that it is drafted as. */
export interface ShapedBill extends BillOfMonth {
  readonly invoices: readonly InvoiceContent[];
}

/**
 * The invoices of several months' bills, oldest month first. What one draft charges to a purchase order is not left for
 * the drafts after it; what is carried on is charged to none.
 */
export const shapeBills = (bills: readonly BillOfMonth[], shape: InvoiceShape): readonly ShapedBill[] => {
  const charged = new Map(shape.charged);
  return bills.map((ofMonth) => {
    const invoices = groupsOf(ofMonth.bill.lines, shape).map(({ forOrder, lines }) =>
      invoiceContent(ofMonth.month, {
        lines,
        totals: totalsOf(lines.map(({ rated, charge: { callOff } }) => ({ ...callOff, net: rated.net }))),
        forOrder,
        warnings: warningsOf(lines, shape, charged),
      }),
    );
    if (ofMonth.carried === 0n)
      for (const [id, amount] of amountsByOrder(ofMonth.bill.lines, shape))
        charged.set(id, (charged.get(id) ?? 0n) + amount);
    return { ...ofMonth, invoices };
  });
};

interface Group {
  readonly forOrder: string | null;
  readonly lines: readonly Difference[];
}

/** In the order of their first lines. */
const groupsOf = (lines: readonly Difference[], { grouping, orderOf }: InvoiceShape): readonly Group[] => {
  const groups = new Map<string | null, Difference[]>();
  for (const line of lines) {
    const number = grouping === 'PER_ORDER' ? (orderOf(line)?.number ?? null) : null;
    const group = groups.get(number);
    if (group) group.push(line);
    else groups.set(number, [line]);
  }
  return [...groups].map(([forOrder, own]) => ({ forOrder, lines: own }));
};

const amountsByOrder = (
  lines: readonly Difference[],
  { orderOf }: InvoiceShape,
): ReadonlyMap<string, Pence> => {
  const amounts = new Map<string, Pence>();
  for (const line of lines) {
    const order = orderOf(line);
    if (order) amounts.set(order.id, (amounts.get(order.id) ?? 0n) + line.rated.net);
  }
  return amounts;
};

const warningsOf = (
  lines: readonly Difference[],
  shape: InvoiceShape,
  charged: ReadonlyMap<string, Pence>,
): readonly InvoiceWarning[] => {
  const amounts = amountsByOrder(lines, shape);
  const warnings = new Map<string, InvoiceWarning>();
  for (const line of lines) {
    const order = shape.orderOf(line);
    if (order === null) {
      const { callOff, month } = line.charge;
      warnings.set(`none/${callOff.id}`, orderMissing(callOff.reference, monthName(month)));
    } else if (order.number !== null && order.valuePence !== null) {
      const left = order.valuePence - (charged.get(order.id) ?? 0n);
      const amount = amounts.get(order.id) ?? 0n;
      if (amount > left) warnings.set(order.id, orderExhausted(order.number, left, amount));
    }
  }
  return [...warnings.values()];
};

const orderMissing = (callOff: string, month: string): InvoiceWarning => {
  const { code, message } = refuse('PO_REQUIRED');
  return { code, message: `${message} Call-off ${callOff} has none for ${month}.` };
};

const orderExhausted = (number: string, left: Pence, amount: Pence): InvoiceWarning => {
  const words = { number, left: whole(left > 0n ? left : 0n), amount: whole(amount) };
  const { code, message } = refuse('PO_EXHAUSTED', words);
  return { code, message };
};

/** Pounds as a sentence says them: without pence where there are none. */
const whole = (amount: Pence): string => formatPounds(amount).replace(/\.00$/, '');
