import type { Endpoint } from './endpoints.js';
import { invalid } from './refusal.js';
import { integer, metadata, object, oneOf, text } from './shapes.js';

const account = (customerId: string): { sort_code: string; account_number: string } => ({
  sort_code: '000000',
  account_number: String(BigInt(`0x${customerId.slice(-6)}`) % 100_000_000n).padStart(8, '0'),
});

export const customerEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v1/customers',
    params: { name: text, email: text, description: text, metadata },
    carryOut: ({ store }, params) => {
      const customer = store.make('customer', {
        name: null,
        email: null,
        description: null,
        metadata: {},
        balance: 0,
        currency: null,
        delinquent: false,
        invoice_settings: { default_payment_method: null },
        ...params,
      });
      store.tell('customer.created', customer);
      return customer;
    },
  },
  {
    method: 'GET',
    path: '/v1/customers/:id',
    params: {},
    carryOut: ({ store }, _, [id]) => store.get('customer', id),
  },
  {
    method: 'GET',
    path: '/v1/customers',
    params: { email: text },
    carryOut: ({ store }) => ({ list: store.all('customer') }),
  },
  {
    method: 'POST',
    path: '/v1/customers/:id/funding_instructions',
    params: {
      'currency!': oneOf('gbp'),
      'funding_type!': oneOf('bank_transfer'),
      'bank_transfer!': object({ 'type!': oneOf('gb_bank_transfer') }),
    },
    carryOut: ({ store }, _, [id]) => ({
      object: 'funding_instructions',
      currency: 'gbp',
      funding_type: 'bank_transfer',
      livemode: false,
      bank_transfer: {
        country: 'GB',
        type: 'gb_bank_transfer',
        financial_addresses: [
          {
            type: 'sort_code',
            supported_networks: ['bacs', 'fps'],
            sort_code: { account_holder_name: 'Stripe (double)', ...account(store.get('customer', id).id) },
          },
        ],
      },
    }),
  },
  {
    method: 'GET',
    path: '/v1/customers/:id/cash_balance_transactions',
    params: {},
    carryOut: ({ store }, _, [id]) => ({
      list: store.all('customer_cash_balance_transaction', ({ customer }) => customer === id),
    }),
  },
  {
    method: 'POST',
    path: '/v1/test_helpers/customers/:id/fund_cash_balance',
    params: { 'amount!': integer, 'currency!': oneOf('gbp'), reference: text },
    carryOut: ({ store, money }, { amount, reference }, [id]) =>
      money.fund(store.get('customer', id), Number(amount), typeof reference === 'string' ? reference : null),
  },
  {
    method: 'POST',
    path: '/v1/payment_methods/:id/attach',
    params: { 'customer!': text },
    carryOut: ({ store }, { customer }, [id]) => {
      const method = store.get('payment_method', id);
      if (method['customer'] !== null && method['customer'] !== customer)
        throw invalid('The payment method is attached to another customer');
      method['customer'] = store.get('customer', customer, 'customer').id;
      return method;
    },
  },
];
