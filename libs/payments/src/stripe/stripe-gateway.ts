import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '#libs/platform';
import type { StripeOperation, StripeParams } from '../domain/stripe-call.js';
import { subjectOf, type StripeEvent } from '../domain/stripe-event.js';
import type { InvoiceThere } from '../domain/stripe-invoice.js';
import { EXPAND_LIST, EXPAND_ONE, readInvoice } from './read-invoice.js';
import { orFault } from './stripe-fault.js';
import { findAgain } from './find-again.js';
import { requests } from './stripe-requests.js';

const API_VERSION = '2026-10-28.endive';
/** No other job of this worker may wait long for a Stripe that does not answer. */
const PATIENCE_MS = 10_000;

/** A page of Stripe's where a mandate is given, and what became of it. */
export interface SetupThere {
  readonly state: 'OPEN' | 'DONE' | 'OVER';
  readonly url: string | null;
  readonly paymentMethodId: string | null;
}

/** The one way to Stripe. Each method is one errand, throws StripeFault, and is called outside transactions. */
@Injectable()
export class StripeGateway {
  private readonly stripe: Stripe | null;
  private readonly webhookSecret: string;
  private readonly isLive: boolean;

  constructor(config: Config) {
    const { secretKey = '', webhookSecret = '', apiUrl = null } = config.stripe ?? {};
    this.stripe = config.stripe === null ? null : open(secretKey, apiUrl);
    this.webhookSecret = webhookSecret;
    this.isLive = secretKey.includes('_live_');
  }

  /** Without a key there is no Stripe: nothing but this may be asked then. */
  get isOn(): boolean {
    return this.stripe !== null;
  }

  /** Asks for one thing with a key of ours; answers Stripe's id of what came of it. */
  async ask(operation: StripeOperation, params: StripeParams, idempotencyKey: string): Promise<string> {
    const words = inOrder(params) as never;
    const { id } = await orFault(() => requests[operation](this.on, words, { idempotencyKey }));
    return id;
  }

  /** Whether something that was asked for is there, by what we wrote on it; null when it is not. */
  find(operation: StripeOperation, params: StripeParams): Promise<string | null> {
    return orFault(() => findAgain(this.on, operation, params));
  }

  invoice(id: string): Promise<InvoiceThere> {
    return orFault(async () =>
      readInvoice(this.on, await this.on.invoices.retrieve(id, { expand: EXPAND_ONE })),
    );
  }

  /** Every invoice that we made at Stripe for a lead authority. */
  invoicesOf(leadId: string): Promise<InvoiceThere[]> {
    return orFault(async () => {
      const found: InvoiceThere[] = [];
      for await (const invoice of this.on.invoices.list({ limit: 100, expand: EXPAND_LIST }))
        if (invoice.metadata?.['accede_lead'] === leadId) found.push(await readInvoice(this.on, invoice));
      return found.reverse();
    });
  }

  setup(sessionId: string): Promise<SetupThere> {
    return orFault(async () => {
      const session = await this.on.checkout.sessions.retrieve(sessionId, { expand: ['setup_intent'] });
      const intent = typeof session.setup_intent === 'string' ? null : session.setup_intent;
      const method = intent?.status === 'succeeded' ? intent.payment_method : null;
      const paymentMethodId = typeof method === 'string' ? method : (method?.id ?? null);
      const over = session.status !== 'open' && paymentMethodId === null;
      return {
        state: paymentMethodId !== null ? 'DONE' : over ? 'OVER' : 'OPEN',
        url: session.url,
        paymentMethodId,
      };
    });
  }

  /** The invoices that a payment intent pays. */
  invoicesPaidBy(paymentIntentId: string): Promise<string[]> {
    return orFault(async () => {
      const payments = await this.on.invoicePayments.list({
        payment: { type: 'payment_intent', payment_intent: paymentIntentId },
        limit: 100,
      });
      return payments.data.map(({ invoice }) => (typeof invoice === 'string' ? invoice : invoice.id));
    });
  }

  /** The payment intent that a dispute is about. */
  disputedIntent(disputeId: string): Promise<string | null> {
    return orFault(async () => {
      const { payment_intent: intent } = await this.on.disputes.retrieve(disputeId);
      return typeof intent === 'string' ? intent : (intent?.id ?? null);
    });
  }

  /**
   * An event from the webhook's body as it came and its signature; null unless Stripe signed it within the last five
   * minutes, in the mode that our key is of.
   */
  verified(body: Buffer, signature: string): StripeEvent | null {
    if (this.stripe === null) return null;
    try {
      const event = this.stripe.webhooks.constructEvent(body, signature, this.webhookSecret);
      return event.livemode === this.isLive ? toEvent(event) : null;
    } catch {
      return null;
    }
  }

  private get on(): Stripe {
    if (this.stripe === null) throw new Error('Stripe is off, and was asked for something');
    return this.stripe;
  }
}

/** A key goes with its words, and words that were kept come back in another order than they were first sent in. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, inOrder(member)]),
  );
};

const open = (secretKey: string, apiUrl: string | null): Stripe => {
  const at = apiUrl === null ? null : new URL(apiUrl);
  return new Stripe(secretKey, {
    apiVersion: API_VERSION,
    // Every repeat is ours: with the key that was kept, and when we say so.
    maxNetworkRetries: 0,
    timeout: PATIENCE_MS,
    telemetry: false,
    ...(at === null
      ? {}
      : {
          protocol: at.protocol === 'http:' ? 'http' : 'https',
          host: at.hostname,
          port: at.port || (at.protocol === 'http:' ? '80' : '443'),
        }),
  });
};

const toEvent = (event: Stripe.Event): StripeEvent => {
  const thing = event.data.object as { readonly id?: string; readonly customer?: unknown };
  // Cash that moved is found by whose it is: the customer's invoices are looked at.
  const about = subjectOf(event.type) === 'CASH_BALANCE' ? thing.customer : thing.id;
  return {
    eventId: event.id,
    type: event.type,
    objectId: typeof about === 'string' ? about : null,
    toldAt: new Date(event.created * 1000),
  };
};
