import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.js';
import { Refusal } from './refusal.js';
import type { StripeDouble } from './stripe-double.js';
import type { Thing } from './store.js';
import { Webhooks, type WebhookMode } from './webhooks.js';

type Order = Readonly<Record<string, unknown>>;

const word = (order: Order, name: string): string => (typeof order[name] === 'string' ? order[name] : '');

/** Sends an event that nobody at Stripe signed: false, or signed long ago. */
const forge = (double: StripeDouble, order: Order): Promise<number> => {
  const told = {
    id: 'evt_forged',
    type: 'invoice.paid',
    created: 1,
    snapshot: { id: word(order, 'objectId') },
  };
  const body = double.webhooks.bodyOf(told);
  return double.webhooks.send(
    body,
    Webhooks.sign(body, 'whsec_of_somebody_else', Math.floor(Date.now() / 1000)),
  );
};

/** What can be ordered of the double, beside what Stripe does. */
const orders: Readonly<Record<string, (double: StripeDouble, order: Order) => unknown>> = {
  state: (double) => JSON.parse(double.store.save()) as unknown,
  fault: (double, order) => double.faults.add(order as unknown as Fault),
  delay: (double, order) => void (double.faults.delayMs = Number(order['ms'])),
  mend: (double) => double.faults.clear(),
  webhooks: (double, order) => void (double.webhooks.mode = word(order, 'mode') as WebhookMode),
  release: (double, order) =>
    double.webhooks.release({ copies: Number(order['copies'] ?? 1), shuffle: order['shuffle'] === true }),
  forge,
  transfer: (double, order) =>
    double.money.fund(double.store.get('customer', word(order, 'customer')), Number(order['amount']), null),
  mandate: (double, order) => double.giveMandate(word(order, 'session')),
  settle: (double, order) => double.money.settle(intent(double, order)),
  fail: (double, order) =>
    double.money.fail(intent(double, order), word(order, 'code') || 'insufficient_funds'),
  'take-back': (double, order) =>
    double.money.takeBack(intent(double, order), word(order, 'reason') || 'debit_not_authorized'),
};

const intent = (double: StripeDouble, order: Order): Thing =>
  double.store.get('payment_intent', word(order, 'paymentIntent'));

/** The control door: `POST /_control/<order>` with JSON, for demonstrations and tests in other processes. */
export const control = async (
  double: StripeDouble,
  path: string,
  body: string,
  res: ServerResponse,
): Promise<void> => {
  const answer = (status: number, value: unknown): void => {
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value ?? {}));
  };
  const act = orders[path.slice('/_control/'.length)];
  if (!act) return answer(404, { orders: Object.keys(orders) });
  try {
    answer(200, await act(double, (body === '' ? {} : JSON.parse(body)) as Order));
  } catch (error) {
    answer(error instanceof Refusal ? error.status : 400, { message: (error as Error).message });
  }
};
