import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, formatLongDate, londonDateOf, monthLabel, monthName, monthOf } from '#libs/kernel';
import { wayOfToday } from '../part.js';
import { ownFindings } from './look-closely.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const NADIA = 'nadia.rahman@ashbeck.gov.example';
const today = londonDateOf(new Date());
const [thisMonth, lastMonth] = [monthOf(today), monthOf(addMonths(today, -1))];
const payday = formatLongDate(`${monthLabel(lastMonth)}-25` as typeof today);

let site: Site;

beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

/** Sends one batch as a payroll system would, with nothing but the key. */
const sendPayslips = async (secret: string, event: { id: string; type: string; quantity: string }) => {
  const { id, type, quantity } = event;
  const response = await fetch(`${site.url}/v1/usage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify([
      {
        specversion: '1.0',
        id,
        source: 'hr-system',
        type,
        time: new Date().toISOString(),
        data: { quantity },
      },
    ]),
  });
  return { status: response.status, answer: (await response.json()) as { number: number; digest: string } };
};

/** What is done with scripts, and without. */
const runs = wayOfToday(
  {
    script: true,
    order: '4500077001',
    key: 'HR system one',
    colleague: 'Joe Marsden',
    sent: '120',
    right: '100',
    month: { sent: '120', right: '100', net: '£442.00', vat: '£88.40', gross: '£530.40' },
  },
  {
    script: false,
    order: '4500077002',
    key: 'HR system two',
    colleague: 'Ama Boateng',
    sent: '30',
    right: '25',
    month: { sent: '30', right: '25', net: '£110.50', vat: '£22.10', gross: '£132.60' },
  },
);

describe.each(runs)('a council that uses a service, scripts $script', (run) => {
  let nadia: Visitor;
  let secret = '';

  it('sees its contract with why it was lawful and when it can be left', async () => {
    nadia = await site.person(NADIA, { script: run.script });
    await nadia.goTo('/home');
    await nadia.follow('Services');
    const [row] = await nadia.rowsWith('CO-000001-01');
    expect(row?.[0]).toBe('Payroll Core CO-000001-01');
    expect(row?.slice(4, 6)).toEqual(['Live', '£180,000.00']);
    await nadia.follow('Payroll Core');
    const text = await nadia.text();
    for (const words of [
      '2026/S 000-004127',
      'Ashbeck Borough Council falls in the category',
      '£47,000,000.00',
      '£46,820,000.00',
      'CAB/2026/14',
      formatLongDate(addMonths(today, 6)),
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/[0-9a-f]{64}/);
  });

  it('sees what it used last month by day, and each record of it', async () => {
    await nadia.follow('Usage by day');
    await nadia.follow(`← ${monthName(lastMonth)}`);
    expect(await nadia.heading()).toBe(`Payroll Core: usage in ${monthName(lastMonth)}`);
    const said = `1,204 in ${monthName(lastMonth)}, all on ${payday}.`;
    const chart = nadia.page.getByRole('img', {
      name: `Payslips by day, ${monthName(lastMonth)}`,
      exact: false,
    });
    expect(await chart.first().locator('desc').textContent()).toBe(said);
    expect(await nadia.text()).toContain(said);
    expect(await nadia.rowsWith(payday)).toEqual([[payday, '1,204', '1']]);
    expect(await nadia.rowsWith('Total')).toEqual([
      ['Total', '1,204', '1'],
      ['Total', '46', '1'],
    ]);
    await nadia.follow('Records behind payslips');
    const [record] = await nadia.rowsWith(`payslips-${monthLabel(lastMonth)}`);
    expect(record?.slice(0, 4)).toEqual([
      `payslips-${monthLabel(lastMonth)} from payroll`,
      payday,
      '1,204',
      '1,204',
    ]);
    expect(record?.[4]).toMatch(/receipt 2$/);
  });

  it('is offered no month before its first', async () => {
    const first = monthOf(addMonths(today, -2));
    for (const path of ['/usage', '/charges']) {
      await nadia.goTo(`${path}?month=${monthLabel(first)}`);
      expect(await nadia.page.locator('a[rel=prev]').count()).toBe(0);
      await nadia.follow(`${monthName(lastMonth)} →`);
      expect(await nadia.page.locator('a[rel=prev]').innerText()).toBe(`← ${monthName(first)}`);
    }
    await nadia.goTo('/invoices');
    const months = await nadia.page.getByLabel('Month', { exact: true }).getByRole('option').allInnerTexts();
    expect(months).toEqual(['Any month', monthName(thisMonth), monthName(lastMonth), monthName(first)]);
    await nadia.goTo('/call-offs');
    await nadia.follow('Payroll Core');
  });

  it('adds a purchase order', async () => {
    await nadia.follow('Add a purchase order');
    await nadia.choose('Yes');
    await nadia.fill('Purchase order number', run.order);
    await nadia.fill('Value without VAT (optional)', '12,500');
    await nadia.press('Add the purchase order');
    expect(await nadia.text()).toContain('The purchase order has been added.');
    const [order] = await nadia.rowsWith(run.order);
    expect([order?.[0], ...(order?.slice(2, 5) ?? [])]).toEqual([
      run.order,
      'No end date',
      'Active',
      '£12,500.00',
    ]);
  });

  it('is told all that is wrong with a usage key at once, keeps what was typed, and has made none', async () => {
    await nadia.follow('Usage');
    await nadia.follow('Usage keys');
    const before = await nadia.rowsWith('begins');
    await nadia.follow('Make a usage key');
    await nadia.fill('Source', 'with spaces');
    await nadia.page.getByLabel('CO-000001-01, Payroll Core').uncheck();
    await nadia.fill('Day', '31');
    await nadia.fill('Month', '2');
    await nadia.fill('Year', '2027');
    await nadia.press('Make the key');
    expect(await nadia.page.getByRole('alert').getByRole('listitem').allInnerTexts()).toEqual([
      'Enter a label.',
      'The source must be written without spaces, like "payroll-system", and must not be "manual" or "cost-sharing".',
      'Choose at least one call-off that this key may write for.',
      'Enter the last day as a real date, like 31 3 2027.',
    ]);
    expect(await nadia.page.title()).toMatch(/^Error: /);
    expect(await nadia.page.getByLabel('Source', { exact: true }).inputValue()).toBe('with spaces');
    expect(await nadia.page.getByLabel('Day', { exact: true }).inputValue()).toBe('31');
    await nadia.follow('Usage keys');
    expect(await nadia.rowsWith('begins')).toEqual(before);
  });

  it('makes a usage key, whose secret it sees once', async () => {
    const lastDay = addMonths(today, 3);
    await nadia.follow('Make a usage key');
    await nadia.fill('What to call it', run.key);
    await nadia.fill('Source', 'hr-system');
    await nadia.fill('Day', String(Number(lastDay.slice(8))));
    await nadia.fill('Month', String(Number(lastDay.slice(5, 7))));
    await nadia.fill('Year', lastDay.slice(0, 4));
    await nadia.press('Make the key');
    expect(await nadia.heading()).toBe('Copy this key now');
    secret = (await nadia.page.locator('code').innerText()).trim();
    expect(secret).toMatch(/^auk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/);
    expect(nadia.page.url()).toBe(`${site.url}/usage-keys/new`);
    await nadia.page.reload();
    expect(await nadia.heading()).toBe('The key was made and is not shown again');
    expect(await nadia.page.content()).not.toContain(secret);
    await nadia.follow('Back to the usage keys');
    const [key] = await nadia.rowsWith(run.key);
    expect([key?.[1], key?.[2], key?.[4], key?.[5]]).toEqual([
      'hr-system',
      'Payroll Core CO-000001-01',
      formatLongDate(lastDay),
      'Live',
    ]);
    expect(key?.[3]).toMatch(/^Not used yet/);
  });

  it('sees the usage arrive that its system sends with it', async () => {
    const { status, answer } = await sendPayslips(secret, {
      id: `day-${run.order}`,
      type: 'payslips.processed',
      quantity: run.sent,
    });
    expect(status).toBe(200);
    await nadia.follow('Usage');
    const [receipt] = await nadia.rowsWith(run.key);
    expect([receipt?.[0], ...(receipt?.slice(2) ?? [])]).toEqual([
      String(answer.number),
      ...['1', '0', '0', '0'],
    ]);
    expect(await nadia.text()).toContain(answer.digest);
    const counts = ['Accepted', 'Duplicate', 'Quarantined', 'Rejected'];
    const heads = await nadia.page.getByRole('columnheader').allInnerTexts();
    expect(heads.filter((head) => counts.includes(head))).toEqual(counts);
    await nadia.follow(`Check it of receipt ${answer.number}`);
    const terms = await nadia.page.getByRole('term').allInnerTexts();
    expect(terms.filter((term) => counts.includes(term))).toEqual(counts);
    await nadia.follow('Services');
    await nadia.follow('Payroll Core');
    await nadia.follow('Usage by day');
    expect(await nadia.rowsWith(formatLongDate(today))).toEqual([
      [formatLongDate(today), run.month.sent, String(runs.indexOf(run) + 1)],
    ]);
  });

  it('corrects a record by another one, and sees what the month will cost', async () => {
    await nadia.follow('Records behind payslips');
    await nadia.follow(`Correct record day-${run.order}`);
    expect(await nadia.heading()).toBe('Correct a usage record');
    await nadia.fill('Quantity', run.right);
    await nadia.press('Record the correction');
    expect(await nadia.text()).toContain('The correction has been recorded.');
    const lowered = `−${Number(run.sent) - Number(run.right)}`;
    expect(
      (await nadia.rowsWith(`Corrects day-${run.order} from hr-system`)).map((row) => row.slice(2, 4)),
    ).toEqual([[run.right, lowered]]);
    await nadia.follow('Usage');
    await nadia.follow('Usage by day of each service');
    expect((await nadia.rowsWith('CO-000001-01'))[0]?.[6]).toBe(run.month.net);
    await nadia.follow('Charges so far this month');
    expect(await nadia.heading()).toBe(`Charges for ${monthName(thisMonth)}`);
    expect(await nadia.rowsWith('Payslips')).toEqual([
      [
        `Payroll Core: Payslips, ${monthName(thisMonth)} Usage by day Payroll Core: Payslips, ${monthName(thisMonth)}`,
        expect.stringContaining(`${run.month.right} at £4.42 = ${run.month.net}`),
        '20%',
        run.month.net,
      ],
    ]);
    expect(await nadia.rowsWith('Total without VAT')).toEqual([['Total without VAT', run.month.net]]);
    expect(await nadia.rowsWith('VAT, standard rate')).toEqual([['VAT, standard rate 20%', run.month.vat]]);
    expect(await nadia.rowsWith('Total with VAT')).toEqual([['Total with VAT', run.month.gross]]);
  });

  it('revokes the key after it was asked whether it means it', async () => {
    await nadia.follow('Usage');
    await nadia.follow('Usage keys');
    await nadia.follow(`Revoke ${run.key}`);
    expect(await nadia.heading()).toBe('Revoke this usage key?');
    await nadia.press('Revoke the key');
    expect(await nadia.text()).toContain('The usage key has been revoked.');
    expect((await nadia.rowsWith(run.key))[0]?.[5]).toBe('Revoked');
    const again = { id: `late-${run.order}`, type: 'payslips.processed', quantity: '1' };
    expect((await sendPayslips(secret, again)).status).toBe(401);
  });

  it('adds a colleague, gives a role and takes it away again', async () => {
    const email = `${run.colleague.toLowerCase().replace(' ', '.')}@ashbeck.gov.example`;
    await nadia.follow('People');
    await nadia.follow('Add a colleague');
    await nadia.fill('Work email address', email);
    await nadia.fill('Full name', run.colleague);
    await nadia.choose('Sponsor');
    await nadia.press('Add the colleague');
    expect(await nadia.rowsWith(email)).toEqual([
      [run.colleague, email, 'Sponsor', `Change roles of ${run.colleague}`],
    ]);
    await nadia.follow(`Change roles of ${run.colleague}`);
    await nadia.choose('Finance');
    await nadia.press('Continue');
    expect(await nadia.heading()).toBe(`Give ${run.colleague} this role?`);
    await nadia.press('Give the role');
    expect(await nadia.text()).toContain('The role has been given.');
    await nadia.follow('People and roles');
    expect((await nadia.rowsWith(email))[0]?.[2]).toBe('Sponsor Finance');
    await nadia.follow(`Change roles of ${run.colleague}`);
    await nadia.page.getByRole('link', { name: 'Take away the role Finance' }).click();
    await nadia.press('Take the role away');
    await nadia.follow('People and roles');
    expect((await nadia.rowsWith(email))[0]?.[2]).toBe('Sponsor');
  });

  it('cannot take the last administrator’s role', async () => {
    await nadia.follow('Change roles of Nadia Rahman');
    await nadia.page.getByRole('link', { name: 'Take away the role Administrator' }).click();
    await nadia.press('Take the role away');
    expect(await nadia.page.getByRole('alert').getByRole('listitem').allInnerTexts()).toEqual([
      'Ashbeck Borough Council needs at least one administrator. Make someone else an administrator first.',
    ]);
    await nadia.follow('People and roles');
    expect((await nadia.rowsWith(NADIA))[0]?.[2]).toBe('Administrator Client lead');
    expect(nadia.wrongs).toEqual([]);
  });
});

describe('the audit trail', () => {
  it('of a council tells who may act for it and which keys it has, and leads to the chain with its lead authority', async () => {
    const [run] = runs;
    const gareth = await site.person('gareth.owen@ashbeck.gov.example');
    await gareth.goTo('/home');
    await gareth.follow('Audit');
    const said = async (): Promise<readonly (string | undefined)[]> =>
      (await gareth.rowsWith('Nadia Rahman')).map(([, , what]) => what);
    const done = [...runs]
      .reverse()
      .flatMap(({ colleague }) => [
        `Nadia Rahman took a role from ${colleague}: finance staff.`,
        `Nadia Rahman gave ${colleague} a role: finance staff.`,
        `Nadia Rahman added ${colleague} as the sponsor.`,
        'Nadia Rahman revoked a usage key.',
        'Nadia Rahman made a usage key.',
      ]);
    expect((await said()).slice(0, done.length)).toEqual(done);
    await gareth.page.getByLabel('About', { exact: true }).selectOption('Person');
    await gareth.press('Show');
    expect((await said()).at(-1)).toBe('Nadia Rahman opened the workspace, as an administrator.');
    await gareth.page
      .getByRole('row')
      .filter({ hasText: `added ${run?.colleague}` })
      .getByRole('link', { name: /^its trail/ })
      .click();
    await gareth.page.waitForURL(/subjectId=/);
    expect(await gareth.text()).toContain(
      `Only what was done to one thing is shown: Person: ${run?.colleague}.`,
    );
    expect(await said()).toHaveLength(3);
    await gareth.follow('Audit');
    await gareth.follow('With Northmere County Council');
    expect((await gareth.rowsWith('Peter Holroyd')).length).toBeGreaterThan(0);
    expect(gareth.wrongs).toEqual([]);
  });

  it('of a price says which price it is, and is a step from the prices of a service', async () => {
    const priya = await site.person('priya.nair@northmere.gov.example');
    await priya.goTo('/audit?subjectKind=price-version');
    const named = /^Price: Payroll Core, Payslips: version 1, from \d+ \w+ \d{4}, its trail/;
    const price = (await priya.rowsWith('Payroll Core, Payslips'))[0] ?? [];
    expect(price[3]).toMatch(named);
    await priya.page
      .getByRole('row')
      .filter({ hasText: 'Payroll Core, Payslips' })
      .getByRole('link', { name: 'Price', exact: true })
      .click();
    await priya.page.waitForURL(/\/catalogue\/offerings\//);
    expect(await priya.heading()).toBe('Payroll Core');
    await priya.follow('Audit trail of this price version 1 of Payslips');
    expect(await priya.text()).toContain(
      'Only what was done to one thing is shown: Price: Payroll Core, Payslips: version 1, from',
    );
    expect((await priya.rowsWith('added a price')).map(([seq]) => seq)).toEqual([price[0]]);
    await priya.follow('Open it');
    expect(await priya.heading()).toBe('Payroll Core');
    expect(priya.wrongs).toEqual([]);
  });
});

describe('usage that could not be counted', () => {
  it('is shown to the council with the reason, and to the lead authority with the way to decide', async () => {
    const nadia = await site.person(NADIA);
    await nadia.goTo('/usage-keys/new');
    const lastDay = addMonths(today, 1);
    await nadia.fill('What to call it', 'Old system');
    await nadia.fill('Source', 'hr-system');
    await nadia.fill('Day', String(Number(lastDay.slice(8))));
    await nadia.fill('Month', String(Number(lastDay.slice(5, 7))));
    await nadia.fill('Year', lastDay.slice(0, 4));
    await nadia.press('Make the key');
    const secret = (await nadia.page.locator('code').innerText()).trim();
    await sendPayslips(secret, { id: 'odd-1', type: 'payslips.unheard-of', quantity: '7' });

    await nadia.goTo('/home');
    await nadia.follow('Usage');
    await nadia.follow('See the usage in quarantine');
    const [held] = await nadia.rowsWith('odd-1');
    expect(held?.slice(1, 3)).toEqual(['payslips.unheard-of', '7']);
    expect(held?.slice(5)).toEqual(['Waiting']);
    const reason = held?.[4] ?? '';
    expect(reason).not.toBe('');
    await nadia.page.getByLabel('State', { exact: true }).selectOption('REJECTED');
    await nadia.press('Show');
    expect(await nadia.rowsWith('odd-1')).toEqual([]);

    const bethan = await site.person('bethan.lloyd@northmere.gov.example');
    await bethan.goTo('/home');
    await bethan.follow('Usage');
    expect((await bethan.rowsWith('Ashbeck Borough Council')).length).toBeGreaterThan(0);
    await bethan.follow('Usage in quarantine');
    expect((await bethan.rowsWith('odd-1'))[0]?.slice(1)).toEqual([
      ...['Ashbeck Borough Council', 'payslips.unheard-of', '7', held?.[3], reason, 'Waiting'],
      'Decide about event odd-1',
    ]);
    expect([...nadia.wrongs, ...bethan.wrongs]).toEqual([]);
  });
});

describe('who looked', () => {
  it('is told to the council once for a page, however often the page asks', async () => {
    const priya = await site.person('priya.nair@northmere.gov.example');
    await priya.goTo('/call-offs');
    await priya.follow('Payroll Core');
    await priya.follow('Usage by day');
    const nadia = await site.person(NADIA, { width: 320 });
    await nadia.goTo('/call-offs');
    await nadia.follow('Who from the lead authority looked at your data');
    expect(await nadia.text()).toContain('what is shown again within a minute counts as one look');
    const looks = await nadia.rowsWith('Priya Nair');
    expect(looks.map(([, , what, times]) => [what, times]).sort()).toEqual([
      ['Call-off CO-000001-01', '1'],
      [`Preview of a bill ${monthLabel(thisMonth)}`, '1'],
      ['Usage CO-000001-01', '1'],
    ]);
    expect(await ownFindings(nadia.page)).toEqual([]);
  });
});
