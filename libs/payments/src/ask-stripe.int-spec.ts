import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '#libs/platform';
import { BillingHere } from '../../../test/billing.js';
import { until } from '../../../test/platform.js';
import { AskStripe, type Errand } from './application/ask-stripe.js';
import { PaymentsModule } from './index.js';
import type { Payer } from './persistence/stripe-payer.repository.js';
import { StripeCallRepository } from './persistence/stripe-call.repository.js';
import { StripeFault } from './stripe/stripe-fault.js';
import type { StripeGateway } from './stripe/stripe-gateway.js';

let here: BillingHere;

beforeAll(async () => {
  here = await BillingHere.start([PaymentsModule]);
}, 60_000);
afterAll(() => here.stop());

/** A Stripe that answers nobody before both have asked, as `answer` says for the first and the second. */
const both = (answer: (place: number) => string) => {
  const keys: string[] = [];
  let go = (): void => undefined;
  const asked = new Promise<void>((resolve) => (go = resolve));
  const ask = async (_: unknown, __: unknown, key: string): Promise<string> => {
    const place = keys.push(key);
    if (place === 2) go();
    await asked;
    return answer(place);
  };
  return { keys, gateway: { ask } as unknown as StripeGateway };
};

/** The second begins when the first has asked and has no answer yet. */
const bothAsk = async (ask: () => Promise<unknown>, keys: readonly string[]) => {
  const first = ask();
  await until('the first has asked', () => keys.length === 1);
  return Promise.allSettled([first, ask()]);
};

const payerHere = async (): Promise<Payer> => {
  const lead = await here.lead();
  const { tenantId, leadId } = await here.member(lead);
  return { tenantId, leadId };
};

const errand = (done: string[]): Errand => ({
  operation: 'invoice.finalize',
  subjectId: newId(),
  params: { invoice: 'in_1' },
  done: (_, id) => Promise.resolve(void done.push(id)),
});

it('what follows from an errand follows once, when two have asked for it at once', async () => {
  const { keys, gateway } = both(() => 'in_1');
  const ask = new AskStripe(here.work, new StripeCallRepository(), gateway);
  const [payer, done] = [await payerHere(), [] as string[]];
  const same = errand(done);
  const settled = { state: 'DONE', stripeId: 'in_1' };
  expect(await bothAsk(() => ask.execute(payer, same), keys)).toEqual([
    { status: 'fulfilled', value: settled },
    { status: 'fulfilled', value: settled },
  ]);
  expect(done).toEqual(['in_1']);
  expect(new Set(keys).size).toBe(1);
  expect(await ask.execute(payer, same)).toEqual(settled);
  expect(keys).toHaveLength(2);
});

it('an answer that did not arrive takes nothing back from one that did', async () => {
  const { keys, gateway } = both((place) => {
    if (place === 2) throw new StripeFault('UNREACHABLE', 'no answer');
    return 'in_1';
  });
  const ask = new AskStripe(here.work, new StripeCallRepository(), gateway);
  const [payer, done] = [await payerHere(), [] as string[]];
  const same = errand(done);
  await bothAsk(() => ask.execute(payer, same), keys);
  expect(await ask.execute(payer, same)).toEqual({ state: 'DONE', stripeId: 'in_1' });
  expect(done).toEqual(['in_1']);
});
