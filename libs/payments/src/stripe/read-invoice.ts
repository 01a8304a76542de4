import type Stripe from 'stripe';
import { londonDateOf, type LocalDate } from '#libs/kernel';
import type { DebitThere, InvoiceThere, PaymentThere } from '../domain/stripe-invoice.js';

const PAYMENTS = 'payments.data.payment.payment_intent';
export const EXPAND_ONE: string[] = [PAYMENTS];
/** Of a list Stripe expands four levels, and so the payments alone. */
export const EXPAND_LIST: string[] = ['data.payments'];

const dateOf = (seconds: number): LocalDate => londonDateOf(new Date(seconds * 1000));
const idOf = (thing: string | { readonly id: string } | null | undefined): string | null =>
  typeof thing === 'string' ? thing : (thing?.id ?? null);

export const ownerOf = (
  metadata: Stripe.Metadata | null,
): { tenantId: string; leadId: string; invoiceId: string } | null => {
  const { accede_tenant: tenantId, accede_lead: leadId, accede_invoice: invoiceId } = metadata ?? {};
  return tenantId && leadId && invoiceId ? { tenantId, leadId, invoiceId } : null;
};

/** Everything about an invoice at Stripe, its money and what became of that, read now. */
export const readInvoice = async (stripe: Stripe, invoice: Stripe.Invoice): Promise<InvoiceThere> => {
  const payments: PaymentThere[] = [];
  let debit: DebitThere | null = null;
  for (const { payment, status_transitions } of invoice.payments?.data ?? []) {
    const intent = await intentOf(stripe, payment);
    if (!intent) continue;
    const isTransfer = intent.payment_method_types.includes('customer_balance');
    if (isTransfer) payments.push(...(await transfersOf(stripe, intent)));
    else if (intent.status === 'succeeded')
      payments.push(await debitOf(stripe, intent, status_transitions.paid_at ?? intent.created));
    else debit = openDebitOf(intent);
  }
  return {
    id: invoice.id,
    owner: ownerOf(invoice.metadata),
    status: invoice.status ?? 'draft',
    total: BigInt(invoice.total),
    paid: BigInt(invoice.amount_paid),
    remaining: BigInt(invoice.amount_remaining),
    payments,
    debit,
  } as InvoiceThere;
};

const intentOf = async (
  stripe: Stripe,
  { payment_intent: intent }: Stripe.InvoicePayment.Payment,
): Promise<Stripe.PaymentIntent | null> => {
  if (!intent) return null;
  return typeof intent === 'string' ? stripe.paymentIntents.retrieve(intent) : intent;
};

/** The parts of bank transfers that Stripe set against a payment: each moves the customer's cash once. */
const transfersOf = async (stripe: Stripe, intent: Stripe.PaymentIntent): Promise<PaymentThere[]> => {
  const customer = idOf(intent.customer);
  if (customer === null) return [];
  const found: PaymentThere[] = [];
  for await (const moved of stripe.customers.listCashBalanceTransactions(customer, { limit: 100 }))
    if (idOf(moved.applied_to_payment?.payment_intent) === intent.id)
      found.push({
        id: moved.id,
        amount: BigInt(-moved.net_amount),
        paidOn: dateOf(moved.created),
        takenBack: null,
      });
  return found.reverse();
};

/** A debit that went through. What the payer's bank takes back afterwards, Stripe calls a dispute. */
const debitOf = async (
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  paidAt: number,
): Promise<PaymentThere> => {
  const disputes = await stripe.disputes.list({ payment_intent: intent.id, limit: 100 });
  const lost = disputes.data.find(
    ({ status }) => !['won', 'prevented'].includes(status) && !status.startsWith('warning'),
  );
  return {
    id: intent.id,
    amount: BigInt(intent.amount_received),
    paidOn: dateOf(paidAt),
    takenBack: lost?.reason ?? null,
  };
};

const openDebitOf = ({ id, status, last_payment_error }: Stripe.PaymentIntent): DebitThere | null => {
  if (status === 'processing') return { paymentIntentId: id, state: 'PROCESSING', reason: null };
  if (last_payment_error === null && status !== 'canceled') return null;
  return { paymentIntentId: id, state: 'FAILED', reason: last_payment_error?.code ?? status };
};
