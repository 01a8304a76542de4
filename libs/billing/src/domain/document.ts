import type { ChargeKind, LocalDate, Pence, Period, RefusalCode } from '#libs/kernel';
import type { VatGroup } from '#libs/pricing';

export type InvoiceState = 'DRAFT' | 'APPROVED' | 'ISSUED' | 'VOID';
export const creditNoteStates = ['DRAFT', 'APPROVED', 'ISSUED'] as const;
export type CreditNoteState = (typeof creditNoteStates)[number];
export const creditNoteKinds = ['RECALCULATION', 'CONCESSION'] as const;
export type CreditNoteKind = (typeof creditNoteKinds)[number];

/** What an invoice and a credit note have in common. Ids are uuids. */
interface Document {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly number: string | null;
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
  readonly vatSummary: readonly VatGroup[];
  readonly preparedBy: string;
  readonly preparedAt: Date;
  /** SHA-256 over the lines and totals, in hex: an approval names it. */
  readonly contentSha256: string;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly issuedBy: string | null;
  readonly issuedAt: Date | null;
  readonly issuedOn: LocalDate | null;
  readonly seller: Seller | null;
  readonly buyer: Buyer | null;
  /** The head of the audit chain when it was issued, in hex. */
  readonly auditHead: string | null;
  /** SHA-256 over all that is printed, in hex. */
  readonly issuedSha256: string | null;
}

export interface Invoice extends Document {
  readonly runId: string;
  readonly state: InvoiceState;
  /** The run's month. */
  readonly period: Period;
  readonly dueOn: LocalDate | null;
  /** The number of the one purchase order that it is for; null when it is for all, or for what has none. */
  readonly forOrder: string | null;
  readonly warnings: readonly InvoiceWarning[];
  readonly purchaseOrders: readonly PurchaseOrderOfInvoice[] | null;
  /** Null unless it is void. */
  readonly voided: { readonly by: string; readonly at: Date; readonly reason: string } | null;
}

/** What both finance sides should know before an invoice is issued; it is no refusal. */
export interface InvoiceWarning {
  readonly code: RefusalCode;
  readonly message: string;
}

export interface CreditNote extends Document {
  readonly invoiceId: string;
  readonly kind: CreditNoteKind;
  readonly state: CreditNoteState;
  /** Null for a concession. */
  readonly runId: string | null;
  readonly runMonth: Period | null;
  readonly reason: string;
}

/** The lead authority as it was printed. */
export interface Seller {
  readonly name: string;
  readonly address: string;
  readonly vatNumber: string;
  readonly bank: { readonly accountName: string; readonly sortCode: string; readonly accountNumber: string };
}

/** The member as it was printed. */
export interface Buyer {
  readonly name: string;
  readonly code: string | null;
}

export interface PurchaseOrderOfInvoice {
  readonly callOffId: string;
  readonly callOffReference: string;
  /** Null where the member told us that it uses none, or where there is a reason to go without. */
  readonly number: string | null;
  /** Why it was issued although the member has told us neither a number nor that it uses none. */
  readonly withoutReason?: string;
}

/** One line of an invoice: call-off × meter × period × price version. */
export interface InvoiceLine {
  readonly id: string;
  readonly invoiceId: string;
  readonly lineNumber: number;
  readonly callOffId: string;
  readonly meterId: string;
  readonly priceVersionId: string;
  readonly agreementId: string;
  /** What makes it due. */
  readonly charge: ChargeKind;
  readonly period: Period;
  readonly description: string;
  readonly net: Pence;
  readonly vatTreatment: string;
  /** A fraction as decimal text. */
  readonly vatRate: string;
  readonly working: Working;
}

/** How a line came about. */
export interface Working {
  readonly callOffRevision: number;
  /** Decimal text. */
  readonly quantity: string;
  readonly events: bigint;
  /** What the period is worth in all, in pounds, not rounded. */
  readonly exact: string;
  readonly alreadyBilled: Pence;
  /** What the open calculator reads and prints for it. */
  readonly arithmetic: Arithmetic;
  /** Its records have receipt numbers above the first and up to the second. */
  readonly receiptAfter: bigint;
  readonly receiptUpTo: bigint;
}

export interface Arithmetic {
  readonly calculation: JsonObject;
  readonly result: JsonObject;
}
export type JsonObject = Readonly<Record<string, unknown>>;

export interface CreditNoteLine {
  readonly id: string;
  readonly creditNoteId: string;
  readonly lineNumber: number;
  readonly invoiceLineId: string;
  readonly description: string;
  readonly net: Pence;
  readonly vatTreatment: string;
  readonly vatRate: string;
  /** Null for a concession. */
  readonly working: Working | null;
}
