import type Stripe from 'stripe';
import type { Pence } from '#libs/kernel';
import type { StripeMethod } from '../domain/payment-method.js';
import type { StripeOperation, StripeParams } from '../domain/stripe-call.js';

/** Whose a thing of Stripe's is, as we write on it: to find it again, and for people who look at Stripe's own pages. */
export const metadataOf = (owner: {
  tenantId: string;
  leadId: string;
  invoiceId?: string;
}): StripeParams => ({
  accede_tenant: owner.tenantId,
  accede_lead: owner.leadId,
  ...(owner.invoiceId === undefined ? {} : { accede_invoice: owner.invoiceId }),
});

/** Nobody's address is on it: Stripe is to send no mail of its own to a council. */
export const customerParams = (name: string, owner: { tenantId: string; leadId: string }): StripeParams => ({
  name,
  metadata: metadataOf(owner),
});

export const fundingParams = (customer: string): StripeParams => ({
  customer,
  currency: 'gbp',
  funding_type: 'bank_transfer',
  bank_transfer: { type: 'gb_bank_transfer' },
});

export const setupParams = (
  customer: string,
  backTo: string,
  owner: { tenantId: string; leadId: string },
): StripeParams => ({
  customer,
  mode: 'setup',
  payment_method_types: ['bacs_debit'],
  success_url: backTo,
  cancel_url: backTo,
  metadata: metadataOf(owner),
});

/** How an invoice may be paid at Stripe: in the one way that the member chose. */
const paymentSettings = (method: StripeMethod): StripeParams =>
  method === 'STRIPE_BACS_DEBIT'
    ? { payment_method_types: ['bacs_debit'] }
    : {
        payment_method_types: ['customer_balance'],
        payment_method_options: {
          customer_balance: { funding_type: 'bank_transfer', bank_transfer: { type: 'gb_bank_transfer' } },
        },
      };

/** It is never sent and never goes on by itself: the invoice that counts is ours. */
export const invoiceParams = (invoice: {
  customer: string;
  number: string;
  method: StripeMethod;
  daysUntilDue: number;
  owner: { tenantId: string; leadId: string; invoiceId: string };
}): StripeParams => ({
  customer: invoice.customer,
  currency: 'gbp',
  collection_method: 'send_invoice',
  days_until_due: invoice.daysUntilDue,
  auto_advance: false,
  pending_invoice_items_behavior: 'exclude',
  description: `To collect invoice ${invoice.number}, which is the VAT invoice. This is not one.`,
  payment_settings: paymentSettings(invoice.method),
  metadata: metadataOf(invoice.owner),
});

/** Pence as Stripe counts them; an invoice is far below what a number holds exactly. */
const inPence = (amount: Pence): number => {
  const pence = Number(amount);
  if (!Number.isSafeInteger(pence)) throw new RangeError('more pence than Stripe can be told');
  return pence;
};

export const invoiceItemParams = (
  { customer, invoice }: { customer: string; invoice: string },
  { amount, number, owner }: { amount: Pence; number: string; owner: { tenantId: string; leadId: string } },
): StripeParams => ({
  customer,
  invoice,
  currency: 'gbp',
  amount: inPence(amount),
  description: `Invoice ${number}`,
  metadata: metadataOf(owner),
});

type Send = (
  stripe: Stripe,
  params: never,
  options: Stripe.RequestOptions,
) => Promise<{ readonly id: string }>;
const send =
  <P>(
    request: (stripe: Stripe, params: P, options: Stripe.RequestOptions) => Promise<{ id: string }>,
  ): Send =>
  (stripe, params, options) =>
    request(stripe, params, options);

/** How each thing is asked for. The parameters come from above, or from where they were kept. */
export const requests: Readonly<Record<StripeOperation, Send>> = {
  'customer.create': send<Stripe.CustomerCreateParams>((stripe, params, options) =>
    stripe.customers.create(params, options),
  ),
  'fundingInstructions.create': send<Stripe.CustomerCreateFundingInstructionsParams & { customer: string }>(
    async (stripe, { customer, ...params }, options) => {
      const { bank_transfer } = await stripe.customers.createFundingInstructions(customer, params, options);
      const account = bank_transfer.financial_addresses.find(({ sort_code }) => sort_code)?.sort_code;
      if (!account) throw new Error('Stripe named no account with a sort code');
      // The only thing of Stripe's without an id: the account is what it is known by.
      return { id: `${account.sort_code} ${account.account_number} ${account.account_holder_name}` };
    },
  ),
  'setupSession.create': send<Stripe.Checkout.SessionCreateParams>((stripe, params, options) =>
    stripe.checkout.sessions.create(params, options),
  ),
  'invoice.create': send<Stripe.InvoiceCreateParams>((stripe, params, options) =>
    stripe.invoices.create(params, options),
  ),
  'invoiceItem.create': send<Stripe.InvoiceItemCreateParams>((stripe, params, options) =>
    stripe.invoiceItems.create(params, options),
  ),
  'invoice.finalize': send<{ invoice: string }>((stripe, { invoice }, options) =>
    stripe.invoices.finalizeInvoice(invoice, { auto_advance: false }, options),
  ),
  'invoice.pay': send<{ invoice: string; payment_method: string }>(
    async (stripe, { invoice, ...params }, options) => {
      const paid = await stripe.invoices.pay(invoice, { ...params, expand: ['payments'] }, options);
      const intent = paid.payments?.data.map(({ payment }) => payment.payment_intent).find(Boolean);
      if (!intent) throw new Error(`Stripe shows no payment intent of invoice ${invoice}`);
      return { id: typeof intent === 'string' ? intent : intent.id };
    },
  ),
  'invoice.void': send<{ invoice: string }>((stripe, { invoice }, options) =>
    stripe.invoices.voidInvoice(invoice, {}, options),
  ),
};
