import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type StripeDouble } from '../tools/stripe-double/stripe-double.js';
import type { Thing } from '../tools/stripe-double/store.js';
import { Webhooks } from '../tools/stripe-double/webhooks.js';
import { givenBilledMonth, type SeenInvoice } from './given/billing.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenUsage, givenUsageKey, usageEvent } from './given/metering.js';
import { givenReceipt } from './given/payments.js';
import {
  givenMethod,
  givenPayers,
  givenStripe,
  seeCollection,
  seeMethod,
  seePaid,
  seeReconciliation,
  stripeSettled,
  WEBHOOK_SECRET,
  type SeenPaid,
} from './given/stripe.js';
import { brokenInvariants } from './invariants.js';
import { part } from './part.js';
import type { Stack } from './stack.js';

// Months go by in each test, and the machine may be busy.
jest.setTimeout(180_000);

let stack: Stack;
let double: StripeDouble;
let lead: Lead;
let otherLead: Lead;
/** Pays by bank transfer through Stripe, by direct debit, and by BACS. */
let ashbeck: Member;
let fenhollow: Member;
let stourley: Member;
let callOffs: ReadonlyMap<Member, string>;
/** By member and year: a key is good for a year at most. */
const usageKeys = new Map<string, string>();
let now = '';

beforeAll(async () => {
  ({ stack, double } = await givenStripe());
  await goTo('2026-04-02');
  lead = await givenLead(stack);
  otherLead = await givenLead(stack, { body: 'INV-WESTERLOW' });
  await givenLeadDetails(lead);
  [ashbeck, fenhollow, stourley] = [
    await givenMember(stack),
    await givenMember(stack, { body: 'INV-FENHOLLOW' }),
    await givenMember(stack, { body: 'INV-STOURLEY' }),
  ];
  callOffs = await givenPayers(lead, [ashbeck, fenhollow, stourley]);
  await givenMethod(ashbeck, lead, 'STRIPE_BANK_TRANSFER');
  await givenMethod(fenhollow, lead, 'STRIPE_BACS_DEBIT');
  await settled();
}, 300_000);

afterAll(async () => {
  await stack?.stop();
  await double?.stop();
});
beforeEach(() => {
  double.faults.clear();
  double.webhooks.mode = 'send';
});
afterEach(async () => {
  expect(await brokenInvariants(stack.database.adminUrl)).toEqual([]);
});

const goTo = async (instant: string): Promise<void> => {
  now = instant.length === 10 ? `${instant}T09:00:00Z` : instant;
  await stack.setClock(now);
};
const goOn = (hours: number): Promise<void> =>
  goTo(new Date(Date.parse(now) + hours * 3_600_000).toISOString());

const settled = (): Promise<void> => stripeSettled(stack, double);

const usageKeyOf = async (member: Member): Promise<string> => {
  const year = now.slice(0, 4);
  const name = `${member.bodyId} ${year}`;
  const known = usageKeys.get(name);
  if (known !== undefined) return known;
  const admin = await member.as('TENANT_ADMIN');
  const options = { expiresOn: `${year}-12-31`, source: `payroll-${year}` };
  const { secret } = await givenUsageKey(admin, [callOffs.get(member) ?? ''], options);
  usageKeys.set(name, secret);
  return secret;
};

/** A month that is over, billed: so many payslips of each member, at £4.42 and VAT. */
const bill = async (month: string, members: readonly Member[] = [ashbeck, fenhollow]) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  await goTo(new Date(Date.UTC(year, number, 2, 9)).toISOString());
  for (const member of members)
    await givenUsage(stack.url, await usageKeyOf(member), [
      usageEvent({
        id: randomUUID(),
        time: `${month}-10T09:00:00Z`,
        quantity: '100',
        source: `payroll-${now.slice(0, 4)}`,
      }),
    ]);
  const { invoices } = await givenBilledMonth(stack, lead, month);
  expect(invoices).toHaveLength(members.length);
  return (member: Member): SeenInvoice => {
    const found = invoices.find(({ memberId }) => memberId === member.bodyId);
    if (!found) throw new Error(`${member.name} was not billed for ${month}`);
    return found;
  };
};

const uuidOf = (publicId: string): string =>
  publicId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const isOf =
  ({ id }: SeenInvoice) =>
  (thing: Thing): boolean =>
    (thing['metadata'] as { accede_invoice?: string }).accede_invoice === uuidOf(id);
const copiesOf = (invoice: SeenInvoice): readonly Thing[] => double.store.all('invoice', isOf(invoice));
const copyOf = (invoice: SeenInvoice): Thing => {
  const copies = copiesOf(invoice);
  expect(copies).toHaveLength(1);
  return copies[0]!;
};
const intentOf = (invoice: SeenInvoice): Thing => double.money.intentOf(copyOf(invoice));
const customerOf = (invoice: SeenInvoice): Thing => double.store.get('customer', copyOf(invoice)['customer']);
const pence = ({ gross }: SeenInvoice): number => Math.round(Number(gross.amount) * 100);
const pay = (invoice: SeenInvoice, amount = pence(invoice)): Thing =>
  double.money.fund(customerOf(invoice), amount, copyOf(invoice).id);

const paid = async (invoice: SeenInvoice): Promise<SeenPaid> =>
  seePaid(await lead.as('LEAD_FINANCE_PREPARER'), invoice.id);
const brief = async (invoice: SeenInvoice): Promise<readonly string[]> => {
  const { state, outstanding, payments } = await paid(invoice);
  return [
    state,
    outstanding.amount,
    ...payments.map(({ amount, matchedBy }) => `${matchedBy} ${amount.amount}`),
  ];
};
const collected = async (invoice: SeenInvoice): Promise<string | null> =>
  seeCollection(await lead.as('LEAD_FINANCE_PREPARER'), invoice.id);
const postsTo = (path: string): readonly (string | null)[] =>
  double.seen.filter(({ request }) => request === `POST ${path}`).map(({ idempotencyKey }) => idempotencyKey);
/** Errands, not requests: two jobs that look at the same invoice may ask for the same debit, with the same key. */
const debitsOf = (invoice: SeenInvoice): number =>
  new Set(postsTo(`/v1/invoices/${copyOf(invoice).id}/pay`)).size;
const mandate = async (): Promise<void> => {
  const session = double.newest('checkout.session');
  if (session['status'] === 'open') double.giveMandate(session.id);
  await settled();
};

/** What takes long: every day the way of an invoice is gone, in depth what may happen on it. */
const inDepth = part === 'deep' ? describe : () => undefined;

describe('how a member pays', () => {
  it('is its own choice, with an account to pay to or a page for its mandate', async () => {
    expect(await seeMethod(await ashbeck.as('TENANT_FINANCE'), lead.bodyId)).toMatchObject({
      method: 'STRIPE_BANK_TRANSFER',
      payTo: { sortCode: '000000', accountNumber: expect.stringMatching(/^\d{8}$/) },
      mandateUrl: null,
    });
    const debit = await seeMethod(await fenhollow.as('TENANT_FINANCE'), lead.bodyId);
    expect(debit).toMatchObject({ method: 'STRIPE_BACS_DEBIT', mandate: 'ASKED', payTo: null });
    const page = await fetch(debit.mandateUrl ?? '');
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Give the mandate')]);
    expect(await seeMethod(await stourley.as('TENANT_FINANCE'), lead.bodyId)).toMatchObject({
      method: 'BACS_TRANSFER',
      mandate: 'NONE',
    });
    const { paymentMethods } = await (
      await ashbeck.as('TENANT_ADMIN')
    ).ok('{ paymentMethods { leadId leadName method } }');
    expect(paymentMethods).toEqual([
      { leadId: lead.bodyId, leadName: lead.name, method: 'STRIPE_BANK_TRANSFER' },
    ]);
    expect(double.store.all('customer')).toHaveLength(2);
    expect(double.store.all('customer').map(({ email }) => email)).toEqual([null, null]);
  });

  it('is recorded when it changes, and not when it does not', async () => {
    const records = () =>
      stack.sql(
        `select details ->> 'before' as before, details ->> 'method' as method from tenant_audit
         where action = 'paymentMethod.choose' and tenant_id = $1 order by seq`,
        [uuidOf(stourley.bodyId)],
      );
    await givenMethod(stourley, lead, 'BACS_TRANSFER');
    expect(await records()).toEqual([]);
    await givenMethod(stourley, lead, 'STRIPE_BANK_TRANSFER');
    await givenMethod(stourley, lead, 'STRIPE_BANK_TRANSFER');
    await givenMethod(stourley, lead, 'BACS_TRANSFER');
    expect(await records()).toEqual([
      { before: 'BACS_TRANSFER', method: 'STRIPE_BANK_TRANSFER' },
      { before: 'STRIPE_BANK_TRANSFER', method: 'BACS_TRANSFER' },
    ]);
    await settled();
  });

  it('is not to be had where the member has no call-off, like a lead authority that does not exist', async () => {
    const finance = await ashbeck.as('TENANT_FINANCE');
    for (const leadId of [otherLead.bodyId, stourley.bodyId, `bod_${randomUUID().replaceAll('-', '')}`]) {
      const seen = await finance.send('query($leadId: ID!) { paymentMethod(leadId: $leadId) { method } }', {
        leadId,
      });
      const chosen = await finance.send(
        'mutation($input: PaymentMethodChooseInput!) { paymentMethodChoose(input: $input) { userErrors { code } } }',
        { input: { leadId, method: 'STRIPE_BANK_TRANSFER' } },
      );
      for (const { errors } of [seen, chosen])
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
  });
});

describe('an issued invoice', () => {
  it('is given to Stripe once, whoever looks and how often, and never sent', async () => {
    const of = await bill('2026-04', [ashbeck, fenhollow, stourley]);
    await Promise.all(Array.from({ length: 6 }, () => stack.lookAfterStripe()));
    await settled();
    expect(copyOf(of(ashbeck))).toMatchObject({
      status: 'open',
      total: pence(of(ashbeck)),
      collection_method: 'send_invoice',
      auto_advance: false,
    });
    expect(copyOf(of(fenhollow))).toMatchObject({ status: 'open' });
    expect(copiesOf(of(stourley))).toEqual([]);
    expect(await collected(of(ashbeck))).toBe('STRIPE_BANK_TRANSFER, OPEN, mandate NONE, account');
    expect(await collected(of(fenhollow))).toBe('STRIPE_BACS_DEBIT, OPEN, mandate ASKED, next 2026-05-26');
    expect(await seeCollection(await fenhollow.as('TENANT_FINANCE'), of(fenhollow).id)).toBe(
      await collected(of(fenhollow)),
    );
    expect(await collected(of(stourley))).toBeNull();
    expect(double.seen.filter(({ request }) => request.endsWith('/send'))).toEqual([]);
    const keys = postsTo('/v1/invoices');
    expect(new Set(keys).size).toBe(2);
    expect(keys).toContain(`accede-invoice.create-${uuidOf(of(ashbeck).id)}-1`);
  });

  it('is paid by bank transfer, in parts as they come', async () => {
    const of = await bill('2026-05');
    await settled();
    const april = double.store
      .all('invoice', ({ status, customer }) => status === 'open' && customer === customerOf(of(ashbeck)).id)
      .at(-1)!;
    double.money.fund(customerOf(of(ashbeck)), Number(april['amount_remaining']), null);
    await settled();
    pay(of(ashbeck), 10_000);
    await settled();
    expect(await brief(of(ashbeck))).toEqual(['PART_PAID', '430.40', 'STRIPE 100.00']);
    pay(of(ashbeck), pence(of(ashbeck)) - 10_000);
    await settled();
    expect(await brief(of(ashbeck))).toEqual(['PAID', '0.00', 'STRIPE 100.00', 'STRIPE 430.40']);
    const { payments } = await seePaid(await ashbeck.as('TENANT_FINANCE'), of(ashbeck).id);
    expect(payments).toHaveLength(2);
  });

  it('is debited once the mandate is there and the time has come, and paid when the debit is', async () => {
    await mandate();
    expect(await seeMethod(await fenhollow.as('TENANT_FINANCE'), lead.bodyId)).toMatchObject({
      mandate: 'ACTIVE',
      mandateUrl: null,
    });
    const of = await bill('2026-06');
    await settled();
    expect(intentOf(of(fenhollow))['status']).toBe('requires_payment_method');
    await goTo('2026-07-26');
    await settled();
    expect(intentOf(of(fenhollow))['status']).toBe('processing');
    expect(await brief(of(fenhollow))).toEqual(['ISSUED', '530.40']);
    expect(await collected(of(fenhollow))).toBe('STRIPE_BACS_DEBIT, OPEN, mandate ACTIVE, PROCESSING 530.40');
    await Promise.all(Array.from({ length: 4 }, () => stack.lookAfterStripe()));
    await settled();
    double.money.settle(intentOf(of(fenhollow)));
    await settled();
    expect(await brief(of(fenhollow))).toEqual(['PAID', '0.00', 'STRIPE 530.40']);
    expect(await collected(of(fenhollow))).toBe('STRIPE_BACS_DEBIT, PAID, mandate ACTIVE, SUCCEEDED 530.40');
    expect(debitsOf(of(fenhollow))).toBe(1);
  });

  it('whose debit failed is debited once more after a week, and finance staff are told', async () => {
    const of = await bill('2026-07');
    await lead.as('LEAD_FINANCE_PREPARER');
    await goTo('2026-08-27');
    await settled();
    const since = new Date();
    double.money.fail(intentOf(of(fenhollow)), 'insufficient_funds');
    await settled();
    const mail = await stack.mailbox.next(`lead-finance-preparer@${lead.domain}`, /direct debit/, since);
    expect(mail.text).toContain('insufficient funds');
    expect(await collected(of(fenhollow))).toBe(
      'STRIPE_BACS_DEBIT, OPEN, mandate ACTIVE, FAILED 530.40 insufficient_funds, next 2026-09-03',
    );
    await goOn(6 * 24);
    await settled();
    expect(intentOf(of(fenhollow))['status']).toBe('requires_payment_method');
    await goOn(2 * 24);
    await settled();
    double.money.settle(intentOf(of(fenhollow)));
    await settled();
    expect(await brief(of(fenhollow))).toEqual(['PAID', '0.00', 'STRIPE 530.40']);
    const attempts = await stack.sql(
      'select number, state from payment_attempt where invoice_id = $1 order by number',
      [uuidOf(of(fenhollow).id)],
    );
    expect(attempts).toEqual([
      { number: 1, state: 'FAILED' },
      { number: 2, state: 'SUCCEEDED' },
    ]);
  });

  it('is owed again when the payer’s bank takes the debit back, by an entry of its own', async () => {
    const of = await bill('2026-08');
    await goTo('2026-09-27');
    await settled();
    double.money.settle(intentOf(of(fenhollow)));
    await settled();
    expect((await paid(of(fenhollow))).state).toBe('PAID');
    await goOn(30 * 24);
    double.webhooks.mode = 'lose';
    double.money.takeBack(intentOf(of(fenhollow)), 'debit_not_authorized');
    await settled();
    await settled();
    const { state, outstanding, payments, journal } = await paid(of(fenhollow));
    expect([state, outstanding.amount]).toEqual(['OVERDUE', '530.40']);
    expect(payments).toEqual([
      { amount: { amount: '530.40' }, matchedBy: 'STRIPE', reversedAt: expect.any(String) },
    ]);
    expect(journal.map(({ kind }) => kind).sort()).toEqual([
      'ALLOCATION',
      'ALLOCATION',
      'INVOICE',
      'REVERSAL',
    ]);
    expect(await collected(of(fenhollow))).toBe(
      'STRIPE_BACS_DEBIT, REVERSED, mandate ACTIVE, REVERSED 530.40 debit_not_authorized',
    );
    // Nobody debits it again by itself.
    await goOn(8 * 24);
    await settled();
    expect(debitsOf(of(fenhollow))).toBe(1);
  });

  it('that was paid to the bank is given up at Stripe', async () => {
    const of = await bill('2026-09');
    await settled();
    await givenReceipt(lead, {
      amount: of(ashbeck).gross.amount,
      reference: of(ashbeck).number ?? '',
      receivedOn: now.slice(0, 10),
    });
    await goOn(7);
    await settled();
    expect(copyOf(of(ashbeck))['status']).toBe('void');
    expect(await collected(of(ashbeck))).toBe('STRIPE_BANK_TRANSFER, VOID, mandate NONE, account');
    pay(of(ashbeck));
    await settled();
    expect(await brief(of(ashbeck))).toEqual(['PAID', '0.00', 'REFERENCE 530.40']);
  });
});

describe('what Stripe tells', () => {
  it('may come five times and in any order', async () => {
    const of = await bill('2026-10');
    double.webhooks.mode = 'hold';
    await settled();
    // What is left of the transfer that came too late lies with Stripe and pays the next invoice.
    if (copyOf(of(ashbeck))['status'] === 'open') pay(of(ashbeck));
    await goOn(0.1);
    const sent = await double.webhooks.release({ copies: 5, shuffle: true });
    expect(sent).toBeGreaterThan(20);
    await settled();
    expect(await brief(of(ashbeck))).toEqual(['PAID', '0.00', 'STRIPE 530.40']);
    const [counts] = await stack.sql<{ events: number; waiting: number }>(
      `select count(*)::int as events, count(*) filter (where state = 'WAITING')::int as waiting from stripe_event`,
    );
    expect(counts?.waiting).toBe(0);
    expect(counts?.events).toBeLessThanOrEqual(double.store.events.length);
  });

  it('may be lost, and may come days late', async () => {
    const of = await bill('2026-11');
    await settled();
    double.webhooks.mode = 'lose';
    pay(of(ashbeck), 1_000);
    await goOn(7);
    await settled();
    expect(await brief(of(ashbeck))).toEqual(['PART_PAID', '520.40', 'STRIPE 10.00']);
    double.webhooks.mode = 'hold';
    pay(of(ashbeck), 52_040);
    await goOn(5 * 24);
    await double.webhooks.release();
    await settled();
    await double.webhooks.release();
    await settled();
    expect(await brief(of(ashbeck))).toEqual(['PAID', '0.00', 'STRIPE 10.00', 'STRIPE 520.40']);
  });

  it('is taken from nobody else', async () => {
    const body = double.webhooks.bodyOf({
      id: 'evt_forged',
      type: 'invoice.paid',
      created: 1,
      snapshot: { id: double.newest('invoice').id },
    });
    const seconds = Math.floor(Date.now() / 1000);
    const good = Webhooks.sign(body, WEBHOOK_SECRET, seconds);
    const before = await stack.fingerprint();
    const tries = [
      [body, ''],
      [body, Webhooks.sign(body, 'whsec_of_somebody_else', seconds)],
      [body, Webhooks.sign(body, WEBHOOK_SECRET, seconds - 15 * 60)],
      [JSON.stringify(JSON.parse(body)), good],
      [body.replace('invoice.paid', 'invoice.void'), good],
    ];
    const live = body.replace('"livemode": false', '"livemode": true');
    tries.push([live, Webhooks.sign(live, WEBHOOK_SECRET, seconds)]);
    for (const [text = '', signature = ''] of tries)
      expect(await double.webhooks.send(text, signature)).toBe(400);
    expect(await stack.fingerprint()).toBe(before);
    expect(await double.webhooks.send(body, good)).toBe(200);
    expect(await stack.sql(`select event_id from stripe_event where event_id = 'evt_forged'`)).toHaveLength(
      1,
    );
    await settled();
  });

  it('of things that are not ours is heard and left alone', async () => {
    const customer = double.store.make('customer', { name: 'Somebody else', metadata: {}, email: null });
    double.store.tell('customer.created', customer);
    const stranger = double.store.make('invoice', { customer: customer.id, status: 'open', metadata: {} });
    double.store.tell('invoice.paid', stranger);
    double.store.tell('radar.early_fraud_warning.created', stranger);
    await settled();
    const states = await stack.sql<{ state: string }>(
      'select state from stripe_event where object_id in ($1, $2)',
      [customer.id, stranger.id],
    );
    expect(states.map(({ state }) => state)).toEqual(['IGNORED', 'IGNORED', 'IGNORED']);
    double.store.delete(stranger.id);
  });
});

inDepth('an answer that never came', () => {
  const LOST = ['POST /v1/invoices', 'POST /v1/invoiceitems', '/finalize'] as const;
  const months = ['2026-12', '2027-01', '2027-02'];

  it.each(['DROP', 'BREAK_AFTER', 'BREAK'] as const)('is asked for again: %s', async (kind) => {
    const month = months.shift() ?? '';
    const of = await bill(month, [ashbeck]);
    // Stripe's own package asks once more when a connection breaks, with the same key.
    for (const on of LOST) double.faults.add({ kind, on, times: kind === 'DROP' ? 2 : 1 });
    for (let tries = 0; tries < 12; tries += 1) {
      await settled();
      await goOn(0.6);
    }
    expect(copyOf(of(ashbeck))).toMatchObject({ status: 'open', total: 53_040 });
    const id = copyOf(of(ashbeck)).id;
    expect(double.store.all('invoiceitem', ({ invoice }) => invoice === id)).toHaveLength(1);
    const calls = await stack.sql<{ state: string; tries: number; round: number }>(
      'select state, tries, round from stripe_call where subject_id = $1 order by operation',
      [uuidOf(of(ashbeck).id)],
    );
    expect(calls.map(({ state }) => state)).toEqual(['DONE', 'DONE', 'DONE']);
    // A key whose answer was lost is used again; one whose answer is a fault for good gives way to another, after a look.
    const [round, tries] = kind === 'DROP' ? [1, 2] : kind === 'BREAK' ? [2, 3] : [1, 3];
    expect(calls.map((call) => [call.round, call.tries])).toEqual(LOST.map(() => [round, tries]));
    pay(of(ashbeck));
    await settled();
    expect(await brief(of(ashbeck))).toEqual(['PAID', '0.00', 'STRIPE 530.40']);
  });
});

inDepth('Stripe is away for six hours', () => {
  it('and nothing else stops; afterwards everything is there once', async () => {
    double.faults.add({ kind: 'DOWN', on: '/v1/' });
    const asked = double.seen.length;
    const of = await bill('2027-03', [ashbeck, fenhollow, stourley]);
    expect([of(ashbeck).number, of(fenhollow).number].every((number) => number !== null)).toBe(true);
    expect(await collected(of(ashbeck))).toBe('STRIPE_BANK_TRANSFER, WANTED, mandate NONE, account');
    for (let halfHours = 0; halfHours < 12; halfHours += 1) {
      await settled();
      await goOn(0.5);
    }
    await givenReceipt(lead, {
      amount: of(stourley).gross.amount,
      reference: of(stourley).number ?? '',
      receivedOn: now.slice(0, 10),
    });
    expect(await brief(of(stourley))).toEqual(['PAID', '0.00', 'REFERENCE 530.40']);
    expect(copiesOf(of(ashbeck))).toEqual([]);
    // Asked by one piece of work each time a pause is over, for the lead authority as a whole.
    expect(double.seen.length - asked).toBeLessThan(25);
    const failed = await stack.sql('select queue from job where failed_at is not null');
    expect(failed).toEqual([]);

    double.faults.clear();
    await goOn(1);
    await settled();
    await settled();
    for (const member of [ashbeck, fenhollow]) expect(copyOf(of(member))['status']).toBe('open');
    pay(of(ashbeck));
    await settled();
    expect(await brief(of(ashbeck))).toEqual(['PAID', '0.00', 'STRIPE 530.40']);
  });

  it('while a debit was asked for: it is asked for again with the same key, and debited once', async () => {
    const of = await bill('2027-04', [fenhollow]);
    await settled();
    double.faults.add({ kind: 'DROP', on: '/pay', times: 2 });
    await goTo('2027-05-28');
    await settled();
    for (let tries = 0; tries < 6; tries += 1) {
      await goOn(0.5);
      await settled();
    }
    const keys = postsTo(`/v1/invoices/${copyOf(of(fenhollow)).id}/pay`);
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
    expect(copyOf(of(fenhollow))['attempt_count']).toBe(1);
    double.money.settle(intentOf(of(fenhollow)));
    await settled();
    expect(await brief(of(fenhollow))).toEqual(['PAID', '0.00', 'STRIPE 530.40']);
  });
});

inDepth('reconciliation', () => {
  const tomorrow = async () => {
    await goOn(24);
    await settled();
    const seen = await seeReconciliation(lead);
    expect(seen).toMatchObject({ isStripeOn: true, comparedOn: now.slice(0, 10) });
    return seen.differences.map(({ kind, invoiceNumber, here, there }) =>
      [kind, invoiceNumber, here?.amount, there?.amount].map((word) => word ?? 'null').join(' '),
    );
  };

  it('finds none when all is well, and reads what a lost webhook would have told first', async () => {
    expect(await tomorrow()).toEqual([]);
    const of = await bill('2027-05', [ashbeck]);
    await settled();
    double.webhooks.mode = 'lose';
    pay(of(ashbeck));
    expect(await tomorrow()).toEqual([]);
    expect((await paid(of(ashbeck))).state).toBe('PAID');
  });

  it('names each difference, and tells finance staff', async () => {
    const of = await bill('2027-06', [ashbeck, fenhollow]);
    await settled();
    const { number } = of(ashbeck);
    const [copy, debit] = [copyOf(of(ashbeck)), copyOf(of(fenhollow))];

    const since = new Date();
    const stray = { ...structuredClone(copy), id: 'in_stray' };
    double.store.put(stray);
    Object.assign(copy, { total: 50_000, amount_remaining: 50_000 });
    expect(await tomorrow()).toEqual([
      `MISSING_HERE ${number} null 530.40`,
      `AMOUNT_DIFFERS ${number} 530.40 500.00`,
    ]);
    const mail = await stack.mailbox.next(`lead-finance-preparer@${lead.domain}`, /differ/, since);
    expect(mail.text).toContain('2 places');
    double.store.delete(stray.id);
    Object.assign(copy, { total: 53_040, amount_remaining: 53_040 });
    expect(await tomorrow()).toEqual([]);

    // It is gone from Stripe.
    double.store.delete(copy.id);
    expect(await tomorrow()).toEqual([`MISSING_THERE ${number} 530.40 null`]);
    double.store.put(copy);

    // It was paid to the bank, and by a debit that had begun.
    await goTo('2027-07-28');
    await settled();
    await givenReceipt(lead, {
      amount: of(fenhollow).gross.amount,
      reference: of(fenhollow).number ?? '',
      receivedOn: now.slice(0, 10),
    });
    double.money.settle(double.money.intentOf(double.store.get('invoice', debit.id)));
    await settled();
    expect(await tomorrow()).toEqual([`PAID_TWICE ${of(fenhollow).number} 0.00 530.40`]);

    // A payment that was recorded here is not there any more.
    const transfer = pay(of(ashbeck));
    await settled();
    expect((await paid(of(ashbeck))).state).toBe('PAID');
    const [applied] = double.store.all(
      'customer_cash_balance_transaction',
      ({ type, customer }) => type === 'applied_to_payment' && customer === transfer['customer'],
    );
    double.store.delete(applied!.id);
    expect(await tomorrow()).toEqual(
      expect.arrayContaining([
        `MISSING_THERE ${number} 530.40 null`,
        `PAID_TWICE ${of(fenhollow).number} 0.00 530.40`,
      ]),
    );
  });

  it('is a lead authority’s own', async () => {
    expect(await seeReconciliation(otherLead)).toMatchObject({ comparedOn: null, differences: [] });
  });
});
