import type { Around, Endpoint } from './endpoints.js';
import { invalid } from './refusal.js';
import { boolean, integer, listOf, metadata, object, oneOf, text, type Json, type Params } from './shapes.js';
import type { Store, Thing } from './store.js';

const TYPES = ['bacs_debit', 'customer_balance'];

const make = ({ store }: Around, params: Params): Thing => {
  const customer = store.get('customer', params['customer'], 'customer');
  const sent = params['collection_method'] === 'send_invoice';
  if (sent !== (params['days_until_due'] !== undefined))
    throw invalid(
      'days_until_due goes with collection_method=send_invoice, and is needed for it.',
      'days_until_due',
    );
  const { days_until_due: days, pending_invoice_items_behavior: _, ...rest } = params;
  const invoice = store.make('invoice', {
    ...blank,
    ...rest,
    customer: customer.id,
    customer_name: customer['name'] ?? null,
    due_date: days === undefined ? null : store.seconds + Number(days) * 86_400,
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  });
  store.tell('invoice.created', invoice);
  return invoice;
};

const blank: Record<string, Json> = {
  amount_due: 0,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_remaining: 0,
  attempt_count: 0,
  attempted: false,
  auto_advance: false,
  billing_reason: 'manual',
  collection_method: 'charge_automatically',
  currency: 'gbp',
  description: null,
  metadata: {},
  number: null,
  payment_settings: { payment_method_types: null, payment_method_options: null },
  status: 'draft',
  subtotal: 0,
  total: 0,
};

const addLine = ({ store }: Around, params: Params): Thing => {
  const invoice = store.get('invoice', params['invoice'], 'invoice');
  if (invoice['status'] !== 'draft')
    throw invalid('This invoice is no longer editable', 'invoice', 'invoice_not_editable');
  if (invoice['customer'] !== params['customer'])
    throw invalid('The invoice is of another customer', 'customer');
  const item = store.make('invoiceitem', { description: null, metadata: {}, ...params });
  const total = Number(invoice['total']) + Number(params['amount']);
  Object.assign(invoice, { subtotal: total, total, amount_due: total, amount_remaining: total });
  store.tell('invoiceitem.created', item);
  return item;
};

const finalize = ({ store, money }: Around, _: Params, [id]: readonly string[]): Thing => {
  const invoice = store.get('invoice', id);
  if (invoice['status'] !== 'draft')
    throw invalid('This invoice is already finalized.', undefined, 'invoice_already_finalized');
  const settings = invoice['payment_settings'] as { payment_method_types: string[] | null };
  const intent = store.make('payment_intent', {
    amount: invoice['total'] ?? 0,
    amount_received: 0,
    currency: 'gbp',
    customer: invoice['customer'] ?? null,
    last_payment_error: null,
    latest_charge: null,
    metadata: {},
    payment_method: null,
    payment_method_types: settings.payment_method_types ?? ['card'],
    status: 'requires_payment_method',
  });
  store.make('invoice_payment', {
    amount_paid: null,
    amount_requested: invoice['total'] ?? 0,
    currency: 'gbp',
    invoice: invoice.id,
    is_default: true,
    payment: { type: 'payment_intent', payment_intent: intent.id },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
  invoice['status'] = 'open';
  invoice['number'] =
    `DOUBLE-${String(store.all('invoice', ({ number }) => number !== null).length + 1).padStart(4, '0')}`;
  (invoice['status_transitions'] as Record<string, number>)['finalized_at'] = store.seconds;
  store.tell('invoice.finalized', invoice);
  money.applyCash(store.get('customer', invoice['customer']));
  return invoice;
};

const pay = ({ store, money }: Around, params: Params, [id]: readonly string[]): Thing => {
  const invoice = store.get('invoice', id);
  if (invoice['status'] !== 'open') throw invalid('Invoice is not open', undefined, 'invoice_not_editable');
  if (params['paid_out_of_band'] === true) {
    Object.assign(invoice, { status: 'paid', amount_paid: invoice['total'] ?? 0, amount_remaining: 0 });
    store.tell('invoice.paid', invoice);
    return invoice;
  }
  const method = store.get('payment_method', params['payment_method'], 'payment_method');
  const { payment_method_types: types } = invoice['payment_settings'] as {
    payment_method_types: string[] | null;
  };
  if (method['customer'] !== invoice['customer'])
    throw invalid('The payment method does not belong to the customer', 'payment_method');
  if (types !== null && !types.includes(method['type'] as string))
    throw invalid('The payment method is of a type that this invoice does not take', 'payment_method');
  money.debit(invoice, method);
  return invoice;
};

const cancel = ({ store, money }: Around, _: Params, [id]: readonly string[]): Thing => {
  const invoice = store.get('invoice', id);
  if (invoice['status'] !== 'open') throw invalid('You can only void open invoices');
  if (money.intentOf(invoice)['status'] === 'processing')
    throw invalid('You cannot void an invoice with a payment that is processing');
  Object.assign(invoice, { status: 'void', amount_remaining: 0 });
  money.intentOf(invoice)['status'] = 'canceled';
  store.tell('invoice.voided', invoice);
  return invoice;
};

const listed = (store: Store, name: string, params: Params, keys: readonly string[]): Thing[] =>
  store.all(name, (thing) => keys.every((key) => params[key] === undefined || thing[key] === params[key]));

export const invoiceEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v1/invoices',
    params: {
      'customer!': text,
      auto_advance: boolean,
      collection_method: oneOf('send_invoice', 'charge_automatically'),
      currency: oneOf('gbp'),
      days_until_due: integer,
      description: text,
      footer: text,
      metadata,
      pending_invoice_items_behavior: oneOf('include', 'exclude'),
      payment_settings: object({
        payment_method_types: listOf(oneOf(...TYPES)),
        payment_method_options: object({
          customer_balance: object({
            funding_type: oneOf('bank_transfer'),
            bank_transfer: object({ type: oneOf('gb_bank_transfer') }),
          }),
        }),
      }),
    },
    carryOut: make,
  },
  {
    method: 'GET',
    path: '/v1/invoices/:id',
    params: {},
    carryOut: ({ store }, _, [id]) => store.get('invoice', id),
  },
  {
    method: 'GET',
    path: '/v1/invoices',
    params: { customer: text, status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void') },
    carryOut: ({ store }, params) => ({ list: listed(store, 'invoice', params, ['customer', 'status']) }),
  },
  {
    method: 'POST',
    path: '/v1/invoiceitems',
    params: {
      'customer!': text,
      'invoice!': text,
      'amount!': integer,
      'currency!': oneOf('gbp'),
      description: text,
      metadata,
    },
    carryOut: addLine,
  },
  {
    method: 'GET',
    path: '/v1/invoiceitems',
    params: { invoice: text, customer: text },
    carryOut: ({ store }, params) => ({
      list: listed(store, 'invoiceitem', params, ['invoice', 'customer']),
    }),
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/finalize',
    params: { auto_advance: boolean },
    carryOut: finalize,
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id/pay',
    params: { payment_method: text, off_session: boolean, paid_out_of_band: boolean },
    carryOut: pay,
  },
  { method: 'POST', path: '/v1/invoices/:id/void', params: {}, carryOut: cancel },
];
