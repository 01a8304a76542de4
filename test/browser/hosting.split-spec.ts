import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, londonDateOf, monthName, monthOf } from '#libs/kernel';
import { wayOfToday } from '../part.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const [BETHAN, GRACE] = ['bethan.lloyd@northmere.gov.example', 'grace.oduya@northmere.gov.example'];
const [IMRAN, ROBIN] = ['imran.qureshi@northmere.gov.example', 'robin.ashworth@northmere.gov.example'];

let site: Site;

beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

const wrongs = ({ page }: Visitor): Promise<string[]> =>
  page.getByRole('alert').getByRole('listitem').allInnerTexts();

/** Sends usage with a meter's code mistyped, as a system with a key of Bethan's does. Answers the source. */
const sendMistyped = async (ids: readonly string[]): Promise<string> => {
  const bethan = await site.client(BETHAN);
  const { callOffs } = await bethan.ok<{ callOffs: { edges: { node: { id: string } }[] } }>(
    '{ callOffs(first: 1) { edges { node { id } } } }',
  );
  const source = `urn:payroll-${randomUUID().slice(0, 8)}`;
  const { usageKeyCreate } = await bethan.ok<{ usageKeyCreate: { secret: string } }>(
    'mutation($input: UsageKeyCreateInput!) { usageKeyCreate(input: $input) { secret userErrors { code message } } }',
    {
      input: {
        callOffIds: callOffs.edges.map(({ node }) => node.id),
        label: 'Payroll',
        source,
        expiresOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
        idempotencyKey: randomUUID(),
      },
    },
  );
  const events = ids.map((id) => ({
    ...{ specversion: '1.0', id, source, type: 'payslip.processed' },
    time: new Date(Date.now() - 3_600_000).toISOString(),
    data: { quantity: '12' },
  }));
  const response = await fetch(`${site.stack.url}/v1/usage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${usageKeyCreate.secret}` },
    body: JSON.stringify(events),
  });
  expect(await response.json()).toMatchObject({ accepted: 0, quarantined: ids.length });
  return source;
};

interface Held {
  readonly name: { readonly eventId: string; readonly source: string };
  readonly state: string;
  readonly resolution: string | null;
}

const becameOf = async (source: string): Promise<(string | null)[][]> => {
  const bethan = await site.client(BETHAN);
  const { quarantine } = await bethan.ok<{ quarantine: { edges: { node: Held }[] } }>(
    '{ quarantine(first: 50) { edges { node { name { eventId source } state resolution } } } }',
  );
  return quarantine.edges
    .filter(({ node }) => node.name.source === source)
    .map(({ node }) => [node.name.eventId, node.state, node.resolution]);
};

const ways = wayOfToday({ script: false }, { script: true });

describe.each(ways)('usage in quarantine, scripts $script', (look) => {
  it('is put right and released, or rejected with a reason', async () => {
    const source = await sendMistyped([`right-${look.script}`, `wrong-${look.script}`]);
    const bethan = await site.person(BETHAN, look);
    await bethan.goTo('/home');
    await bethan.follow('Usage');
    await bethan.follow('Usage in quarantine');
    await bethan.follow(`Decide about event right-${look.script}`);
    expect(await bethan.text()).toContain('"payslip.processed" is not a meter of this call-off.');
    await bethan.fill('Quantity', '10');
    await bethan.fill('Note', 'Told by telephone');
    await bethan.press('Release the usage');
    expect(await wrongs(bethan)).toEqual([
      'This usage still cannot be billed: "payslip.processed" is not a meter of this call-off.',
    ]);
    expect(await bethan.page.getByLabel('Quantity', { exact: true }).inputValue()).toBe('10');
    await bethan.page
      .getByLabel('Meter', { exact: true })
      .selectOption({ label: 'Payslips (payslips.processed)' });
    await bethan.press('Release the usage');
    expect(await bethan.text()).toContain('The usage is released. It counts from now on.');
    await bethan.follow(`Decide about event wrong-${look.script}`);
    await bethan.press('Reject the usage');
    expect(await wrongs(bethan)).toHaveLength(1);
    await bethan.fill('Reason for rejecting', 'Sent twice');
    await bethan.press('Reject the usage');
    expect(await bethan.text()).toContain('The usage is rejected.');
    expect(await becameOf(source)).toEqual([
      [`right-${look.script}`, 'RELEASED', 'Told by telephone'],
      [`wrong-${look.script}`, 'REJECTED', 'Sent twice'],
    ]);
    expect(bethan.wrongs).toEqual([]);
  });
});

describe.each(ways)('settings, scripts $script', (look) => {
  it('refuse a colour that cannot be read, and keep what was typed', async () => {
    const imran = await site.person(IMRAN, look);
    await imran.goTo('/home');
    await imran.follow('Settings');
    await imran.follow('Change the name and colour of pages');
    await imran.fill('Colour', '#ffff00');
    await imran.press('Save');
    expect(await wrongs(imran)).toEqual([
      'White words on #ffff00 have a contrast of 1.07 to 1. Choose a darker colour, with a contrast of at least 4.5 to 1.',
    ]);
    await imran.fill('Colour', '#5b2333');
    await imran.fill('Name that pages show', 'Northmere Together');
    await imran.press('Save');
    expect(await imran.text()).toContain('#5b2333');
    expect(imran.wrongs).toEqual([]);
  });

  it('refuse bank details that are none, all at once', async () => {
    const grace = await site.person(GRACE, look);
    await grace.goTo('/settings');
    await grace.follow('Change what stands on invoices');
    await grace.fill('Sort code', '12');
    await grace.fill('Account number', 'abc');
    await grace.fill('VAT registration number', '7');
    await grace.press('Save');
    expect([...(await wrongs(grace))].sort()).toEqual([
      'Enter a VAT registration number, like GB followed by 9 digits.',
      'Enter a sort code of 6 digits, like 30-90-01.',
      'Enter an account number of 8 digits.',
    ]);
    await grace.follow('Settings');
    expect(await grace.text()).toContain('00-00-00');
    expect(grace.wrongs).toEqual([]);
  });
});

describe.each(ways)('the platform operator, scripts $script', ({ script }) => {
  const [body, prefix] = ['Burnley', 'BBC'];
  it('appoints a lead authority', async () => {
    const robin = await site.person(ROBIN, { script });
    await robin.goTo('/home');
    await robin.follow('Lead authorities');
    await robin.fill('Find the body', body);
    await robin.press('Search');
    await robin.choose(`${body} Borough Council`);
    await robin.fill('Its invoice numbers begin with', 'b1');
    await robin.fill('Name', 'Ann Shaw');
    await robin.fill('Work email address', `ann.shaw@${body.toLowerCase()}.gov.example`);
    await robin.press('Appoint this lead authority');
    expect(await wrongs(robin)).toEqual(['The invoice prefix must be 2 to 6 capital letters, like NCC.']);
    await robin.fill('Its invoice numbers begin with', prefix);
    await robin.press('Appoint this lead authority');
    expect(await robin.text()).toContain('The lead authority is appointed.');
    expect(robin.wrongs).toEqual([]);
  });
});

describe('a usage return, without scripts', () => {
  it('is corrected after its month was billed, and the month shows it', async () => {
    // The demonstration has no meter that is fed by returns: one becomes so.
    await site.stack.sql(`update meter set fed_by = 'RETURN' where code = 'payslips.supply'`);
    const bethan = await site.person(BETHAN, { script: false });
    await bethan.goTo('/home');
    await bethan.follow('Usage by month');
    const month = monthName(monthOf(addMonths(londonDateOf(new Date()), -1)));
    await bethan.follow(`← ${month}`);
    expect(await bethan.heading()).toBe(`Usage in ${month}`);
    await bethan.follow('CO-000001-01');
    expect(await bethan.heading()).toBe(`Usage return for ${month}`);
    await bethan.fill('Supply payslips', 'many');
    await bethan.press('Replace the return');
    expect([...(await wrongs(bethan))].sort()).toEqual([
      'Enter the figure as a number that is 0 or more, like 1,204 or 7.5.',
      'Enter the reason.',
    ]);
    await bethan.fill('Supply payslips', '1,050.5');
    await bethan.fill('Why is it replaced?', 'It was filed by telephone.');
    await bethan.press('Replace the return');
    expect(await bethan.text()).toContain('The return is replaced.');
    expect((await bethan.rowsWith('It was filed by telephone.'))[0]?.slice(0, 2)).toEqual([
      '1',
      'Supply payslips: 1,050.5',
    ]);
    expect(bethan.wrongs).toEqual([]);
  });
});
