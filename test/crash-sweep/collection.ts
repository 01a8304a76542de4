import type { Scenario } from './scenario.js';

/**
 * The invoice of the council that pays by direct debit is given to Stripe, debited when it is time, and paid. What Stripe
 * tells before the payment is lost, as it may be: heard or not, it leads to the same looks, and many more of them.
 */
export const collection: Scenario = {
  name: 'collection',
  apps: ['worker', 'api'],
  at: '2026-06-02T11:00:00Z',
  comesTo: {
    debits: ['Fenhollow Borough Council 1 31824 SUCCEEDED'],
    'copies at Stripe': ['Fenhollow Borough Council STRIPE_BACS_DEBIT PAID 31824'],
  },
  prepare: () =>
    Promise.resolve(async (lane) => {
      lane.double.webhooks.mode = 'lose';
      await lane.settle();
      await lane.setClock('2026-06-27T09:00:00Z');
      await lane.settle();
      lane.double.webhooks.mode = 'send';
      for (const intent of lane.double.store.all('payment_intent', ({ status }) => status === 'processing'))
        lane.double.money.settle(intent);
      await lane.settle();
    }),
};
