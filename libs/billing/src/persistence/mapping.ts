import { exact, localDate, monthOf, type Period } from '#libs/kernel';
import type { CreditNote, CreditNoteLine, Invoice, InvoiceLine } from '../domain/document.js';
import type { VatGroup } from '#libs/pricing';
import type {
  CreditNoteLineRow,
  CreditNoteRow,
  InvoiceLineRow,
  InvoiceRow,
  VatGroupJson,
} from './entities.js';

export const vatToJson = (groups: readonly VatGroup[]): readonly VatGroupJson[] =>
  groups.map(({ treatment, rate, net, vat }) => ({
    treatment,
    rate: rate.toDecimalString(),
    net: net.toString(),
    vat: vat.toString(),
  }));

export const vatFromJson = (groups: readonly VatGroupJson[]): readonly VatGroup[] =>
  groups.map(({ treatment, rate, net, vat }) => ({
    treatment,
    rate: exact(rate),
    net: BigInt(net),
    vat: BigInt(vat),
  }));

const dateOrNull = (text: string | null) => (text === null ? null : localDate(text));
const hexOrNull = (bytes: Buffer | null) => bytes?.toString('hex') ?? null;
const period = (row: { periodStart: string; periodEnd: string }): Period => ({
  start: localDate(row.periodStart),
  end: localDate(row.periodEnd),
});

const toDocument = (row: InvoiceRow | CreditNoteRow) => ({
  tenantId: row.tenantId,
  leadId: row.leadId,
  id: row.id,
  number: row.number,
  net: row.netPence,
  vat: row.vatPence,
  gross: row.grossPence,
  vatSummary: vatFromJson(row.vatSummary),
  preparedBy: row.preparedBy,
  preparedAt: row.preparedAt,
  contentSha256: row.contentSha256.toString('hex'),
  approvedBy: row.approvedBy,
  approvedAt: row.approvedAt,
  issuedBy: row.issuedBy,
  issuedAt: row.issuedAt,
  issuedOn: dateOrNull(row.issuedOn),
  seller: row.seller,
  buyer: row.buyer,
  auditHead: hexOrNull(row.auditHead),
  issuedSha256: hexOrNull(row.issuedSha256),
});

export const toInvoice = (row: InvoiceRow): Invoice => ({
  ...toDocument(row),
  runId: row.runId,
  forOrder: row.forOrder,
  warnings: row.warnings,
  state: row.state,
  period: period(row),
  dueOn: dateOrNull(row.dueOn),
  purchaseOrders: row.purchaseOrders,
  voided: voidedOf(row),
});

const voidedOf = ({ voidedBy, voidedAt, voidReason }: InvoiceRow): Invoice['voided'] =>
  voidedBy === null || voidedAt === null || voidReason === null
    ? null
    : { by: voidedBy, at: voidedAt, reason: voidReason };

export const toCreditNote = (row: CreditNoteRow): CreditNote => ({
  ...toDocument(row),
  runId: row.runId,
  runMonth: row.runMonth === null ? null : monthOf(localDate(row.runMonth)),
  invoiceId: row.invoiceId,
  kind: row.kind,
  state: row.state,
  reason: row.reason,
});

export const toInvoiceLine = (row: InvoiceLineRow): InvoiceLine => ({
  id: row.id,
  invoiceId: row.invoiceId,
  lineNumber: row.lineNumber,
  callOffId: row.callOffId,
  meterId: row.meterId,
  priceVersionId: row.priceVersionId,
  agreementId: row.agreementId,
  charge: row.charge,
  period: period(row),
  description: row.description,
  net: row.netPence,
  vatTreatment: row.vatTreatment,
  vatRate: row.vatRate,
  working: {
    callOffRevision: row.callOffRevision,
    quantity: row.quantity,
    events: row.events,
    exact: row.exact,
    alreadyBilled: row.alreadyBilledPence,
    arithmetic: row.arithmetic,
    receiptAfter: row.receiptAfter,
    receiptUpTo: row.receiptUpTo,
  },
});

export const toCreditNoteLine = (row: CreditNoteLineRow): CreditNoteLine => ({
  id: row.id,
  creditNoteId: row.creditNoteId,
  lineNumber: row.lineNumber,
  invoiceLineId: row.invoiceLineId,
  description: row.description,
  net: row.netPence,
  vatTreatment: row.vatTreatment,
  vatRate: row.vatRate,
  working: workingOf(row),
});

const workingOf = (row: CreditNoteLineRow): CreditNoteLine['working'] => {
  const {
    callOffRevision,
    quantity,
    events,
    exact: worth,
    alreadyBilledPence,
    arithmetic,
    receiptAfter,
    receiptUpTo,
  } = row;
  if (
    callOffRevision === null ||
    quantity === null ||
    events === null ||
    worth === null ||
    alreadyBilledPence === null ||
    arithmetic === null ||
    receiptAfter === null ||
    receiptUpTo === null
  )
    return null;
  return {
    callOffRevision,
    quantity,
    events,
    exact: worth,
    alreadyBilled: alreadyBilledPence,
    arithmetic,
    receiptAfter,
    receiptUpTo,
  };
};
