import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { addNotice } from '#libs/directory';
import {
  addDays,
  err,
  financialYearOf,
  formatLongDate,
  formatPounds,
  lastDayOf,
  monthName,
  ok,
  refuse,
  type Result,
} from '#libs/kernel';
import { PostEntry } from '#libs/ledger';
import { CloseMonth } from '#libs/metering';
import { auditTenant, once, takeNumber, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { documentNumber } from '../domain/document-number.js';
import type { Invoice, InvoiceLine, PurchaseOrderOfInvoice } from '../domain/document.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { issuedDigest, storedInvoiceDigest } from './content-digest.js';
import { ReadPrintedDetails, type PrintedDetails } from './printed-details.js';

export interface IssueInvoiceCommand {
  readonly invoiceId: string;
  readonly idempotencyKey: string;
}

/**
 * Issues an approved invoice: freezes what is printed, posts it, tells the member, and gives it the next number of
 * its series. All in one transaction, the number last, so that numbers have no gaps.
 */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invoices: InvoiceRepository,
    private readonly printed: ReadPrintedDetails,
    private readonly callOffs: ReadCallOffs,
    private readonly ledger: PostEntry,
    private readonly closeMonth: CloseMonth,
  ) {}

  /** Refuses NOT_FOUND, INVOICE_ISSUED, INVOICE_NOT_APPROVED, SELLER_DETAILS_MISSING and PO_REQUIRED. */
  async execute(
    actor: Actor,
    { invoiceId, idempotencyKey }: IssueInvoiceCommand,
  ): Promise<Result<{ invoiceId: string }>> {
    const [seen] = await this.work.read(actor, (tx) => this.invoices.byIds(tx, [invoiceId]));
    if (!seen) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), (tx) =>
      once(tx, { operation: 'invoice.issue', key: idempotencyKey, command: { invoiceId } }, () =>
        this.within(tx, seen),
      ),
    );
  }

  /** In a unit of work that writes for the invoice's member. */
  async within(tx: Tx, seen: Invoice): Promise<Result<{ invoiceId: string }>> {
    const invoice = await this.invoices.lock(tx, seen, seen.id);
    if (invoice === null) return err(refuse('NOT_FOUND'));
    if (invoice.number !== null) return err(refuse('INVOICE_ISSUED', { number: invoice.number }));
    if (invoice.state !== 'APPROVED') return err(refuse('INVOICE_NOT_APPROVED'));
    const lines = await this.invoices.lines(tx, [invoice.id]);
    if (storedInvoiceDigest(invoice, lines) !== invoice.contentSha256)
      throw new Error(`the lines of invoice ${invoice.id} are not those that were approved`);
    const printed = await this.printed.within(tx, invoice.tenantId);
    if (!printed.ok) return printed;
    const orders = await this.purchaseOrders(tx, lines);
    if (!orders.ok) return orders;
    await this.issue(tx, invoice, printed.value, orders.value);
    return ok({ invoiceId: invoice.id });
  }

  private async issue(
    tx: Tx,
    invoice: Invoice,
    { lead, seller, buyer }: PrintedDetails,
    purchaseOrders: readonly PurchaseOrderOfInvoice[],
  ): Promise<void> {
    const { id, leadId, net, vat, gross, contentSha256 } = invoice;
    const dueOn = addDays(tx.today, lead.paymentDays);
    await this.closeMonth.within(tx, invoice, invoice.period);
    await this.ledger.within(tx, {
      leadId,
      kind: 'INVOICE',
      documentId: id,
      memo: `Invoice for ${monthName(invoice.period)}`,
      postings: [
        { account: 'RECEIVABLE', invoiceId: id, amount: gross },
        { account: 'INCOME', amount: -net },
        { account: 'VAT_OUTPUT', amount: -vat },
      ],
    });
    const details = { contentSha256, net, vat, gross, issuedOn: tx.today, dueOn };
    const head = await auditTenant(tx, leadId, {
      action: 'invoice.issue',
      subjectKind: 'invoice',
      subjectId: id,
      details,
    });
    const auditHead = head.toString('hex');

    const counter = await takeNumber(tx, 'INV', financialYearOf(tx.today));
    const number = documentNumber('INV', lead.invoicePrefix, tx.today, counter);
    const issued = { number, issuedOn: tx.today, dueOn, seller, buyer, purchaseOrders, auditHead };
    await this.invoices.issue(tx, invoice, {
      ...issued,
      issuedSha256: issuedDigest({ contentSha256, ...issued }),
    });
    await addNotice(tx, {
      bodyId: invoice.tenantId,
      role: 'TENANT_FINANCE',
      mail: 'INVOICE_ISSUED',
      words: {
        number,
        lead: lead.name,
        period: monthName(invoice.period),
        gross: formatPounds(gross),
        due: formatLongDate(dueOn),
      },
    });
  }

  /** The order, or the exemption, that covers each call-off's charges. */
  private async purchaseOrders(
    tx: Tx,
    lines: readonly InvoiceLine[],
  ): Promise<Result<readonly PurchaseOrderOfInvoice[]>> {
    const callOffs = await this.callOffs.byIds(tx, [...new Set(lines.map(({ callOffId }) => callOffId))]);
    const orders = new Map<string, PurchaseOrderOfInvoice>();
    for (const { callOffId, period } of lines) {
      const callOff = callOffs.find(({ id }) => id === callOffId);
      if (!callOff) throw new Error(`call-off ${callOffId} cannot be read`);
      const order = await this.callOffs.purchaseOrderOn(tx, callOff, lastDayOf(period));
      if (order === null)
        return err(
          refuse('PO_REQUIRED', {}, [], `Call-off ${callOff.reference} has none for ${monthName(period)}.`),
        );
      orders.set(`${callOffId}/${order.number ?? ''}`, {
        callOffId,
        callOffReference: callOff.reference,
        number: order.number,
      });
    }
    return ok([...orders.values()]);
  }
}
