import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenBilledMonth } from './given/billing.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenUsage, givenUsageKey, usageEvent } from './given/metering.js';
import { givenMethod, givenPayers, seePaid } from './given/stripe.js';
import { Stack } from './stack.js';

/**
 * What the double promises of Stripe, asked of Stripe's own test mode; only where its key is at hand. No webhook reaches
 * a machine that Stripe does not know, so this is also how it goes when all of them are lost.
 */
const key = process.env['STRIPE_TEST_KEY'];

(key ? describe : describe.skip)('on Stripe itself', () => {
  let stack: Stack;
  let lead: Lead;
  let member: Member;

  beforeAll(async () => {
    stack = await Stack.start({ STRIPE_SECRET_KEY: key ?? '', STRIPE_WEBHOOK_SECRET: 'whsec_not_used_here' });
    await stack.setClock('2026-04-02');
    lead = await givenLead(stack);
    await givenLeadDetails(lead);
    member = await givenMember(stack);
    const callOffs = await givenPayers(lead, [member]);
    const admin = await member.as('TENANT_ADMIN');
    const { secret } = await givenUsageKey(admin, [callOffs.get(member) ?? '']);
    await givenMethod(member, lead, 'STRIPE_BANK_TRANSFER');
    await settled();
    await stack.setClock('2026-05-02');
    await givenUsage(stack.url, secret, [usageEvent({ time: '2026-04-10T09:00:00Z', quantity: '100' })]);
  }, 180_000);
  afterAll(() => stack?.stop());

  const settled = async (): Promise<void> => {
    await stack.lookAfterStripe();
    await stack.jobsDone(120_000);
  };

  it('an invoice is given to Stripe, and a bank transfer pays it', async () => {
    const { invoices } = await givenBilledMonth(stack, lead, '2026-04');
    await settled();
    const [customer] = await stack.sql<{ customer_id: string }>('select customer_id from stripe_customer');
    const helper = `https://api.stripe.com/v1/test_helpers/customers/${customer?.customer_id}/fund_cash_balance`;
    const funded = await fetch(helper, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'amount=53040&currency=gbp',
    });
    expect(funded.status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    await stack.setClock('2026-05-02T16:00:00Z');
    await settled();
    const { state, payments } = await seePaid(await lead.as('LEAD_FINANCE_PREPARER'), invoices[0]?.id ?? '');
    expect([state, payments.map(({ amount }) => amount.amount)]).toEqual(['PAID', ['530.40']]);
  }, 180_000);
});
