import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, formatLongDate, londonDateOf, monthLabel, monthOf, type LocalDate } from '#libs/kernel';
import { billMonth, newestInvoice } from '../../tools/demonstration/bill.js';
import { ashbeck, lead } from '../../tools/demonstration/cast.js';
import { Service } from '../../tools/demonstration/service.js';
import type { StripeDouble } from '../../tools/stripe-double/stripe-double.js';
import { givenDouble, stripeSettled } from '../given/stripe.js';
import { wayOfToday } from '../part.js';
import { axeFindings, ownFindings } from './look-closely.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const [SUNITA, GARETH, TOM] = [ashbeck.finance.email, 'gareth.owen@ashbeck.gov.example', lead.preparer.email];
const SAVE = 'Save for Northmere County Council';
const today = londonDateOf(new Date());
/** The demonstration's unpaid invoice is issued today and due in 30 days; its debit is asked for six days before. */
const debitOn = addDays(today, 24);
const month = monthOf(today);
const billOn = [addDays(month.end, 1), addDays(debitOn, 1)].sort().at(-1) as LocalDate;

// Months go by, with a browser, and the machine may be busy.
jest.setTimeout(120_000);

let site: Site;
let double: StripeDouble;
beforeAll(async () => {
  ({ started: site, double } = await givenDouble((settings) => Site.start(settings)));
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await double?.stop();
});

const settled = (): Promise<void> => stripeSettled(site.stack, double);

/** A month of 100 payslips, billed by those who do it; answers the invoice. */
const billed = async (): Promise<Awaited<ReturnType<typeof newestInvoice>>> => {
  const nadia = await site.stack.signIn(ashbeck.admin.email);
  const { callOffs } = await nadia.ok<{
    callOffs: { edges: { node: { id: string; offeringId: string } }[] };
  }>('{ callOffs(first: 1) { edges { node { id offeringId } } } }');
  const callOff = callOffs.edges[0]?.node;
  const { offering } = await nadia.ok<{ offering: { meters: { id: string }[] } }>(
    'query($id: ID!) { offering(id: $id) { meters { id } } }',
    { id: callOff?.offeringId },
  );
  await nadia.ok(
    'mutation($input: UsageRecordInput!) { usageRecord(input: $input) { userErrors { code message } } }',
    {
      input: {
        ...{ callOffId: callOff?.id, meterId: offering.meters[0]?.id, quantity: '100' },
        ...{ usedOn: addDays(month.start, 9), idempotencyKey: 'collection' },
      },
    },
  );
  const service = new Service(site.url, site.url);
  const people = { preparer: TOM, approver: lead.financeApprover.email };
  await billMonth(service, people, monthLabel(month));
  return newestInvoice(await service.as(SUNITA));
};

describe.each(wayOfToday({ script: true }, { script: false }))('collection, scripts $script', (look) => {
  /** Somebody who signs in now: an older session has ended when the clock was moved. */
  const person = async (email: string, to: string): Promise<Visitor> => {
    const visitor = await site.visitor(look);
    await visitor.signIn(email);
    await visitor.goTo(to);
    return visitor;
  };
  /** Nothing is wrong with the page as it stands, wide and on a telephone; axe is a script itself. */
  const looksRight = async ({ page, wrongs }: Visitor): Promise<void> => {
    const found = [...wrongs];
    for (const width of [1100, 320]) {
      await page.setViewportSize({ width, height: 900 });
      found.push(
        ...(look.script && width === 320 ? await axeFindings(page) : []),
        ...(await ownFindings(page)),
      );
    }
    await page.setViewportSize({ width: 1100, height: 900 });
    expect(found).toEqual([]);
  };
  let sunita: Visitor;
  let number: string;

  it('begins with a choice, which waits while Stripe is away', async () => {
    sunita = await person(SUNITA, '/home');
    await sunita.follow('Invoices');
    await sunita.follow('How you pay');
    expect(await sunita.text()).toContain('Not chosen: this holds until you choose');
    expect(await sunita.text()).toContain('Pay each invoice to the bank account that is printed on it');
    await looksRight(sunita);
    double.faults.add({ kind: 'DOWN', on: '/v1/' });
    await sunita.choose('BACS Direct Debit through Stripe');
    await sunita.press(SAVE);
    expect(await sunita.text()).toContain('Your choice is saved.');
    expect(await sunita.text()).toContain('Its link is shown here in a minute. Look again');
    await sunita.follow('Invoices');
    const owed = await sunita.rowsWith('Issued');
    expect(owed).toHaveLength(1);
    number = owed[0]?.[0] ?? '';
    await sunita.follow(number);
    expect(await sunita.text()).toMatch(/At Stripe\s+Waits to be given to Stripe/);
    expect(await sunita.text()).not.toContain('How to pay');
    double.faults.clear();
  });

  it('needs a mandate, which is given on a page of Stripe’s', async () => {
    await site.stack.setClock(new Date(Date.now() + 3 * 60_000).toISOString());
    await settled();
    await sunita.goTo('/home');
    expect(await sunita.text()).toContain('Give the mandate for direct debits');
    await sunita.goTo('/payment-methods');
    await looksRight(sunita);
    const page = await sunita.link("Give the mandate on Stripe's page").getAttribute('href');
    const session = double.newest('checkout.session');
    expect(page).toBe(session['url']);
    const gareth = await person(GARETH, '/payment-methods');
    expect(await gareth.text()).toMatch(/Mandate\s+Not given yet/);
    expect(await gareth.page.getByRole('main').getByRole('button').count()).toBe(0);
    double.giveMandate(session.id);
    await settled();
    await sunita.page.reload();
    expect(await sunita.text()).toMatch(/Mandate\s+Given/);
    await sunita.follow('Invoices');
    await sunita.follow(number);
    expect(await sunita.text()).toMatch(/At Stripe\s+Given to Stripe/);
    expect(await sunita.text()).toContain(`It is debited on ${formatLongDate(debitOn)}.`);
  });

  it('by debit is told to both sides: asked for, and not paid with the reason', async () => {
    await site.stack.setClock(debitOn);
    await settled();
    const tom = await person(TOM, '/invoices');
    await tom.follow(number);
    expect(await tom.text()).toMatch(/At Stripe\s+Debit asked for/);
    expect(await tom.text()).toContain(`was asked for on ${formatLongDate(debitOn)}`);
    double.money.fail(
      double.newest('payment_intent', ({ status }) => status === 'processing'),
      'insufficient_funds',
    );
    await settled();
    await tom.page.reload();
    expect(await tom.text()).toMatch(/At Stripe\s+Debit not paid/);
    expect((await tom.rowsWith('insufficient funds')).map((cells) => cells[1])).toEqual(['Not paid']);
    expect(await tom.text()).toContain(`It is debited once more on ${formatLongDate(addDays(debitOn, 7))}.`);
    await looksRight(tom);
  });

  it('by transfer shows the account to pay to, and what came', async () => {
    sunita = await person(SUNITA, '/payment-methods');
    await sunita.choose('Bank transfer through Stripe');
    await sunita.press(SAVE);
    expect(await sunita.text()).toMatch(/Sort code\s+00-00-00\s+Account number\s+\d{8}/);
    await looksRight(sunita);
    await site.stack.setClock(billOn);
    const invoice = await billed();
    ({ number } = invoice);
    await settled();
    sunita = await person(SUNITA, `/invoices/${invoice.id}`);
    expect(await sunita.text()).toContain('Stripe waits for a transfer to the account below.');
    expect(await sunita.text()).toMatch(/Sort code\s+00-00-00\s+Account number\s+\d{8}\s+Amount\s+£530\.40/);
    const copy = double.newest('invoice');
    double.money.fund(double.store.get('customer', copy['customer']), 10_000, copy.id);
    await settled();
    await sunita.page.reload();
    expect(await sunita.text()).toMatch(/State\s+Part paid/);
    expect((await sunita.rowsWith('Matched through Stripe')).map((cells) => cells[2])).toEqual(['£100.00']);
    await looksRight(sunita);
  });

  it('is compared every day: all agrees, and then a difference leads to its invoice', async () => {
    await site.stack.setClock(addDays(billOn, 1));
    await settled();
    let tom = await person(TOM, '/home');
    await tom.follow('Receipts');
    await tom.follow('Payments through Stripe');
    expect(await tom.text()).toMatch(/Invoices at Stripe\s+2\s+Payments of them\s+1\s+Differences\s+0/);
    expect(await tom.text()).toContain('Both lists agree');
    await looksRight(tom);
    const copy = double.newest('invoice');
    Object.assign(copy, { total: 60_000, amount_remaining: 50_000 });
    await site.stack.setClock(addDays(billOn, 2));
    await settled();
    tom = await person(TOM, '/balances');
    await tom.follow('Payments through Stripe');
    expect(await tom.rowsWith(ashbeck.name)).toEqual([
      ['Another amount', ashbeck.name, number, '£530.40', '£600.00', copy.id],
    ]);
    await looksRight(tom);
    await tom.follow(number);
    expect(await tom.heading()).toBe(`Invoice ${number}`);
  });
});
