import type Stripe from 'stripe';
import type { StripeOperation, StripeParams } from '../domain/stripe-call.js';

type Look = (stripe: Stripe, params: StripeParams) => Promise<string | null>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a thing has on it what we wrote on those that we asked for. */
const isOurs = (metadata: Stripe.Metadata | null, params: StripeParams): boolean =>
  Object.entries((params['metadata'] ?? {}) as Record<string, string>).every(
    ([name, value]) => metadata?.[name] === value,
  );

const firstOf = async <T extends { readonly id: string }>(
  things: AsyncIterable<T>,
  fits: (thing: T) => boolean,
): Promise<string | null> => {
  for await (const thing of things) if (fits(thing)) return thing.id;
  return null;
};

/** An invoice's own state says whether something was done to it. */
const invoiceThat =
  (fits: (invoice: Stripe.Invoice) => boolean): Look =>
  async (stripe, params) => {
    const invoice = await stripe.invoices.retrieve(text(params['invoice']));
    return fits(invoice) ? invoice.id : null;
  };

/** How to see whether what was asked for is there, when its idempotency key says nothing any more. */
const looks: Readonly<Record<StripeOperation, Look>> = {
  'customer.create': (stripe, params) =>
    firstOf(stripe.customers.list({ limit: 100 }), ({ metadata }) => isOurs(metadata, params)),
  // Stripe answers the same account whenever it is asked.
  'fundingInstructions.create': () => Promise.resolve(null),
  'setupSession.create': (stripe, params) =>
    firstOf(
      stripe.checkout.sessions.list({ customer: text(params['customer']), limit: 100 }),
      ({ metadata, status }) => status === 'open' && isOurs(metadata, params),
    ),
  'invoice.create': (stripe, params) =>
    firstOf(stripe.invoices.list({ customer: text(params['customer']), limit: 100 }), ({ metadata }) =>
      isOurs(metadata, params),
    ),
  'invoiceItem.create': (stripe, params) =>
    firstOf(stripe.invoiceItems.list({ invoice: text(params['invoice']), limit: 100 }), ({ metadata }) =>
      isOurs(metadata, params),
    ),
  'invoice.finalize': invoiceThat(({ status }) => status !== 'draft'),
  'invoice.void': invoiceThat(({ status }) => status === 'void'),
  'invoice.pay': async (stripe, params) => {
    const payments = await stripe.invoicePayments.list({ invoice: text(params['invoice']), limit: 100 });
    for (const { payment } of payments.data) {
      if (!payment.payment_intent) continue;
      const id =
        typeof payment.payment_intent === 'string' ? payment.payment_intent : payment.payment_intent.id;
      const { status } = await stripe.paymentIntents.retrieve(id);
      if (status === 'processing' || status === 'succeeded') return id;
    }
    return null;
  },
};

export const findAgain = (
  stripe: Stripe,
  operation: StripeOperation,
  params: StripeParams,
): Promise<string | null> => looks[operation](stripe, params);
