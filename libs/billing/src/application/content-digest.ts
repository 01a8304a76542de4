import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#libs/platform';
import type { CreditNoteContent, InvoiceContent } from '../domain/draft.js';
import type { CreditNote, CreditNoteLine, Invoice, InvoiceLine, Working } from '../domain/document.js';
import type { Totals, VatGroup } from '#libs/pricing';

const sha256 = (json: Json): string => createHash('sha256').update(canonicalJson(json)).digest('hex');

interface Whose {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
}

/** SHA-256 in hex over an invoice's lines and totals: what an approver has seen. */
export const invoiceDigest = (
  { tenantId, leadId, id }: Whose,
  { period, lines, totals, forOrder, warnings }: InvoiceContent,
): string =>
  sha256({
    tenantId,
    leadId,
    id,
    period: { start: period.start, end: period.end },
    // Left out where there is nothing to say, as in documents that are older than they are.
    ...(forOrder === null ? {} : { forOrder }),
    ...(warnings.length === 0 ? {} : { warnings: warnings.map(({ code, message }) => ({ code, message })) }),
    lines: lines.map((line) => ({
      lineNumber: line.lineNumber,
      callOffId: line.callOffId,
      meterId: line.meterId,
      priceVersionId: line.priceVersionId,
      agreementId: line.agreementId,
      // Only where it says something: digests from when everything was metered stay as they are.
      ...(line.charge === 'USAGE' ? {} : { charge: line.charge }),
      start: line.period.start,
      end: line.period.end,
      description: line.description,
      net: line.net,
      vatTreatment: line.vatTreatment,
      vatRate: line.vatRate,
      ...workingJson(line.working),
    })),
    ...totalsJson(totals),
  });

/** SHA-256 in hex over a credit note's lines, reason and totals. */
export const creditNoteDigest = ({ tenantId, leadId, id }: Whose, content: CreditNoteContent): string =>
  sha256({
    tenantId,
    leadId,
    id,
    invoiceId: content.invoiceId,
    kind: content.kind,
    runMonth: content.runMonth?.start ?? null,
    reason: content.reason,
    lines: content.lines.map((line) => ({
      lineNumber: line.lineNumber,
      invoiceLineId: line.invoiceLineId,
      description: line.description,
      net: line.net,
      vatTreatment: line.vatTreatment,
      vatRate: line.vatRate,
      ...(line.working === null ? {} : workingJson(line.working)),
    })),
    ...totalsJson(content.totals),
  });

/** The digest of a stored invoice, worked out again from its rows. */
export const storedInvoiceDigest = (invoice: Invoice, lines: readonly InvoiceLine[]): string =>
  invoiceDigest(invoice, { ...invoice, lines, totals: invoice });

/** The digest of a stored credit note, worked out again from its rows. */
export const storedCreditNoteDigest = (note: CreditNote, lines: readonly CreditNoteLine[]): string =>
  creditNoteDigest(note, { ...note, lines, totals: note });

/** What issuing adds to a document. Everything that is printed is this and the content. */
export type Issued = Pick<
  Invoice,
  'contentSha256' | 'number' | 'issuedOn' | 'dueOn' | 'seller' | 'buyer' | 'purchaseOrders' | 'auditHead'
>;

/** SHA-256 in hex over all that is printed. */
export const issuedDigest = (issued: Issued): string =>
  sha256({
    contentSha256: issued.contentSha256,
    number: issued.number,
    issuedOn: issued.issuedOn,
    dueOn: issued.dueOn,
    seller: issued.seller as unknown as Json,
    buyer: issued.buyer as unknown as Json,
    purchaseOrders: issued.purchaseOrders as unknown as Json,
    auditHead: issued.auditHead,
  });

/** SHA-256 in hex over a run's drafts: what is seen when all of them are approved at once. */
export const runDigest = (
  documents: readonly { readonly id: string; readonly contentSha256: string }[],
): string => sha256([...documents].map(({ id, contentSha256 }) => `${id}:${contentSha256}`).sort());

const workingJson = (working: Working): Record<string, Json> => ({
  callOffRevision: working.callOffRevision,
  quantity: working.quantity,
  events: working.events,
  exact: working.exact,
  alreadyBilled: working.alreadyBilled,
  arithmetic: working.arithmetic as unknown as Json,
  receiptAfter: working.receiptAfter,
  receiptUpTo: working.receiptUpTo,
});

const totalsJson = ({ net, vat, gross, vatSummary }: Totals): Record<string, Json> => ({
  net,
  vat,
  gross,
  vatSummary: vatSummary.map((group: VatGroup) => ({
    treatment: group.treatment,
    rate: group.rate.toDecimalString(),
    net: group.net,
    vat: group.vat,
  })),
});
