import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  addDays,
  addMonths,
  financialYearOf,
  formatLongDate,
  londonDateOf,
  monthLabel,
  monthName,
  monthOf,
  startOfMonth,
  type LocalDate,
  type Period,
} from '#libs/kernel';
import { Site } from './site.js';
import type { Look, Visitor } from './visitor.js';

const [TOM, GRACE, PRIYA, HELEN] = ['tom.ferris', 'grace.oduya', 'priya.nair', 'helen.marsh'].map(
  (name) => `${name}@northmere.gov.example`,
) as [string, string, string, string];
const [NADIA, SUNITA] = ['nadia.rahman@ashbeck.gov.example', 'sunita.patel@ashbeck.gov.example'];
const ASHBECK = 'Ashbeck Borough Council';

const today = londonDateOf(new Date());
/** The month, and the day of the month after on which it is billed. */
const monthFrom = (months: number): Period => monthOf(addMonths(startOfMonth(today), months));
const billedOn = (month: Period): LocalDate => addDays(month.end, 1);
/** The days on which the demonstration and each run issue an invoice, in order: they give the numbers. */
const issueDays = [today, today, billedOn(monthFrom(0)), billedOn(monthFrom(1))];
const numberOf = (place: number): string => {
  const year = financialYearOf(issueDays[place] as LocalDate);
  const inYear = issueDays.slice(0, place + 1).filter((day) => financialYearOf(day) === year).length;
  return `NCC-${year.slice(0, 4)}-${String(inYear).padStart(5, '0')}`;
};

// Signing in, a browser and a worker: each of these stories is longer than other tests.
jest.setTimeout(120_000);

let site: Site;
beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

/** Somebody who signs in now: an older session has ended when the clock was moved. */
const person = async (email: string, look: Look): Promise<Visitor> => {
  const visitor = await site.visitor(look);
  await visitor.signIn(email);
  return visitor;
};

const recordUsage = async (month: Period, quantities: Readonly<Record<string, string>>): Promise<void> => {
  const nadia = await site.stack.signIn(NADIA);
  const { callOffs } = await nadia.ok<{
    callOffs: { edges: { node: { id: string; offeringId: string } }[] };
  }>('{ callOffs(first: 1) { edges { node { id offeringId } } } }');
  const callOff = callOffs.edges[0]?.node;
  const { offering } = await nadia.ok<{ offering: { meters: { id: string; code: string }[] } }>(
    'query($id: ID!) { offering(id: $id) { meters { id code } } }',
    { id: callOff?.offeringId },
  );
  for (const { id: meterId, code } of offering.meters)
    await nadia.ok(
      'mutation($input: UsageRecordInput!) { usageRecord(input: $input) { userErrors { code message } } }',
      {
        input: {
          callOffId: callOff?.id,
          meterId,
          quantity: quantities[code],
          usedOn: addDays(month.start, 23),
          idempotencyKey: `usage-${monthLabel(month)}-${code.replace('.', '-')}`,
        },
      },
    );
};

/** Gives Tom the approver's role beside his own, or takes it away again. */
const changeTomsRole = async (how: 'roleGrant' | 'roleRevoke'): Promise<void> => {
  const helen = await site.stack.signIn(HELEN);
  const { people } = await helen.ok<{ people: { edges: { node: { id: string; email: string } }[] } }>(
    '{ people(first: 50) { edges { node { id email } } } }',
  );
  const personId = people.edges.find(({ node }) => node.email === TOM)?.node.id;
  await helen.ok(
    `mutation($input: ${how === 'roleGrant' ? 'RoleGrantInput' : 'RoleRevokeInput'}!) { ${how}(input: $input) { userErrors { code message } } }`,
    { input: { personId, role: 'LEAD_FINANCE_APPROVER' } },
  );
};

const runs = [
  {
    script: true,
    month: monthFrom(0),
    number: numberOf(2),
    used: { 'payslips.processed': '1210', 'payslips.supply': '40' },
    payslips: { quantity: '1,210', net: '£5,348.20' },
    supply: { quantity: '40', net: '£168.00' },
    net: '£5,516.20',
    vat: '£1,103.24',
    gross: '£6,619.44',
    pack: { net: '5516.20', vat: '1103.24', gross: '6619.44' },
  },
  {
    script: false,
    month: monthFrom(1),
    number: numberOf(3),
    used: { 'payslips.processed': '1195', 'payslips.supply': '52' },
    payslips: { quantity: '1,195', net: '£5,281.90' },
    supply: { quantity: '52', net: '£218.40' },
    net: '£5,500.30',
    vat: '£1,100.06',
    gross: '£6,600.36',
    pack: { net: '5500.30', vat: '1100.06', gross: '6600.36' },
  },
];

describe.each(runs)('a month is billed and paid, scripts $script', (run) => {
  const look: Look = { script: run.script };
  const name = monthName(run.month);
  const day = billedOn(run.month);
  let [tom, grace, sunita] = [] as unknown as [Visitor, Visitor, Visitor];

  beforeAll(async () => {
    await site.stack.setClock(day);
    await recordUsage(run.month, run.used);
  });

  it('is prepared and previewed', async () => {
    tom = await person(TOM, look);
    await tom.goTo('/home');
    await tom.follow('Bills');
    expect(await tom.page.getByLabel('Month to bill').inputValue()).toBe(monthLabel(run.month));
    await tom.press('Prepare the bills');
    expect(await tom.heading()).toBe(`Bills for ${name}`);
    await site.stack.jobsDone();
    await tom.page.reload();
    const text = await tom.text();
    expect(text).toContain('To approve');
    expect(text).toContain('1 done, 0 waiting, 0 parked');
    expect(text).toContain('1 draft, 0 approved, 0 issued');
    expect(text).toContain('1 usage event is in quarantine and in no bill.');
    expect(await tom.rowsWith('All together')).toEqual([['All together', run.net, run.vat, run.gross]]);
    await tom.follow(`Preview of ${ASHBECK}`);
    expect(await tom.rowsWith('Payslips')).toContainEqual([
      '1',
      `Payroll Core: Payslips, ${name}`,
      name,
      run.payslips.quantity,
      run.payslips.net,
    ]);
    await tom.goTo('/billing/preview');
    await tom.press('Show the preview');
    expect(await tom.page.locator('.govuk-error-summary li').allInnerTexts()).toEqual(['Choose a member.']);
  });

  it('is approved by nobody who prepared it', async () => {
    await changeTomsRole('roleGrant');
    await tom.follow('Bills');
    await tom.follow(name);
    const before = await site.stack.fingerprint();
    await tom.press('Approve all drafts');
    expect(await tom.page.title()).toMatch(new RegExp(`^Error: Bills for ${name} – `));
    expect(await tom.rowsWith('You prepared this invoice')).toEqual([
      [`Invoice for ${ASHBECK}`, 'You prepared this invoice, so someone else needs to approve it.'],
    ]);
    expect(await site.stack.fingerprint()).toBe(before);
    await changeTomsRole('roleRevoke');
    await tom.follow('Bills');
    await tom.follow(name);
    expect(await tom.page.getByRole('button', { name: 'Approve all drafts' }).count()).toBe(0);
    expect(await tom.text()).toContain(
      'A finance approver who did not prepare these drafts approves them next.',
    );
  });

  it('is approved and issued by somebody else', async () => {
    grace = await person(GRACE, look);
    await grace.goTo('/home');
    await grace.follow('Bills');
    await grace.follow(name);
    await grace.press('Approve all drafts');
    expect(await grace.text()).toContain('All drafts of this run are approved. They can be issued now.');
    expect(await grace.text()).toContain('0 drafts, 1 approved, 0 issued');
    await grace.press('Issue all that is approved');
    expect(await grace.text()).toContain('All that was approved is issued and on its way to the members.');
    expect(await grace.rowsWith(run.number)).toEqual([
      [run.number, ASHBECK, 'Issued', run.net, run.vat, run.gross],
    ]);
    await site.stack.jobsDone();
  });

  it('is found by the member, who opens a line down to the records behind it', async () => {
    sunita = await person(SUNITA, look);
    await sunita.goTo('/home');
    await sunita.follow('Invoices');
    await sunita.page.getByLabel('Invoice number or lead authority').fill(run.number);
    await sunita.press('Show');
    expect(new URL(sunita.page.url()).searchParams.get('q')).toBe(run.number);
    expect(await sunita.text()).toContain('All that match: 1 invoice');
    const list = await sunita.download('Download this list as a spreadsheet (CSV)');
    expect(list.name).toBe('invoices.csv');
    const { net, vat, gross } = run.pack;
    expect(list.text.split('\r\n')[1]).toBe(
      [
        `${run.number},Issued,${monthLabel(run.month)},${ASHBECK},Northmere County Council,${day}`,
        `${addDays(day, 30)},${net},${vat},${gross},0.00,0.00,${gross}`,
      ].join(','),
    );
    await sunita.follow(run.number);
    expect(await sunita.heading()).toBe(`Invoice ${run.number}`);
    expect(await sunita.text()).toContain('4500012345 for CO-000001-01');
    expect(await sunita.rowsWith('Payroll Core')).toEqual([
      ['1', `Payroll Core: Payslips, ${name}`, run.payslips.quantity, '£4.42', run.payslips.net],
      ['2', `Payroll Core: Supply payslips, ${name}`, run.supply.quantity, '£4.20', run.supply.net],
    ]);
    expect(await sunita.rowsWith('Standard rate')).toEqual([['Standard rate', '20%', run.net, run.vat, '']]);
    expect(await sunita.text()).toContain(`Pay ${run.gross} by ${formatLongDate(addDays(day, 30))} by BACS.`);
    expect(await sunita.text()).toContain('Debits less credits: £0.00');

    await sunita.page.getByText(`Line 1: Payroll Core: Payslips, ${name}, ${run.payslips.net}`).click();
    const text = await sunita.text();
    expect(text).toContain(`${run.payslips.quantity} × £4.42 = ${run.payslips.net}`);
    expect(text).toMatch(/Price version 1, since \d+ \w+ \d{4}: £4\.42/);
    await sunita.follow('The records behind this line of line 1');
    expect(await sunita.heading()).toBe(`Line 1 of invoice ${run.number}`);
    const [record] = await sunita.rowsWith(formatLongDate(addDays(run.month.start, 23)));
    expect(record?.slice(2, 4)).toEqual([run.payslips.quantity, run.payslips.quantity]);
    // And back: from the month's records to the line that counted each.
    await sunita.follow('Usage by day');
    await sunita.follow('Records behind payslips');
    const [counted] = await sunita.rowsWith(formatLongDate(addDays(run.month.start, 23)));
    expect(counted?.at(-1)).toBe(run.number);
    await sunita.follow(run.number);
    expect(await sunita.heading()).toBe(`Line 1 of invoice ${run.number}`);
  });

  it('can be downloaded as a data pack that says the same', async () => {
    await sunita.follow(`Invoice ${run.number}`);
    const pack = await sunita.download(
      'Data pack (JSON), with all that is needed to work the invoice out again',
    );
    expect(pack.name).toBe(`${run.number}.json`);
    const { invoice, lines } = JSON.parse(pack.text) as {
      invoice: Record<string, unknown>;
      lines: { net: string; calculation: { quantity: string }; result: { net: string } }[];
    };
    expect(invoice).toMatchObject({ number: run.number, ...run.pack });
    expect(lines.map(({ calculation }) => calculation.quantity)).toEqual(Object.values(run.used));
    expect(lines.map(({ net, result }) => net === result.net)).toEqual([true, true]);
    const csv = await sunita.download('Lines as a spreadsheet (CSV)');
    expect(csv.text.split('\r\n')).toHaveLength(4);
  });

  if (run.script)
    it('is paid: one receipt is matched by its reference, another by a person', async () => {
      await tom.follow('Receipts');
      await tom.follow('Record a receipt');
      const before = await site.stack.fingerprint();
      for (const [box, text] of [
        ['Day', '31'],
        ['Month', '2'],
        ['Year', '2026'],
      ] as const)
        await tom.fill(box, text);
      await tom.fill('Amount', 'a lot');
      await tom.press('Record the receipt');
      expect(await tom.page.title()).toMatch(/^Error: Record a receipt – /);
      expect(await tom.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
        'The day must be a real date, like 27 9 2026.',
        'The amount must be in pounds, like 1,234.50.',
        'Enter who paid.',
      ]);
      expect(await tom.page.getByLabel('Amount', { exact: true }).inputValue()).toBe('a lot');
      expect(await site.stack.fingerprint()).toBe(before);

      await fillReceipt(tom, day, { amount: run.gross, reference: `INV ${run.number}` });
      expect(await tom.text()).toContain('The receipt is recorded and matched.');
      expect((await tom.rowsWith(run.number))[0]?.slice(0, 2)).toEqual([ASHBECK, run.number]);
      await tom.follow('Receipts');
      await tom.follow('Record a receipt');
      await fillReceipt(tom, day, { amount: '£6,466.56', reference: 'PAYROLL' });
      expect(await tom.text()).toContain('None of it has been matched yet.');
      await tom.press('Match');
      expect(await tom.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
        'Choose the invoice that it pays.',
      ]);
      await tom.page
        .getByLabel('Invoice', { exact: true })
        .selectOption({ label: `${numberOf(0)}, ${ASHBECK}, £6,466.56 to pay` });
      await tom.press('Match');
      expect(await tom.text()).toContain('The money is matched to the invoice.');
      expect(await tom.text()).toContain('All of it is matched.');
    });
  else
    it('is paid: a bank statement is refused as a whole, put right, and imported', async () => {
      await tom.follow('Receipts');
      await tom.press('Import a bank statement');
      const csv = (amount: string): string =>
        `date,amount,payer,reference\n${day},${amount},ASHBECK BC,${run.number}\n`;
      const before = await site.stack.fingerprint();
      await tom.page.getByLabel('The bank statement as a file').setInputFiles({
        name: 'bank.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(csv('lots')),
      });
      await tom.press('Import');
      expect(await tom.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
        'Row 2, amount: "lots" is not an amount like 1234.50.',
      ]);
      expect(await tom.page.getByLabel('Or paste its text here').inputValue()).toBe(csv('lots'));
      expect(await site.stack.fingerprint()).toBe(before);
      await tom.fill('Or paste its text here', csv(run.pack.gross));
      await tom.press('Import');
      expect(await tom.text()).toContain('The bank statement is imported.');
      expect((await tom.rowsWith(run.number))[0]).toEqual([
        formatLongDate(day),
        'Receipt from ASHBECK BC',
        run.number,
        'Matched',
        run.gross,
        '£0.00',
      ]);
    });

  it('leaves nothing owed, on both sides', async () => {
    await tom.follow('Receipts');
    await tom.follow('Who owes what');
    const zero = '£0.00';
    expect((await tom.rowsWith(ASHBECK))[0]?.slice(1)).toEqual([zero, zero, zero, zero, zero, zero]);
    await sunita.follow('Invoices');
    await sunita.follow(run.number);
    expect(await sunita.text()).toMatch(/State\s+Paid/);
    await sunita.follow('Account');
    expect(await sunita.rowsWith('Northmere')).toEqual([
      ['Statement of account with Northmere County Council', zero, zero, zero],
    ]);
    await sunita.follow('Statement of account with Northmere County Council');
    const [payment] = await sunita.rowsWith(`Payment of invoice ${run.number}`);
    expect(payment?.slice(1)).toEqual([
      'Payment',
      `Payment of invoice ${run.number}`,
      `−${run.gross}`,
      expect.any(String),
    ]);
  });

  it('is followed by the auditor from end to end, in a chain that is whole', async () => {
    const priya = await person(PRIYA, look);
    await priya.goTo('/home');
    await priya.follow('Invoices');
    await priya.follow(run.number);
    await priya.follow('Audit trail of this invoice');
    const trail = await priya.rowsWith('Invoice');
    expect(trail.map(([, , what]) => what)).toEqual([
      'Grace Oduya issued the invoice.',
      'Grace Oduya approved the invoice.',
      'Tom Ferris drafted the invoice.',
    ]);
    await priya.follow('Show all records of this chain');
    const newest = await priya.page.getByRole('row').nth(1).getByRole('cell').first().innerText();
    await priya.follow('Verify this chain');
    const text = await priya.text();
    expect(text).toContain('The chain is whole');
    expect(text).toContain(`${newest} records were verified, from the first to the last.`);
    expect(priya.wrongs).toEqual([]);
  });

  it('asked for nothing from elsewhere, and broke no rule of the pages', () => {
    expect([tom, grace, sunita].flatMap(({ wrongs }) => wrongs)).toEqual([]);
  });
});

const fillReceipt = async (
  visitor: Visitor,
  day: LocalDate,
  { amount, reference }: { amount: string; reference: string },
): Promise<void> => {
  const [year, month, date] = day.split('-') as [string, string, string];
  await visitor.fill('Day', date);
  await visitor.fill('Month', month);
  await visitor.fill('Year', year);
  await visitor.fill('Amount', amount);
  await visitor.fill('Payer', 'ASHBECK BC');
  await visitor.fill("Payer's reference", reference);
  await visitor.press('Record the receipt');
};

describe('a credit note', () => {
  it('is drafted, approved and issued by two, and lowers what is owed', async () => {
    const number = numberOf(3);
    const tom = await person(TOM, {});
    await tom.goTo('/invoices');
    await tom.follow(number);
    await tom.follow('Raise a credit note');
    const line = `Line 2: Payroll Core: Supply payslips, ${monthName(monthFrom(1))}`;
    await tom.fill(line, 'four');
    await tom.press('Draft the credit note');
    expect(await tom.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Enter the amount to credit in pounds, like 120.50.',
      'Enter the reason for this credit note.',
    ]);
    await tom.fill(line, '4.20');
    await tom.fill('Reason', 'One supply payslip was wrong.');
    await tom.press('Draft the credit note');
    expect(await tom.heading()).toBe(`Draft credit note on invoice ${number}`);
    expect(await tom.text()).toContain(
      'A finance approver who did not prepare this credit note approves it next.',
    );

    const grace = await person(GRACE, {});
    await grace.goTo(new URL(tom.page.url()).pathname);
    await grace.press('Approve this credit note');
    expect(await grace.text()).toContain('It lowers what is owed on invoice');
    await grace.press('Issue this credit note');
    expect(await grace.text()).toContain('The credit note is issued and on its way to the member.');
    await site.stack.jobsDone();

    const sunita = await person(SUNITA, {});
    await sunita.goTo('/home');
    await sunita.follow('Account');
    expect(await sunita.rowsWith('Northmere')).toEqual([
      ['Statement of account with Northmere County Council', '−£5.04', '£0.00', '−£5.04'],
    ]);
    expect([tom, grace, sunita].flatMap(({ wrongs }) => wrongs)).toEqual([]);
  });
});

describe('a council shapes its invoices, without scripts', () => {
  let sunita: Visitor;
  const fillShare = async (row: number, centre: string, percent: string): Promise<void> => {
    await sunita.page.locator(`[name="shares.${row}.costCentre"]`).fill(centre);
    await sunita.page.locator(`[name="shares.${row}.percent"]`).fill(percent);
  };

  it('chooses one for each purchase order', async () => {
    sunita = await person(SUNITA, { script: false });
    await sunita.goTo('/invoices');
    await sunita.follow('One invoice a month, or one for each purchase order');
    await sunita.choose('One invoice for each purchase order');
    await sunita.press('Save for Northmere County Council');
    expect(await sunita.text()).toContain('Your choice is saved.');
    expect(await sunita.page.getByLabel('One invoice for each purchase order').isChecked()).toBe(true);
  });

  it('splits its charges over cost centres, and finds the shares on an invoice that it has', async () => {
    await sunita.follow('Services');
    await sunita.follow('Payroll Core');
    await sunita.follow('Set how charges are split');
    await sunita.page.getByLabel('First month').selectOption(monthLabel(monthFrom(0)));
    await fillShare(0, 'HR01', '60');
    await fillShare(2, 'FIN2', '38.5');
    const before = await site.stack.fingerprint();
    await sunita.press('Save the split');
    expect(await sunita.text()).toContain('Shares must add up to 100%. They add up to 98.5%.');
    expect(await site.stack.fingerprint()).toBe(before);
    await fillShare(2, 'FIN2', '40 %');
    await sunita.press('Save the split');
    expect(await sunita.text()).toContain('The split is saved.');
    expect(await sunita.text()).toContain('60% HR01');

    await sunita.follow('Invoices');
    await sunita.follow(numberOf(2));
    expect(await sunita.rowsWith('HR01')).toEqual([
      ['1', `Payroll Core: Payslips, ${monthName(monthFrom(0))}`, 'HR01', 'None', '60%', '£3,208.92'],
      ['2', `Payroll Core: Supply payslips, ${monthName(monthFrom(0))}`, 'HR01', 'None', '60%', '£100.80'],
      ['HR01', 'None', '£3,309.72'],
    ]);
  });

  it('that is small is carried on when the lead authority says so', async () => {
    const grace = await person(GRACE, { script: false });
    await grace.goTo('/billing');
    await grace.follow('Set the smallest invoice');
    await grace.fill('Smallest invoice, excluding VAT', '2,000');
    await grace.press('Save');
    expect(await grace.text()).toContain('The smallest invoice must be £1,000 or less.');
    await grace.fill('Smallest invoice, excluding VAT', '£25');
    await grace.press('Save');
    expect(await grace.text()).toContain('The smallest invoice is set.');
  });
});

describe('a line is disputed', () => {
  const number = numberOf(3);
  const [name, before] = [monthName(monthFrom(1)), monthName(monthFrom(0))];

  it('by the member, who sees why the bill differs, and rejected with a reason by the lead authority', async () => {
    const look: Look = { script: false, width: 320 };
    const sunita = await person(SUNITA, look);
    await sunita.goTo('/home');
    await sunita.follow('Invoices');
    await sunita.follow(number);
    expect(await sunita.text()).toContain(`Why this is different from ${before}`);
    expect(await sunita.rowsWith('fewer payslips')).toEqual([
      ['15 fewer payslips: £66.30 less', 'CO-000001-01', '−£66.30'],
    ]);
    expect(await sunita.rowsWith('This bill')).toEqual([['This bill', '', '£5,500.30']]);
    await sunita.page.getByText(`Line 1: Payroll Core: Payslips, ${name}, £5,281.90`).click();
    await sunita.follow('Dispute line 1');
    await sunita.fill('How much, excluding VAT', '£5,281.91');
    await sunita.press('Send it to the lead authority');
    expect(await sunita.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'You can dispute up to £5,281.90 on this line.',
      'Enter the reason.',
    ]);
    await sunita.fill('How much, excluding VAT', '44.20');
    await sunita.fill('Why', 'Ten were tests');
    await sunita.press('Send it to the lead authority');
    expect(await sunita.text()).toContain('Ten were tests');

    const tom = await person(TOM, look);
    await tom.goTo('/home');
    await tom.follow('Invoices');
    await tom.follow('Disputes');
    await tom.follow(`Line 1 of ${number}`);
    await tom.press('Begin the review');
    await tom.press('Decide');
    expect(await tom.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Choose a decision.',
    ]);
    await tom.choose('Reject it');
    await tom.fill('Reason', 'They are in your own list');
    await tom.press('Decide');
    expect(await tom.text()).toContain('They are in your own list');

    await sunita.page.reload();
    const history = await sunita.rowsWith('Tom Ferris');
    expect(history.map(([, ...cells]) => cells)).toEqual([
      ['Tom Ferris', 'Under review', ''],
      ['Tom Ferris', 'Rejected', 'They are in your own list'],
    ]);
    await sunita.follow(number);
    expect(await sunita.rowsWith('Line 1: dispute')).toEqual([
      ['Line 1: dispute', 'Rejected', '£44.20', '£0.00'],
    ]);
  });
});
