import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  addDays,
  addMonths,
  addWorkingDays,
  financialYearOf,
  formatLongDate,
  lastDayOf,
  londonDateOf,
  monthLabel,
  monthName,
  monthOf,
  type LocalDate,
} from '#libs/kernel';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const [IMRAN, HELEN, TOM, GRACE, PRIYA] = [
  'imran.qureshi',
  'helen.marsh',
  'tom.ferris',
  'grace.oduya',
  'priya.nair',
].map((name) => `${name}@northmere.gov.example`) as [string, string, string, string, string];
const [JO, KIM, CY] = ['jo.linden', 'kim.reid', 'cy.hill'].map((name) => `${name}@fenhollow.gov.example`) as [
  string,
  string,
  string,
];
const FENHOLLOW = 'Fenhollow Borough Council';
const OPT_IN = 'OI-000003';
const CALL_OFF = 'CO-000002-01';
const ORDER = '4500099001';

const today = londonDateOf(new Date());
const month = monthOf(today);
const billedOn = addDays(month.end, 1);
/** The third invoice of all; the demonstration has issued two today. A financial year begins with number 1. */
const NUMBER = ((year) => `NCC-${year.slice(0, 4)}-0000${financialYearOf(today) === year ? 3 : 1}`)(
  financialYearOf(billedOn),
);

/** What the payroll system sends: 1,180 payslips at £4.42 and 37 supply payslips at £4.20, and one of them twice. */
const SENT = [
  { id: 'weekly-1', type: 'payslips.processed', quantity: '600' },
  { id: 'weekly-2', type: 'payslips.processed', quantity: '580' },
  { id: 'supply-1', type: 'payslips.supply', quantity: '37' },
  { id: 'weekly-2', type: 'payslips.processed', quantity: '580' },
];
const PAYSLIPS = { quantity: '1,180', net: '£5,215.60' };
const SUPPLY = { quantity: '37', net: '£155.40' };
const [NET, VAT, GROSS] = ['£5,371.00', '£1,074.20', '£6,445.20'] as const;
const ZERO = '£0.00';
/** The days of the month that the term covers, as invoices say them. */
const DAYS = ((last) => {
  if (today === month.start) return monthName(month);
  return today === last ? formatLongDate(today) : `${formatLongDate(today)} to ${formatLongDate(last)}`;
})(lastDayOf(month));

// Each person signs in, and a worker and a browser have much to do between them.
jest.setTimeout(120_000);

let site: Site;
const everybody: Visitor[] = [];
let [jo, cy, tom] = [] as unknown as [Visitor, Visitor, Visitor];

beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

const anyone = async (): Promise<Visitor> => {
  const visitor = await site.visitor();
  everybody.push(visitor);
  await visitor.goTo('/');
  return visitor;
};

/** Somebody signs in from the public home page, and stands on their own. */
const arrive = async (email: string, name?: string): Promise<Visitor> => {
  const visitor = await anyone();
  await visitor.follow('Sign in');
  const since = new Date();
  await visitor.fill('Your work email address', email);
  await visitor.press('Send me a code');
  const mail = await site.stack.mailbox.next(email, /sign-in code/, since);
  await visitor.fill('Code', /\b\d{6}\b/.exec(mail.subject)?.[0] ?? '');
  if (name !== undefined) await visitor.fill('Your full name, if you sign in for the first time', name);
  await visitor.press('Sign in');
  expect(await visitor.heading()).toBe('Home');
  return visitor;
};

/** Goes home as everybody can from every page: by the name at its head. */
const home = async (visitor: Visitor): Promise<void> => {
  await visitor.follow('Northmere Shared Services');
  expect(await visitor.heading()).toBe('Home');
};

const enterDate = async (visitor: Visitor, legend: string, date: LocalDate): Promise<void> => {
  const [year = '', ofYear = '', day = ''] = date.split('-');
  const boxes = visitor.page.getByRole('group', { name: legend, exact: true });
  for (const [box, text] of Object.entries({ Day: day, Month: ofYear, Year: year }))
    await boxes.getByLabel(box, { exact: true }).fill(text);
};

const addColleague = async (visitor: Visitor, email: string, name: string, role: string): Promise<void> => {
  await visitor.press('Add a colleague');
  await visitor.fill('Work email address', email);
  await visitor.fill('Full name', name);
  await visitor.choose(role);
  await visitor.press('Add the colleague');
  expect(await visitor.rowsWith(email)).toEqual([[name, email, role, `Change roles of ${name}`]]);
};

describe('a council finds out, joins, uses a service, is billed and pays', () => {
  it('somebody without an account asks whether it can join, and what a year would cost', async () => {
    const visitor = await anyone();
    await visitor.press('Can we join?');
    await visitor.fill('Your organisation, or your work email address', 'Fenhollow Urban');
    await visitor.press('Check');
    expect(await visitor.heading()).toBe(`${FENHOLLOW} can join`);
    await visitor.follow('Estimate the cost');
    // What is typical for its 97,600 residents.
    const payslips = visitor.page.getByLabel('Payslips in a year', { exact: true });
    expect(await payslips.inputValue()).toBe('5856');
    await payslips.fill('14,400');
    await visitor.fill('Supply payslips in a year', '300');
    for (const other of ['Active users', 'Contacts handled', 'Invoices processed', 'Accounts billed'])
      await visitor.fill(`${other} in a year`, '');
    await visitor.press('Work out the cost');
    expect((await visitor.rowsWith('VAT')).filter((cells) => cells.length === 3)).toEqual([
      ['Without VAT', '£5,409.00', '£64,908.00'],
      ['VAT', '£1,081.80', '£12,981.60'],
      ['With VAT', '£6,490.80', '£77,889.60'],
    ]);
    expect((await visitor.rowsWith('Payroll Core')).map((row) => [row[1], ...row.slice(4)])).toEqual([
      ['14,400', '£5,304.00', '£63,648.00'],
      ['300', '£105.00', '£1,260.00'],
    ]);
  });

  it('its officer opens the workspace and starts an opt-in', async () => {
    jo = await arrive(JO, 'Jo Linden');
    await jo.press('Open the workspace');
    await jo.press('Open the workspace');
    await jo.press('Start an opt-in');
    await jo.choose('Payroll Core');
    await enterDate(jo, 'When would you like to begin?', today);
    await jo.press('Start the opt-in');
    expect(await jo.heading()).toBe(`Opt-in ${OPT_IN}`);
  });

  it('and does each task, comes back another time, and submits', async () => {
    await jo.follow('About you');
    for (const who of ['sponsor', 'client lead', 'finance contact']) {
      await jo.fill(`Name of your ${who}`, who === 'finance contact' ? 'Cy Hill' : 'Jo Linden');
      await jo.fill(`Work email address of your ${who}`, who === 'finance contact' ? CY : JO);
    }
    await jo.press('Save and mark as complete');
    await jo.follow('Your need');
    await jo.fill('What should be better afterwards', 'Payslips right the first time.');
    await jo.fill('Payroll Core: Payslips a year', '14,400');
    await jo.fill('Payroll Core: Supply payslips a year', '300');
    await jo.press('Save and mark as complete');
    await home(jo);
    expect(await jo.text()).toContain('2 of 5 tasks are complete.');
    await jo.press('Continue the opt-in');
    await jo.follow('Money');
    await jo.choose('The number follows before the first billing period');
    await jo.choose('All of it');
    await jo.fill('Cost centre that pays', 'HR100');
    await jo.press('Save and mark as complete');
    await jo.follow('Data processing schedule');
    await jo.choose('Yes, an authorised officer has accepted it');
    await jo.fill('Name of the authorised officer who accepted it', 'Di Lake');
    await jo.fill('Role of the authorised officer', 'Director of Resources');
    await enterDate(jo, 'Date on which it was accepted', today);
    await jo.fill('Name of your data protection officer', 'Ed Marsh');
    await jo.fill('Advice of your data protection officer', 'No objection.');
    await enterDate(jo, 'Date of the advice', today);
    await jo.press('Save and mark as complete');
    await jo.follow('Council decision');
    await jo.choose('Not yet, it will be made before we sign the agreement');
    await jo.press('Save and mark as complete');
    await jo.follow('Check your answers and submit');
    for (const words of ['Payroll Core', '14,400', 'HR100', 'Di Lake', CY])
      expect(await jo.text()).toContain(words);
    await jo.press('Submit the opt-in');
    expect(await jo.heading()).toBe('Opt-in submitted');
    const due = formatLongDate(addWorkingDays(today, 5));
    expect(await jo.text()).toContain(`Northmere County Council reviews your opt-in by ${due}.`);
  });

  it('the lead authority reviews and approves it', async () => {
    const imran = await arrive(IMRAN);
    await imran.press('See the opt-ins that wait');
    await imran.follow(`${OPT_IN}, ${FENHOLLOW}`);
    expect(await imran.text()).toContain('Eligible');
    await imran.press('Start the review');
    await home(jo);
    await jo.press('See the opt-in');
    expect(await jo.text()).toContain('Imran Qureshi at Northmere County Council is reviewing it');
    await imran.follow('Approve');
    await imran.press('Approve the opt-in');
    expect(await imran.text()).toContain('The opt-in is approved.');
  });

  it('the officer records the decision, and says who signs and who looks after the money', async () => {
    await home(jo);
    await jo.press('Record the decision');
    await jo.choose('Yes, it is made and published');
    await jo.fill('Decision reference', 'CAB/2026/31');
    await jo.fill('Who made the decision', 'Cabinet');
    await enterDate(jo, 'Date on which the decision was published', today);
    await enterDate(jo, 'Date on which the decision takes effect', today);
    await jo.choose('No, it is exempt');
    await jo.fill('Why it is exempt from call-in', 'Urgent: the present contract ends.');
    await jo.press('Save');
    await home(jo);
    await jo.press('Add a signatory');
    await addColleague(jo, KIM, 'Kim Reid', 'Authorised signatory');
    await addColleague(jo, CY, 'Cy Hill', 'Finance');
    await home(jo);
    expect(await jo.text()).toContain('Who can read and sign it: Kim Reid.');
  });

  it('the signatory signs, and the lead authority countersigns', async () => {
    const kim = await arrive(KIM);
    await kim.press('Read the agreement');
    await kim.fill('Your role', 'Chief Executive');
    await kim.choose(`I have read the agreement, and I have authority to sign it for ${FENHOLLOW}`);
    await kim.press('Sign the agreement');
    expect(await kim.text()).toContain(`Kim Reid, Chief Executive, on ${formatLongDate(today)}`);
    const helen = await arrive(HELEN);
    await helen.press('Read the agreement');
    await helen.fill('Your role', 'Head of Legal Services');
    await helen.press('Countersign the agreement');
    expect(await helen.text()).toContain('In force');
  });

  it('the officer awards the call-off, and quotes a purchase order', async () => {
    await home(jo);
    await jo.press('Award the call-off');
    await enterDate(jo, 'First day of the term', today);
    await enterDate(jo, 'Last day of the term', addDays(addMonths(today, 24), -1));
    await jo.fill('What you estimate it to be worth over the whole term, without VAT', '129,816');
    await jo.press('Award the call-off');
    expect(await jo.text()).toContain(CALL_OFF);
    // £180,000.00 of the framework's ceiling were committed before.
    for (const words of ['£129,816.00', '£180,000.00', '£309,816.00', '£46,690,184.00', 'CAB/2026/31'])
      expect(await jo.text()).toContain(words);
    await jo.follow('Add a purchase order');
    await jo.choose('Yes');
    await jo.fill('Purchase order number', ORDER);
    await jo.press('Add the purchase order');
    expect((await jo.rowsWith(ORDER))[0]?.[0]).toBe(ORDER);
  });

  it('its payroll system sends usage with a key, and the officer sees it', async () => {
    await home(jo);
    await jo.follow('Usage');
    await jo.follow('Usage keys');
    await jo.press('Make a usage key');
    await jo.fill('What to call it', 'Payroll system');
    await jo.fill('Source', 'payroll');
    await enterDate(jo, 'Last day on which it can be used', addMonths(today, 6));
    await jo.press('Make the key');
    const secret = (await jo.page.locator('code').innerText()).trim();

    const events = SENT.map(({ id, type, quantity }) => ({
      ...{ specversion: '1.0', id, source: 'payroll', type, time: new Date().toISOString() },
      data: { quantity },
    }));
    const response = await fetch(`${site.url}/v1/usage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify(events),
    });
    expect(response.status).toBe(200);
    const receipt = (await response.json()) as { number: number; digest: string };
    expect(receipt).toMatchObject({ accepted: 3, duplicate: 1, quarantined: 0 });

    await jo.press('I have copied the key');
    await jo.follow('Usage');
    const [row] = await jo.rowsWith('Payroll system');
    expect([row?.[0], ...(row?.slice(2) ?? [])]).toEqual([String(receipt.number), '3', '1', '0', '0']);
    expect(await jo.text()).toContain(receipt.digest);
    await jo.follow('Services');
    await jo.follow('Payroll Core');
    await jo.follow('Usage by day');
    const day = formatLongDate(today);
    expect(await jo.rowsWith(day)).toEqual([
      [day, PAYSLIPS.quantity, '2'],
      [day, SUPPLY.quantity, '1'],
    ]);
    await jo.follow('Charges in this month');
    expect(await jo.rowsWith('Total with')).toEqual([
      ['Total without VAT', NET],
      ['Total with VAT', GROSS],
    ]);
  });

  it('when the month is over, its bill is prepared by one and approved and issued by another', async () => {
    await site.stack.setClock(billedOn);
    tom = await arrive(TOM);
    await tom.press('Go to billing');
    expect(await tom.page.getByLabel('Month to bill').inputValue()).toBe(monthLabel(month));
    await tom.press('Prepare the bills');
    await site.stack.jobsDone();
    await tom.follow('Bills');
    await tom.follow(monthName(month));
    expect(await tom.text()).toContain('1 draft, 0 approved, 0 issued');
    expect(await tom.rowsWith('All together')).toEqual([['All together', NET, VAT, GROSS]]);

    const grace = await arrive(GRACE);
    await grace.press('Open the run');
    await grace.press('Approve all drafts');
    await grace.press('Issue all that is approved');
    expect(await grace.rowsWith(NUMBER)).toEqual([[NUMBER, FENHOLLOW, 'Issued', NET, VAT, GROSS]]);
    await site.stack.jobsDone();
  });

  it("the council's finance officer finds the invoice, and every figure of it", async () => {
    cy = await arrive(CY);
    expect(await cy.text()).toContain('Look at 1 unpaid invoice');
    await cy.press('See the invoices');
    await cy.follow(NUMBER);
    const due = formatLongDate(addDays(billedOn, 30));
    expect(await cy.text()).toContain(`Pay ${GROSS} by ${due} by BACS.`);
    expect(await cy.text()).toContain(`${ORDER} for ${CALL_OFF}`);
    expect(await cy.text()).toContain('Debits less credits: £0.00');
    expect(await cy.rowsWith('Payroll Core')).toEqual([
      ['1', `Payroll Core: Payslips, ${DAYS}`, PAYSLIPS.quantity, '£4.42', PAYSLIPS.net],
      ['2', `Payroll Core: Supply payslips, ${DAYS}`, SUPPLY.quantity, '£4.20', SUPPLY.net],
    ]);
    expect(await cy.rowsWith('Standard rate')).toEqual([['Standard rate', '20%', NET, VAT, '']]);
  });

  it('opens a line down to the records that were sent, and takes the data pack', async () => {
    await cy.page.getByText(`Line 1: Payroll Core: Payslips, ${DAYS}, ${PAYSLIPS.net}`).click();
    expect(await cy.text()).toContain(`${PAYSLIPS.quantity} × £4.42 = ${PAYSLIPS.net}`);
    await cy.follow('The records behind this line of line 1');
    const records = await cy.rowsWith('weekly-');
    expect(records.map((cells) => cells.slice(0, 4)).sort()).toEqual([
      [formatLongDate(today), 'weekly-1 from payroll', '600', '600'],
      [formatLongDate(today), 'weekly-2 from payroll', '580', '580'],
    ]);
    await cy.follow(`Invoice ${NUMBER}`);
    const pack = await cy.download('Data pack (JSON), with all that is needed to work the invoice out again');
    expect(pack.name).toBe(`${NUMBER}.json`);
    const { invoice, lines } = JSON.parse(pack.text) as {
      invoice: object;
      lines: { net: string; calculation: { quantity: string } }[];
    };
    expect(invoice).toMatchObject({ number: NUMBER, net: '5371.00', vat: '1074.20', gross: '6445.20' });
    expect(lines.map(({ net, calculation: { quantity } }) => [quantity, net])).toEqual([
      ['1180', '5215.60'],
      ['37', '155.40'],
    ]);
  });

  it('the money comes in, and both sides see that nothing is owed', async () => {
    await home(tom);
    await tom.follow('Receipts');
    expect(await tom.text()).not.toContain(NUMBER);
    await tom.follow('Record a receipt');
    const [year = '', ofYear = '', day = ''] = billedOn.split('-');
    for (const [label, text] of Object.entries({
      ...{ Day: day, Month: ofYear, Year: year, Amount: GROSS },
      ...{ Payer: 'FENHOLLOW BC', "Payer's reference": NUMBER.replaceAll('-', ' ') },
    }))
      await tom.fill(label, text);
    await tom.press('Record the receipt');
    expect(await tom.text()).toContain('The receipt is recorded and matched.');
    await tom.follow('Receipts');
    await tom.follow('Who owes what');
    expect((await tom.rowsWith(FENHOLLOW))[0]?.slice(1)).toEqual([ZERO, ZERO, ZERO, ZERO, ZERO, ZERO]);
    await tom.follow('Invoices');
    await tom.follow(NUMBER);
    expect(await tom.text()).toMatch(/State\s+Paid/);
    expect(await tom.text()).toMatch(/Still to pay\s+£0\.00/);

    await home(cy);
    expect(await cy.text()).not.toContain('unpaid invoice');
    await cy.follow('Invoices');
    await cy.follow(NUMBER);
    expect(await cy.text()).toMatch(/State\s+Paid/);
    expect(await cy.text()).toMatch(/Still to pay\s+£0\.00/);
    await cy.follow('Account');
    await cy.follow('Statement of account with Northmere County Council');
    const paid = `Payment of invoice ${NUMBER}`;
    expect((await cy.rowsWith(paid))[0]?.slice(1)).toEqual(['Payment', paid, `−${GROSS}`, ZERO]);
  });

  it('the auditor follows the invoice, in a chain that is whole', async () => {
    const priya = await arrive(PRIYA);
    await priya.follow('Invoices');
    await priya.follow(NUMBER);
    await priya.follow('Audit trail of this invoice');
    expect((await priya.rowsWith('Invoice')).map(([, , what]) => what)).toEqual([
      'Grace Oduya issued the invoice.',
      'Grace Oduya approved the invoice.',
      'Tom Ferris drafted the invoice.',
    ]);
    await priya.follow('Show all records of this chain');
    const newest = await priya.page.getByRole('row').nth(1).getByRole('cell').first().innerText();
    await priya.follow('Verify this chain');
    expect(await priya.text()).toContain('The chain is whole');
    expect(await priya.text()).toContain(`${newest} records were verified, from the first to the last.`);
  });

  it('and no page asked for anything from elsewhere, or broke a rule of the pages', () => {
    expect(everybody).toHaveLength(9);
    expect(everybody.flatMap(({ wrongs }) => wrongs)).toEqual([]);
  });
});
