import { calculationToJson, ratedLineToJson } from '#libs/pricing';
import type { CreditDecision, Difference } from './bill.js';
import type { CreditNoteKind, CreditNoteLine, InvoiceLine, InvoiceWarning, Working } from './document.js';
import type { Totals } from '#libs/pricing';
import type { Period } from '#libs/kernel';

/** An invoice's content, before it has an id. */
export interface InvoiceContent {
  readonly period: Period;
  readonly lines: readonly Omit<InvoiceLine, 'id' | 'invoiceId'>[];
  readonly totals: Totals;
  /** The number of the one purchase order that it is for; null when it is for all, or for what has none. */
  readonly forOrder: string | null;
  readonly warnings: readonly InvoiceWarning[];
}

/** A credit note's content, before it has an id. */
export interface CreditNoteContent {
  readonly invoiceId: string;
  readonly kind: CreditNoteKind;
  readonly runMonth: Period | null;
  readonly reason: string;
  readonly lines: readonly Omit<CreditNoteLine, 'id' | 'creditNoteId'>[];
  readonly totals: Totals;
}

/** An invoice of a run's bill. */
export const invoiceContent = (
  period: Period,
  { lines, ...rest }: Omit<InvoiceContent, 'period' | 'lines'> & { readonly lines: readonly Difference[] },
): InvoiceContent => ({ period, lines: lines.map(invoiceLine), ...rest });

const invoiceLine = (difference: Difference, index: number): Omit<InvoiceLine, 'id' | 'invoiceId'> => {
  const { charge, description, rated } = difference;
  const { callOff } = charge;
  return {
    lineNumber: index + 1,
    callOffId: callOff.id,
    meterId: charge.meter.id,
    priceVersionId: charge.price.id,
    agreementId: callOff.agreementId,
    charge: charge.meter.charge,
    period: charge.period,
    description,
    net: rated.net,
    vatTreatment: callOff.vatTreatment,
    vatRate: callOff.vatRate.toDecimalString(),
    working: workingOf(difference),
  };
};

/** The credit note of a recalculation. */
export const recalculationContent = (
  runMonth: Period,
  { invoiceId, reason, lines, totals }: CreditDecision,
): CreditNoteContent => ({
  invoiceId,
  kind: 'RECALCULATION',
  runMonth,
  reason,
  lines: lines.map(({ difference, line, net }, index) => ({
    lineNumber: index + 1,
    invoiceLineId: line.lineId,
    description: difference.description,
    net,
    vatTreatment: line.vatTreatment,
    vatRate: line.vatRate.toDecimalString(),
    working: workingOf(difference),
  })),
  totals,
});

const workingOf = (difference: Difference): Working => {
  const { charge, calculation, rated, receiptAfter, receiptUpTo, callOffRevision } = difference;
  return {
    callOffRevision,
    quantity: charge.quantity.toDecimalString(),
    events: charge.events,
    exact: rated.exact.toDecimalString(),
    alreadyBilled: calculation.alreadyBilled,
    arithmetic: { calculation: calculationToJson(calculation), result: ratedLineToJson(rated) },
    receiptAfter,
    receiptUpTo,
  };
};
