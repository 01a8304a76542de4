import type { Endpoint } from './endpoints.js';
import { invalid } from './refusal.js';
import { listOf, metadata, oneOf, text } from './shapes.js';
import type { Store, Thing } from './store.js';

/** What the page of a mandate does when its button is pressed. */
export const giveMandate = (store: Store, session: Thing): Thing => {
  if (session['status'] !== 'open') throw invalid('This page was used already');
  const method = store.make('payment_method', {
    type: 'bacs_debit',
    customer: session['customer'] ?? null,
    bacs_debit: { fingerprint: 'double', last4: '2345', sort_code: '108800' },
    billing_details: { email: null, name: null },
    metadata: {},
  });
  const intent = store.get('setup_intent', session['setup_intent']);
  Object.assign(intent, { status: 'succeeded', payment_method: method.id });
  Object.assign(session, { status: 'complete', url: null });
  store.tell('setup_intent.succeeded', intent);
  store.tell('checkout.session.completed', session);
  return method;
};

export const expireSession = (store: Store, session: Thing): void => {
  Object.assign(session, { status: 'expired', url: null });
  store.tell('checkout.session.expired', session);
};

export const checkoutEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v1/checkout/sessions',
    params: {
      'mode!': oneOf('setup'),
      'customer!': text,
      'success_url!': text,
      cancel_url: text,
      'payment_method_types!': listOf(oneOf('bacs_debit')),
      metadata,
    },
    carryOut: ({ store, url }, params) => {
      const customer = store.get('customer', params['customer'], 'customer').id;
      const intent = store.make('setup_intent', {
        customer,
        status: 'requires_payment_method',
        payment_method: null,
        payment_method_types: ['bacs_debit'],
        usage: 'off_session',
        metadata: {},
      });
      const session = store.make('checkout.session', {
        cancel_url: null,
        metadata: {},
        payment_status: 'no_payment_required',
        status: 'open',
        ...params,
        setup_intent: intent.id,
      });
      session['url'] = `${url}/checkout/${session.id}`;
      return session;
    },
  },
  {
    method: 'GET',
    path: '/v1/checkout/sessions/:id',
    params: {},
    carryOut: ({ store }, _, [id]) => store.get('checkout.session', id),
  },
  {
    method: 'GET',
    path: '/v1/checkout/sessions',
    params: { customer: text },
    carryOut: ({ store }, params) => ({
      list: store.all(
        'checkout.session',
        ({ customer }) => params['customer'] === undefined || customer === params['customer'],
      ),
    }),
  },
];
