import type { Scenario } from './scenario.js';

/** The invoice of the council that pays by direct debit is given to Stripe, debited when it is time, and paid. */
export const collection: Scenario = {
  name: 'collection',
  apps: ['worker', 'api'],
  at: '2026-06-02T11:00:00Z',
  prepare: () =>
    Promise.resolve(async (lane) => {
      await lane.settle();
      await lane.setClock('2026-06-27T09:00:00Z');
      await lane.settle();
      for (const intent of lane.double.store.all('payment_intent', ({ status }) => status === 'processing'))
        lane.double.money.settle(intent);
      await lane.settle();
    }),
};
