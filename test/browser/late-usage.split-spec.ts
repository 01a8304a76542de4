import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, addMonths, londonDateOf, monthLabel, monthName, monthOf } from '#libs/kernel';
import { ashbeck, lead } from '../../tools/demonstration/cast.js';
import { givenRecordedUsage } from '../given/metering.js';
import { wayOfToday } from '../part.js';
import { axeFindings, ownFindings } from './look-closely.js';
import { pressInVain } from './press-in-vain.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

/** The demonstration's last month is billed and issued already; its call-off began in the one before. */
const month = monthOf(addMonths(londonDateOf(new Date()), -1));
const name = monthName(month);
const APPROVE = `Approve usage of ${ashbeck.name} in ${name}`;

// Runs are prepared and a browser looks, and the machine may be busy.
jest.setTimeout(120_000);

let site: Site;
beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

/** Payslips of the billed month, told of only now. */
const recordLate = async (quantity: string): Promise<void> => {
  const nadia = await site.client(ashbeck.admin.email);
  const { callOffs } = await nadia.ok<{
    callOffs: { edges: { node: { id: string; offeringId: string } }[] };
  }>('{ callOffs(first: 1) { edges { node { id offeringId } } } }');
  const { id: callOffId = '', offeringId } = callOffs.edges[0]?.node ?? {};
  const { offering } = await nadia.ok<{ offering: { meters: { id: string; code: string }[] } }>(
    'query($id: ID!) { offering(id: $id) { meters { id code } } }',
    { id: offeringId },
  );
  const meterId = offering.meters.find(({ code }) => code === 'payslips.processed')?.id ?? '';
  await givenRecordedUsage(nadia, { callOffId, meterId, quantity, usedOn: addDays(month.start, 9) });
};

describe.each(wayOfToday({ script: true }, { script: false }))('late usage, scripts $script', (look) => {
  let [tom, grace] = [] as unknown as [Visitor, Visitor];

  /** Tom prepares the month once more, and sees what its bills come to. */
  const prepareAgain = async (): Promise<void> => {
    await tom.goTo('/home');
    await tom.follow('Bills');
    const months = await tom.page.getByLabel('Month to bill').getByRole('option').allInnerTexts();
    expect(months).toEqual([name, monthName(monthOf(addMonths(month.start, -1)))]);
    await tom.page.getByLabel('Month to bill').selectOption(monthLabel(month));
    await tom.press('Prepare the bills');
    await site.stack.jobsDone();
    await tom.page.reload();
  };

  it('waits above a limit, which the lead authority sets', async () => {
    grace = await site.person(lead.financeApprover.email, look);
    await grace.goTo('/home');
    await grace.follow('Settings');
    await grace.follow('Set the limit for late usage');
    await grace.fill('Limit, excluding VAT', '100,000.01');
    expect(await pressInVain(site.stack, grace, 'Save')).toEqual(['The limit must be £100,000 or less.']);
    await grace.fill('Limit, excluding VAT', '£100');
    await grace.press('Save');
    expect(await grace.text()).toContain('The limit for late usage is set.');

    // 22 × £4.42 is less than the limit; 8 more come to £132.60 with them.
    tom = await site.person(lead.preparer.email, look);
    await recordLate('22');
    await recordLate('8');
    await prepareAgain();
    expect(await tom.text()).toContain(
      'Usage that came late waits to be approved for 1 call-off and month, and is in no bill.',
    );
    expect(await tom.text()).toContain('0 drafts, 0 approved');
  });

  it('is shown to who prepares the bills, and approved by somebody else', async () => {
    await tom.follow('Look at the late usage');
    expect(await tom.text()).toContain('A finance approver approves what waits.');
    expect(await tom.page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(
      (await tom.rowsWith(ashbeck.name)).map(([, ...cells]) => [...cells.slice(0, 3), cells[4]]),
    ).toEqual([[ashbeck.name, name, '£132.60', 'Waits to be approved']]);
  });

  it('is named on the home page, and no approval is taken for another sum than was seen', async () => {
    await grace.goTo('/home');
    expect(await grace.text()).toContain('Decide on usage that came late, of 1 call-off and month');
    await grace.follow('See the usage that came late');
    expect(await grace.text()).toContain('When it comes to more than £100.00 excluding VAT');
    expect(await grace.text()).toContain(`${ashbeck.name}, ${name}: £132.60`);
    expect(await pressInVain(site.stack, grace, APPROVE)).toEqual(['Enter the reason.']);

    await recordLate('10');
    await prepareAgain();
    await grace.fill('Why it is right to bill it now', 'Told of by telephone.');
    expect(await pressInVain(site.stack, grace, APPROVE)).toEqual([
      'This late usage changed after you opened it. Check it again before you approve it.',
    ]);
    expect(await grace.text()).toContain(`${ashbeck.name}, ${name}: £176.80`);
    expect(await grace.page.getByLabel('Why it is right to bill it now').inputValue()).toBe(
      'Told of by telephone.',
    );
  });

  // Without scripts axe, which is one, cannot look.
  it.each([1100, 320])('is shown to everyone at %d px', async (width) => {
    await grace.page.setViewportSize({ width, height: 900 });
    for (const path of ['/billing/late-usage', '/settings/late-usage-limit', '/home']) {
      expect(await grace.goTo(path)).toBe(200);
      expect(await ownFindings(grace.page)).toEqual([]);
      if (look.script) expect(await axeFindings(grace.page)).toEqual([]);
    }
    await grace.page.setViewportSize({ width: 1100, height: 900 });
  });

  it('is billed once it is approved, and asks for nothing any more', async () => {
    await grace.goTo('/billing/late-usage');
    await grace.fill('Why it is right to bill it now', 'Told of by telephone.');
    await grace.press(APPROVE);
    expect(await grace.text()).toContain('The usage is approved.');
    expect((await grace.rowsWith(ashbeck.name))[0]?.[5]).toMatch(
      /^£176\.80 approved on .*: Told of by telephone\.$/,
    );
    await grace.goTo('/home');
    expect(await grace.text()).not.toContain('usage that came late');

    await prepareAgain();
    expect(await tom.text()).toContain('1 draft, 0 approved');
    expect(await tom.text()).not.toContain('Usage that came late');
    await tom.follow(`Preview of ${ashbeck.name}`);
    expect((await tom.rowsWith('Payslips')).map(([, ...cells]) => cells)).toEqual([
      [`Payroll Core: Payslips, ${name} (change since it was billed)`, name, '1,244', '£176.80'],
    ]);
    expect([...tom.wrongs, ...grace.wrongs]).toEqual([]);
  });
});
