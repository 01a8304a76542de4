import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addMonths, formatLongDate, londonDateOf, type LocalDate } from '#libs/kernel';
import { givenMove } from '../given/membership.js';
import { Keyboard } from './keyboard.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const ALICE = 'alice.thornley@stourley.gov.example';
const SAM = 'sam.okoro@stourley.gov.example';
const IMRAN = 'imran.qureshi@northmere.gov.example';
const STOURLEY = 'Stourley City Council';
const today = londonDateOf(new Date());

// A stop is looked at from three sides, and there are hundreds of them.
jest.setTimeout(120_000);

let site: Site;
let alice: Visitor;
let keys: Keyboard;

beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

/** Signs in from the home page with the code from the mail; the first stop of each page leads past its head. */
const arrive = async (email: string, name?: string): Promise<[Visitor, Keyboard]> => {
  const visitor = await site.visitor();
  const hands = await Keyboard.of(visitor);
  await visitor.goTo('/');
  await hands.follow('Sign in');
  const since = new Date();
  await hands.fill('Your work email address', email);
  await hands.press('Send me a code');
  const mail = await site.stack.mailbox.next(email, /sign-in code/, since);
  await hands.fill('Code', /\b\d{6}\b/.exec(mail.subject)?.[0] ?? '');
  if (name !== undefined) await hands.fill('Your full name, if you sign in for the first time', name);
  // Enter in a field sends its form.
  await hands.leaveBy('Enter');
  expect(await visitor.heading()).toBe('Home');
  return [visitor, hands];
};

/** Sends a form that is refused. The summary of what is wrong has the focus then, before anything is pressed. */
const pressInVain = async (button: string): Promise<void> => {
  await keys.press(button);
  expect(await alice.page.title()).toMatch(/^Error: /);
  expect(await alice.page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
};

describe('a council officer with the keyboard alone', () => {
  it('skips what stands at the head of every page', async () => {
    const visitor = await site.visitor();
    const hands = await Keyboard.of(visitor);
    await visitor.goTo('/');
    expect(await hands.tab()).toEqual({ name: 'Skip to main content', role: 'link' });
    await visitor.page.keyboard.press('Enter');
    expect(await visitor.page.evaluate('document.activeElement.id')).toBe('main-content');
    expect(await hands.tab()).toEqual({ name: 'Can we join?', role: 'button' });
    // The way back leads over the head, which was skipped.
    await hands.backTo('Sign in', 'link');
    expect(visitor.wrongs).toEqual([]);
  });

  it('signs in and opens the workspace', async () => {
    [alice, keys] = await arrive(ALICE, 'Alice Thornley');
    await keys.press('Open the workspace');
    await keys.press('Open the workspace', 'Space');
    expect(await alice.text()).toContain('Your workspace is open.');
  });

  it('is led from what is wrong to the fields, and starts an opt-in', async () => {
    // A link that looks like a button is pressed like one.
    await keys.press('Start an opt-in', 'Space');
    await keys.fillDate('When would you like to begin?', '2027-02-31' as LocalDate);
    await pressInVain('Start the opt-in');
    expect((await keys.tab()).name).toBe('Choose at least one service.');
    await alice.page.keyboard.press('Enter');
    expect(await keys.focused()).toEqual({ name: 'Payroll Core', role: 'checkbox' });
    await keys.backTo('The target start date must be a real date, like 1 4 2027.', 'link');
    await alice.page.keyboard.press('Enter');
    expect(await keys.focused()).toEqual({ name: 'Day', role: 'textbox' });

    await keys.backTo('Payroll Core', 'checkbox');
    await alice.page.keyboard.press('Space');
    await keys.fillDate('When would you like to begin?', addMonths(today, 2));
    await keys.press('Start the opt-in');
    expect(await alice.heading()).toBe('Opt-in OI-000003');
    expect(await alice.text()).toContain('You have completed 0 of 5 tasks.');
    expect(await alice.text()).toContain(formatLongDate(addMonths(today, 2)));
  });

  it('tells who it is, after the address that was wrong', async () => {
    await keys.follow('About you');
    for (const [who, name] of [
      ['sponsor', 'Ada Moss'],
      ['client lead', 'Bo Field'],
      ['finance contact', 'Cy Hill'],
    ] as const) {
      await keys.fill(`Name of your ${who}`, name);
      await keys.fill(`Work email address of your ${who}`, who === 'client lead' ? 'bo.field' : ALICE);
    }
    await pressInVain('Save and mark as complete');
    expect((await keys.tab()).name).toBe(
      'Enter an email address in the correct format, like name@burnley.gov.uk.',
    );
    await alice.page.keyboard.press('Enter');
    expect((await keys.focused()).name).toBe('Work email address of your client lead');
    await alice.page.keyboard.press('ControlOrMeta+A');
    await alice.page.keyboard.type(ALICE);
    await keys.press('Save and mark as complete');
    expect(await alice.text()).toContain('You have completed 1 of 5 tasks.');
  });

  it('tells what it needs and how it pays', async () => {
    await keys.follow('Your need');
    await keys.fill('What should be better afterwards', 'Payslips right the first time.');
    await keys.fill('Payroll Core: Payslips a year', '14,000');
    await keys.fill('Payroll Core: Supply payslips a year', '300');
    await keys.press('Save and mark as complete');
    await keys.follow('Money');
    await keys.choose('We have a purchase order number already');
    // The answer asks for more, and that is the next stop.
    await keys.fill('Purchase order number', 'PO-77');
    await keys.choose('Part of it');
    await keys.fill('Cost centre that pays', 'HR100');
    await keys.press('Save and mark as complete');
    expect(await alice.text()).toContain('You have completed 3 of 5 tasks.');
  });

  it('accepts the schedule and records the decision', async () => {
    await keys.follow('Data processing schedule');
    await keys.choose('Yes, an authorised officer has accepted it');
    await keys.fill('Name of the authorised officer who accepted it', 'Di Lake');
    await keys.fill('Role of the authorised officer', 'Director of Resources');
    await keys.fillDate('Date on which it was accepted', today);
    await keys.fill('Name of your data protection officer', 'Ed Marsh');
    await keys.fill('Advice of your data protection officer', 'No objection.');
    await keys.fillDate('Date of the advice', today);
    await keys.press('Save and mark as complete');
    await keys.follow('Council decision');
    await keys.choose('Yes, it is made and published');
    await keys.fill('Decision reference', 'CAB/2026/14');
    await keys.fill('Who made the decision', 'Cabinet');
    await keys.fillDate('Date on which the decision was published', today);
    await keys.fillDate('Date on which the decision takes effect', today);
    await keys.choose('No, it is exempt');
    await keys.fill('Why it is exempt from call-in', 'Urgent: the present contract ends.');
    await keys.press('Save and mark as complete');
    expect(await alice.text()).toContain('You have completed 5 of 5 tasks.');
  });

  it('checks its answers, changes one, and submits them', async () => {
    await keys.follow('Check your answers and submit');
    await keys.follow('Change (Money)');
    await keys.choose('We have a purchase order number already');
    await keys.choose('All of it');
    await keys.press('Save and mark as complete');
    for (const words of ['PO-77', 'All of it', '14,000', 'Ada Moss', 'Urgent: the present contract ends.'])
      expect(await alice.text()).toContain(words);
    await keys.press('Submit the opt-in');
    expect(await alice.heading()).toBe('Opt-in submitted');
    expect(await alice.text()).toContain('OI-000003');
  });

  it('adds the colleague who signs', async () => {
    await keys.follow('People and roles');
    await keys.press('Add a colleague');
    await keys.fill('Work email address', SAM);
    await keys.fill('Full name', 'Sam Okoro');
    await keys.check('Authorised signatory');
    await keys.press('Add the colleague');
    expect(await alice.rowsWith(SAM)).toEqual([
      ['Sam Okoro', SAM, 'Authorised signatory', 'Change roles of Sam Okoro'],
    ]);
  });

  it('finds the opt-in again in a narrow window, whose menu opens by a key', async () => {
    await alice.page.setViewportSize({ width: 320, height: 640 });
    await keys.backTo('Show or hide the menu', 'button');
    await alice.page.keyboard.press('Enter');
    await keys.follow('Opt-ins');
    await keys.follow('OI-000003');
    expect(await alice.text()).toContain('Submitted');
    expect(alice.wrongs).toEqual([]);
  });
});

describe('its signatory with the keyboard alone', () => {
  it('reads the agreement and signs it', async () => {
    const optInId = /opt_[0-9a-f]{32}/.exec(alice.page.url())?.[0] ?? '';
    const imran = await site.client(IMRAN);
    await givenMove(imran, 'optInReviewStart', optInId);
    await givenMove(imran, 'optInApprove', optInId);

    const [sam, hands] = await arrive(SAM);
    await hands.press('Read the agreement');
    // A low window, in which the text is longer than its frame.
    await sam.page.setViewportSize({ width: 800, height: 300 });
    await hands.tabTo('Text of the agreement');
    await sam.page.keyboard.press('End');
    await sam.page.waitForFunction('document.activeElement.scrollTop > 0');
    expect(await sam.text()).toContain(`Between Northmere County Council and ${STOURLEY}.`);
    await hands.press('Sign the agreement');
    expect(await sam.page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
    expect((await hands.tab()).name).toBe('Enter your role.');
    await sam.page.keyboard.press('Enter');
    expect((await hands.focused()).name).toBe('Your role');
    await sam.page.keyboard.type('Chief Executive');
    await hands.check(`I have read the agreement, and I have authority to sign it for ${STOURLEY}`);
    await hands.press('Sign the agreement');
    expect(await sam.text()).toContain('You have signed the agreement.');
    expect(await sam.text()).toContain(`Sam Okoro, Chief Executive, on ${formatLongDate(today)}`);
    expect(sam.wrongs).toEqual([]);
  });
});
