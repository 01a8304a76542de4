import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '#libs/platform';
import { BillingHere, codesOf, valueOf } from '../../../test/billing.js';
import { ChoosePaymentMethod, LookAfterStripe, PaymentsModule, ReadPaymentMethod } from './index.js';

let here: BillingHere;

beforeAll(async () => {
  here = await BillingHere.start([PaymentsModule]);
}, 60_000);
afterAll(() => here.stop());

it('without a key Stripe cannot be chosen, and nothing is looked for there', async () => {
  const lead = await here.lead();
  const { staff } = await here.member(lead);
  const choose = (leadId: string, method: 'BACS_TRANSFER' | 'STRIPE_BACS_DEBIT') =>
    here.app.get(ChoosePaymentMethod).execute(staff, { leadId, method });
  expect(codesOf(await choose(lead.leadId, 'STRIPE_BACS_DEBIT'))).toEqual(['STRIPE_OFF']);
  expect(codesOf(await choose(newId(), 'STRIPE_BACS_DEBIT'))).toEqual(['NOT_FOUND']);
  valueOf(await choose(lead.leadId, 'BACS_TRANSFER'));
  expect(await here.rows('select 1 from payment_choice union all select 1 from stripe_lead')).toEqual([]);
  expect(
    await here.work.read(staff, (tx) => here.app.get(ReadPaymentMethod).within(tx, lead.leadId)),
  ).toMatchObject({ method: 'BACS_TRANSFER', isStripeOn: false, chosenAt: null });
  await here.app.get(LookAfterStripe).execute();
  expect(await here.rows(`select 1 from job where queue like 'stripe%'`)).toEqual([]);
});
