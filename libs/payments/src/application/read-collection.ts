import { Injectable } from '@nestjs/common';
import type { Invoice } from '#libs/billing';
import { londonDateOf } from '#libs/kernel';
import { nothingPosted, ReadLedger } from '#libs/ledger';
import type { Tx } from '#libs/platform';
import type { Collection } from '../domain/collection.js';
import { accountOf, isThroughStripe, usualMethod, type StripeMethod } from '../domain/payment-method.js';
import { nextDebitOn, type Mirror, type PaymentAttempt } from '../domain/stripe-invoice.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';
import { StripePayerRepository } from '../persistence/stripe-payer.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';

/** Reads how Stripe collects an invoice, for whoever may see the invoice. */
@Injectable()
export class ReadCollection {
  constructor(
    private readonly mirrors: StripeInvoiceRepository,
    private readonly payers: StripePayerRepository,
    private readonly ledger: ReadLedger,
    private readonly gateway: StripeGateway,
  ) {}

  /** Null where Stripe has no part in it. */
  async ofInvoice(tx: Tx, invoice: Invoice): Promise<Collection | null> {
    const { tenantId, leadId, id, dueOn } = invoice;
    const payer = { tenantId, leadId };
    const mirror = await this.mirrors.find(tx, payer, id);
    const method = mirror?.method ?? (await this.methodToCome(tx, invoice));
    if (method === null || dueOn === null) return null;
    const isDebit = method === 'STRIPE_BACS_DEBIT';
    const customer = await this.payers.customer(tx, payer);
    const debits = await this.mirrors.attempts(tx, payer, [id]);
    return {
      method,
      state: mirror?.state ?? 'WANTED',
      amount: mirror?.amount ?? null,
      refusal: mirror?.refusal ?? null,
      payTo: isDebit ? null : accountOf(customer),
      mandate: customer?.mandateState ?? 'NONE',
      nextDebitOn: isDebit && waitsForMoney(mirror) ? nextDebitOn(dueOn, debits.map(toPast)) : null,
      debits,
    };
  }

  /** How Stripe will collect an invoice that it is given with the next look; null when it is not. */
  private async methodToCome(tx: Tx, { tenantId, leadId, id, state }: Invoice): Promise<StripeMethod | null> {
    if (!this.gateway.isOn || state !== 'ISSUED') return null;
    const { method } = (await this.payers.choice(tx, { tenantId, leadId })) ?? { method: usualMethod };
    if (!isThroughStripe(method)) return null;
    const { outstanding } = (await this.ledger.balancesOfInvoices(tx, leadId, [id])).get(id) ?? nothingPosted;
    return outstanding > 0n ? method : null;
  }
}

const waitsForMoney = (mirror: Mirror | null): boolean =>
  mirror === null || mirror.state === 'WANTED' || mirror.state === 'OPEN';

const toPast = ({ state, endedAt }: PaymentAttempt) => ({ state, endedOn: endedAt && londonDateOf(endedAt) });
