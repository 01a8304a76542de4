import { Injectable } from '@nestjs/common';
import { orderCovering, ReadCallOffs } from '#libs/calloffs';
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
  textFaults,
  type Result,
} from '#libs/kernel';
import { PostEntry } from '#libs/ledger';
import { CloseMonth } from '#libs/metering';
import { auditTenant, once, takeNumber, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { documentNumber } from '../domain/document-number.js';
import type { Invoice, InvoiceLine, PurchaseOrderOfInvoice } from '../domain/document.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { OrderChargeRepository } from '../persistence/order-charge.repository.js';
import { issuedDigest, storedInvoiceDigest } from './content-digest.js';
import { ReadPrintedDetails, type PrintedDetails } from './printed-details.js';

export interface IssueInvoiceCommand {
  readonly invoiceId: string;
  /** Why it is issued although a call-off has neither a purchase order nor an exemption; null to hold it up. */
  readonly withoutOrderReason?: string | null;
  readonly idempotencyKey: string;
}

/** The most that a reason may have. */
const MAX_REASON = 500;

/**
 * Issues an approved invoice: freezes what is printed, posts it, tells the member, and gives it the next number of
 * its series. All in one transaction, the number last, so that numbers have no gaps.
 */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invoices: InvoiceRepository,
    private readonly charges: OrderChargeRepository,
    private readonly printed: ReadPrintedDetails,
    private readonly callOffs: ReadCallOffs,
    private readonly ledger: PostEntry,
    private readonly closeMonth: CloseMonth,
  ) {}

  /**
   * Refuses NOT_FOUND, INVOICE_ISSUED, INVOICE_NOT_APPROVED, SELLER_DETAILS_MISSING, PO_REQUIRED unless there is a
   * reason to go without, and faults of the reason.
   */
  async execute(
    actor: Actor,
    { invoiceId, withoutOrderReason, idempotencyKey }: IssueInvoiceCommand,
  ): Promise<Result<{ invoiceId: string }>> {
    const reason = withoutOrderReason?.trim() ?? null;
    const rule = { field: 'the reason', path: ['withoutOrderReason'], max: MAX_REASON };
    const faults = reason === null ? [] : textFaults(reason, rule);
    if (faults.length > 0) return err(faults);
    const request = {
      operation: 'invoice.issue',
      key: idempotencyKey,
      command: { invoiceId, withoutOrderReason: reason },
    };
    const [seen] = await this.work.read(actor, (tx) => this.invoices.byIds(tx, [invoiceId]));
    if (!seen) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), (tx) =>
      once(tx, request, () => this.within(tx, seen, reason)),
    );
  }

  /** In a unit of work that writes for the invoice's member. */
  async within(tx: Tx, seen: Invoice, reason: string | null = null): Promise<Result<{ invoiceId: string }>> {
    const invoice = await this.invoices.lock(tx, seen, seen.id);
    if (invoice === null) return err(refuse('NOT_FOUND'));
    if (invoice.number !== null) return err(refuse('INVOICE_ISSUED', { number: invoice.number }));
    if (invoice.state !== 'APPROVED') return err(refuse('INVOICE_NOT_APPROVED'));
    const lines = await this.invoices.lines(tx, [invoice.id]);
    if (storedInvoiceDigest(invoice, lines) !== invoice.contentSha256)
      throw new Error(`the lines of invoice ${invoice.id} are not those that were approved`);
    const printed = await this.printed.within(tx, invoice.tenantId);
    if (!printed.ok) return printed;
    const orders = await this.purchaseOrders(tx, invoice, lines, reason);
    if (!orders.ok) return orders;
    await this.charges.insert(tx, invoice, orders.value.charges);
    await this.issue(tx, invoice, printed.value, orders.value.quoted);
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
    const withoutOrderReason = purchaseOrders.find((order) => order.withoutReason)?.withoutReason ?? null;
    const details = { contentSha256, net, vat, gross, issuedOn: tx.today, dueOn, withoutOrderReason };
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

  /** The order, the exemption, or the reason to go without, of each call-off's charges. */
  private async purchaseOrders(
    tx: Tx,
    invoice: Invoice,
    lines: readonly InvoiceLine[],
    withoutReason: string | null,
  ): Promise<Result<OrdersOfInvoice>> {
    const recorded = await this.callOffs.purchaseOrdersOf(tx, invoice);
    const callOffs = await this.callOffs.byIds(tx, [...new Set(lines.map(({ callOffId }) => callOffId))]);
    const quoted = new Map<string, PurchaseOrderOfInvoice>();
    const charges: { invoiceLineId: string; purchaseOrderId: string }[] = [];
    for (const { id: invoiceLineId, callOffId, period } of lines) {
      const callOff = callOffs.find(({ id }) => id === callOffId);
      if (!callOff) throw new Error(`call-off ${callOffId} cannot be read`);
      const charge = { callOffId, date: lastDayOf(period), number: invoice.forOrder };
      const order = orderCovering(recorded, charge);
      const callOffReference = callOff.reference;
      if (order !== null) {
        const { id: purchaseOrderId, number } = order;
        charges.push({ invoiceLineId, purchaseOrderId });
        quoted.set(`${callOffId}/${number ?? ''}`, { callOffId, callOffReference, number });
      } else if (withoutReason !== null)
        quoted.set(`${callOffId}/`, { callOffId, callOffReference, number: null, withoutReason });
      else
        return err(
          refuse('PO_REQUIRED', {}, [], `Call-off ${callOffReference} has none for ${monthName(period)}.`),
        );
    }
    return ok({ quoted: [...quoted.values()], charges });
  }
}

interface OrdersOfInvoice {
  /** What the invoice quotes. */
  readonly quoted: readonly PurchaseOrderOfInvoice[];
  /** Which order each line is charged to. */
  readonly charges: readonly { readonly invoiceLineId: string; readonly purchaseOrderId: string }[];
}
