import {
  Exact,
  daysIn,
  monthName,
  ok,
  type LocalDate,
  type Pence,
  type Period,
  type Result,
} from '#libs/kernel';
import { prorated, rateLine, totalsOf, type LineInput, type RatedLine, type Totals } from '#libs/pricing';
import { BilledIndex, type Billed, type IssuedLine, type Position } from './billed.js';
import { keyText, type CallOffToBill, type Charge, type MonthReading, type UsageDay } from './charge.js';
import { chargesDue } from './charges-due.js';
import { lineWords, recalculationReason } from './line-words.js';
import { monthsToBill } from './months-to-bill.js';
import type { UsageMonth } from './newest-receipts.js';
import { creditTotalsOf, groupsAfter } from './vat.js';

export interface BillInput {
  /** The run's month. */
  readonly month: Period;
  readonly today: LocalDate;
  readonly callOffs: readonly CallOffToBill[];
  readonly usageMonths: readonly UsageMonth[];
  /** The days of every month that `monthsToBill` names with its usage. */
  readonly usageDays: readonly UsageDay[];
  /** Of the same months, for every meter that does not add up by day. */
  readonly readings: readonly MonthReading[];
}

/** A charge that differs from what was billed for it. */
export interface Difference {
  readonly charge: Charge;
  readonly description: string;
  /** What the open calculator reads. */
  readonly calculation: LineInput;
  /** What it answers: `net` is above 0 on an invoice's line, below on a credit. */
  readonly rated: RatedLine;
  /** Its records have receipt numbers above the first and up to the second. */
  readonly receiptAfter: bigint;
  readonly receiptUpTo: bigint;
  /** The revision of the call-off that it was worked out from. */
  readonly callOffRevision: number;
}

export interface CreditLine {
  readonly difference: Difference;
  readonly line: IssuedLine;
  /** Above 0. */
  readonly net: Pence;
}

export interface CreditDecision {
  readonly invoiceId: string;
  readonly reason: string;
  readonly lines: readonly CreditLine[];
  readonly totals: Totals;
}

/** What one member's bill for a run comes to. */
export interface Bill {
  readonly lines: readonly Difference[];
  readonly totals: Totals;
  readonly credits: readonly CreditDecision[];
  /** To be credited once the invoice that billed it is issued; nothing is lost, a later run credits it. */
  readonly waiting: Pence;
}

/**
 * What a run bills one member: for each charge of each month that needs a look, what it is worth now less what was
 * billed for it. Charges that are no longer due are worth nothing. Refuses as `chargesDue` does.
 */
export const decideBill = (input: BillInput, billed: Billed): Result<Bill> => {
  const index = new BilledIndex(billed.positions);
  const differences: Difference[] = [];
  for (const callOff of input.callOffs) {
    for (const look of monthsToBill(callOff, input.month, input.usageMonths, index)) {
      const { month } = look;
      const charges = chargesDue({ ...input, ...look, callOff, usage: input.usageDays });
      if (!charges.ok) return charges;
      const due = new Set(charges.value.map(({ key }) => keyText(key)));
      const looked = new Set(look.meters.map(({ id }) => id));
      const gone = index
        .inMonth(callOff.id, month.start)
        .filter(({ key }) => (look.withUsage || looked.has(key.meterId)) && !due.has(keyText(key)));
      const all = [...charges.value, ...gone.map((position) => chargeNoLongerDue(callOff, month, position))];
      differences.push(...all.map((charge) => differenceOf(charge, index.of(charge.key))));
    }
  }
  const lines = differences.filter(({ rated }) => rated.net > 0n);
  const { credits, waiting } = creditsFor(
    differences.filter(({ rated }) => rated.net < 0n),
    billed,
  );
  const totals = totalsOf(lines.map(({ rated, charge: { callOff } }) => ({ ...callOff, net: rated.net })));
  return ok({ lines, totals, credits, waiting });
};

/** What a charge is worth now, less what was billed for it. */
export const differenceOf = (charge: Charge, position: Position): Difference => {
  const { price, part, prorate, held, volumeBand, discount, quantity, events, final, callOff } = charge;
  const whole = prorate === null ? price.price : prorated(price.price, prorate);
  const calculation: LineInput = {
    price: { ...whole, volumeBand, discount },
    part,
    held,
    quantity,
    events,
    final,
    alreadyBilled: position.net,
    vatRate: callOff.vatRate,
  };
  const receiptAfter = position.countedTo;
  return {
    charge,
    description: lineWords(charge, position.countedTo === 0n && position.net === 0n),
    calculation,
    rated: rateLine(calculation),
    receiptAfter,
    receiptUpTo: charge.receiptUpTo > receiptAfter ? charge.receiptUpTo : receiptAfter,
    callOffRevision: callOff.revision,
  };
};

/** What was billed by a price that holds no more, or for days outside the term, is worth nothing now. */
const chargeNoLongerDue = (callOff: CallOffToBill, month: Period, { key, countedTo }: Position): Charge => {
  const meter = callOff.meters.find(({ id }) => id === key.meterId);
  const price = meter?.prices.find(({ id }) => id === key.priceVersionId);
  if (!meter || !price)
    throw new Error(`price version ${key.priceVersionId} was billed and is not in the catalogue`);
  return {
    key,
    callOff,
    meter,
    price,
    month,
    period: month,
    part: null,
    prorate: { days: 0, of: daysIn(month) },
    held: null,
    volumeBand: null,
    discount: Exact.ZERO,
    quantity: Exact.ZERO,
    events: 0n,
    receiptUpTo: countedTo,
    final: true,
  };
};

/** Spreads what is to be credited over the lines that billed it, newest first, never more than is left on each. */
const creditsFor = (
  differences: readonly Difference[],
  billed: Billed,
): { credits: readonly CreditDecision[]; waiting: Pence } => {
  const byInvoice = new Map<string, CreditLine[]>();
  let waiting = 0n;
  for (const difference of differences) {
    const { taken, owed } = spread(difference, billed);
    waiting += owed;
    for (const credit of taken) {
      const { invoiceId } = credit.line;
      byInvoice.set(invoiceId, [...(byInvoice.get(invoiceId) ?? []), credit]);
    }
  }
  const credits = [...byInvoice].map(([invoiceId, lines]) => creditOf(invoiceId, lines, billed));
  return { credits, waiting };
};

const spread = (whole: Difference, billed: Billed): { taken: readonly CreditLine[]; owed: Pence } => {
  const key = keyText(whole.charge.key);
  const lines = billed.lines.filter((line) => line.left > 0n && keyText(line.key) === key);
  const creditable = lines.reduce((sum, { left }) => sum + left, 0n);
  let owed = -whole.rated.net;
  // Until all of it is credited its use does not count as settled, so that the next run looks again.
  const difference =
    creditable >= owed ? whole : { ...whole, receiptUpTo: whole.receiptAfter, callOffRevision: 0 };
  const taken: CreditLine[] = [];
  for (const line of lines) {
    const net = owed < line.left ? owed : line.left;
    if (net > 0n) taken.push({ difference, line, net });
    owed -= net;
  }
  return { taken, owed };
};

const creditOf = (invoiceId: string, lines: readonly CreditLine[], billed: Billed): CreditDecision => {
  const invoice = billed.invoices.find((left) => left.invoiceId === invoiceId);
  if (!invoice) throw new Error(`nothing is known of invoice ${invoiceId}`);
  const charges = lines.map(({ difference }) => difference.charge);
  const months = [...new Set(charges.map(({ month }) => monthName(month)))];
  const metered = charges.every(({ meter }) => meter.charge === 'USAGE');
  const taxed = lines.map(({ line, net }) => ({ ...line, net }));
  return {
    invoiceId,
    reason: recalculationReason(months, metered),
    lines,
    totals: creditTotalsOf(taxed, invoice.groups),
  };
};

/** What is billed once this bill counts too, for the bills that come after it. */
export const billedAfter = (billed: Billed, bill: Bill): Billed => {
  const positions = new Map(billed.positions.map((position) => [keyText(position.key), position]));
  const count = ({ charge: { key }, receiptUpTo, callOffRevision }: Difference, net: Pence): void => {
    const before = positions.get(keyText(key)) ?? { net: 0n, callOffRevision: 0 };
    const revision = callOffRevision > before.callOffRevision ? callOffRevision : before.callOffRevision;
    positions.set(keyText(key), {
      key,
      net: before.net + net,
      countedTo: receiptUpTo,
      callOffRevision: revision,
    });
  };
  for (const difference of bill.lines) count(difference, difference.rated.net);
  const credited = new Map<string, Pence>();
  for (const { difference, line, net } of bill.credits.flatMap(({ lines }) => lines)) {
    count(difference, -net);
    credited.set(line.lineId, net);
  }
  return {
    positions: [...positions.values()],
    lines: billed.lines.map((line) => ({ ...line, left: line.left - (credited.get(line.lineId) ?? 0n) })),
    invoices: billed.invoices.map((invoice) => {
      const credit = bill.credits.find(({ invoiceId }) => invoiceId === invoice.invoiceId);
      return credit ? { ...invoice, groups: groupsAfter(invoice.groups, credit.totals.vatSummary) } : invoice;
    }),
  };
};
