import type { CreditNote, Invoice } from '#libs/billing';
import { monthLabel } from '#libs/kernel';
import type { Show } from '../graphql/index.js';

/** Members hear of documents once they are issued; whoever sees a draft sees what the month is going to cost. */
export const showInvoices = (show: Show, invoices: readonly Invoice[]): void => {
  for (const { tenantId, id, number, period } of invoices)
    if (number === null) show('BILLING_PREVIEW', [{ tenantId, reference: monthLabel(period) }]);
    else show('INVOICE', [{ tenantId, id, reference: number }]);
};

/** As of invoices; a draft that no run made is of no month. */
export const showCreditNotes = (show: Show, notes: readonly CreditNote[]): void => {
  for (const { tenantId, id, number, runMonth } of notes)
    if (number === null) show('BILLING_PREVIEW', [{ tenantId, reference: runMonth && monthLabel(runMonth) }]);
    else show('CREDIT_NOTE', [{ tenantId, id, reference: number }]);
};
