import type { Endpoint } from './endpoints.js';
import { object, oneOf, text } from './shapes.js';

export const paymentEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/v1/payment_intents/:id',
    params: {},
    carryOut: ({ store }, _, [id]) => store.get('payment_intent', id),
  },
  {
    method: 'GET',
    path: '/v1/invoice_payments',
    params: {
      invoice: text,
      status: oneOf('open', 'paid', 'canceled'),
      payment: object({ 'type!': oneOf('payment_intent'), payment_intent: text }),
    },
    carryOut: ({ store }, params) => ({
      list: store.all('invoice_payment', (thing) => {
        const wanted = params['payment'] as { payment_intent?: string } | undefined;
        const intent = (thing['payment'] as { payment_intent?: string }).payment_intent;
        return (
          (params['invoice'] === undefined || thing['invoice'] === params['invoice']) &&
          (params['status'] === undefined || thing['status'] === params['status']) &&
          (wanted === undefined || wanted.payment_intent === intent)
        );
      }),
    }),
  },
  {
    method: 'GET',
    path: '/v1/disputes/:id',
    params: {},
    carryOut: ({ store }, _, [id]) => store.get('dispute', id),
  },
  {
    method: 'GET',
    path: '/v1/disputes',
    params: { payment_intent: text, charge: text },
    carryOut: ({ store }, params) => ({
      list: store.all(
        'dispute',
        (thing) =>
          (params['payment_intent'] === undefined || thing['payment_intent'] === params['payment_intent']) &&
          (params['charge'] === undefined || thing['charge'] === params['charge']),
      ),
    }),
  },
];
