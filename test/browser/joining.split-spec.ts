import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, addWorkingDays, formatLongDate, londonDateOf, type LocalDate } from '#libs/kernel';
import { Client } from '../client.js';
import { wayOfToday } from '../part.js';
import { givenMove, seeOptIn } from '../given/membership.js';
import { axeFindings, ownFindings } from './look-closely.js';
import { pressInVain } from './press-in-vain.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const IMRAN = 'imran.qureshi@northmere.gov.example';
const HELEN = 'helen.marsh@northmere.gov.example';
const today = londonDateOf(new Date());

let site: Site;

beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

const enterDate = async (visitor: Visitor, legend: string, date: LocalDate): Promise<void> => {
  const [year, month, day] = date.split('-');
  const group = visitor.page.getByRole('group', { name: legend, exact: true });
  for (const [box, text] of Object.entries({ Day: day, Month: month, Year: year }))
    await group.getByLabel(box, { exact: true }).fill(text ?? '');
};

/** The way to the API of somebody who has signed in on the pages. */
const clientOf = async ({ page }: Visitor): Promise<Client> => {
  const cookies = await page.context().cookies();
  return new Client(site.stack.url, cookies.find(({ name }) => name === 'accede-session')?.value ?? null);
};

const optInIdOf = ({ page }: Visitor): string => /opt_[0-9a-f]{32}/.exec(page.url())?.[0] ?? '';

/** A council joins; nobody of it has been here before. */
const runs = wayOfToday(
  {
    script: true,
    ...{ name: 'Alice Thornley', email: 'alice.thornley@stourley.gov.example' },
    ...{ council: 'Stourley City Council', signatory: 'Sam Okoro', signs: 'sam.okoro@stourley.gov.example' },
    ...{ optIn: 'OI-000003', callOff: 'CO-000002-01' },
  },
  {
    script: false,
    ...{ name: 'Jo Linden', email: 'jo.linden@fenhollow.gov.example' },
    ...{
      council: 'Fenhollow Borough Council',
      signatory: 'Kim Reid',
      signs: 'kim.reid@fenhollow.gov.example',
    },
    ...{ optIn: 'OI-000003', callOff: 'CO-000002-01' },
  },
);

describe.each(runs)('$council joins, scripts $script', (run) => {
  const { script, council, email } = run;
  let officer: Visitor;
  let optInId = '';

  it('opens its workspace from the home page', async () => {
    officer = await site.visitor({ script });
    await officer.goTo('/');
    await officer.follow('Sign in');
    const since = new Date();
    await officer.fill('Your work email address', email);
    await officer.press('Send me a code');
    const mail = await site.stack.mailbox.next(email, /sign-in code/, since);
    await officer.fill('Code', /\b\d{6}\b/.exec(mail.subject)?.[0] ?? '');
    await officer.fill('Your full name, if you sign in for the first time', run.name);
    await officer.press('Sign in');
    expect(await officer.heading()).toBe('Home');
    await officer.press('Open the workspace');
    expect(await officer.text()).toContain(`${email}, belongs to: ${council} (Non-metropolitan district)`);
    await officer.press('Open the workspace');
    expect(await officer.text()).toContain('Your workspace is open.');
    expect(await officer.text()).toContain(`${run.name}, ${council}`);
    await officer.goTo('/workspace');
    expect(await officer.text()).toContain(`You work in the workspace of ${council} already.`);
  });

  it('starts an opt-in, after a refusal that says all at once and starts nothing', async () => {
    await officer.goTo('/home');
    await officer.press('Start an opt-in');
    await enterDate(officer, 'When would you like to begin?', '2027-02-31' as LocalDate);
    expect(await pressInVain(site.stack, officer, 'Start the opt-in')).toEqual([
      'Choose at least one service.',
      'The target start date must be a real date, like 1 4 2027.',
    ]);
    expect(await officer.page.getByLabel('Day', { exact: true }).inputValue()).toBe('31');
    await officer.choose('Payroll Core');
    await enterDate(officer, 'When would you like to begin?', addMonths(today, 2));
    await officer.press('Start the opt-in');
    expect(await officer.heading()).toBe(`Opt-in ${run.optIn}`);
    expect(await officer.text()).toContain('You have completed 0 of 5 tasks.');
    expect(await officer.text()).toContain(formatLongDate(addMonths(today, 2)));
    optInId = optInIdOf(officer);
  });

  it('tells who it is, and keeps what was typed when something is missing', async () => {
    await officer.follow('About you');
    await officer.fill('Name of your sponsor', 'Ada Moss');
    await officer.fill('Work email address of your sponsor', 'ada.moss');
    expect(await pressInVain(site.stack, officer, 'Save and mark as complete')).toEqual([
      'Enter an email address in the correct format, like name@burnley.gov.uk.',
      'Enter the name of your client lead.',
      'Enter the work email address of your client lead.',
      'Enter the name of your finance contact.',
      'Enter the work email address of your finance contact.',
    ]);
    await officer.page.getByRole('alert').getByRole('link').first().click();
    expect(await officer.page.evaluate('document.activeElement.name')).toBe('aboutYou.sponsorEmail');
    expect(await officer.page.getByLabel('Name of your sponsor', { exact: true }).inputValue()).toBe(
      'Ada Moss',
    );
    for (const [who, name] of [
      ['sponsor', 'Ada Moss'],
      ['client lead', 'Bo Field'],
      ['finance contact', 'Cy Hill'],
    ] as const) {
      await officer.fill(`Name of your ${who}`, name);
      await officer.fill(`Work email address of your ${who}`, email);
    }
    await officer.press('Save and mark as complete');
    expect(await officer.text()).toContain('You have completed 1 of 5 tasks.');
  });

  it('saves half a task and finds it again', async () => {
    await officer.follow('Your need');
    await officer.fill('What should be better afterwards', 'Payslips right the first time.');
    await officer.fill('Payroll Core: Payslips a year', '14,000');
    await officer.press('Save and come back later');
    expect(await officer.text()).toContain('You can come back to the task later.');
    await officer.goTo('/home');
    expect(await officer.text()).toContain('1 of 5 tasks are complete.');
    await officer.press('Continue the opt-in');
    await officer.follow('Your need');
    const payslips = officer.page.getByLabel('Payroll Core: Payslips a year', { exact: true });
    expect(await payslips.inputValue()).toBe('14,000');
    await officer.fill('Payroll Core: Supply payslips a year', 'a few');
    expect(await pressInVain(site.stack, officer, 'Save and come back later')).toEqual([
      'The expected yearly volume of Supply payslips must be a number, like 14,000.',
    ]);
    await officer.fill('Payroll Core: Supply payslips a year', '300');
    await officer.press('Save and mark as complete');
    expect(await officer.text()).toContain('You have completed 2 of 5 tasks.');
  });

  it('sees what an answer asks for further, with scripts and without', async () => {
    await officer.follow('Money');
    const number = officer.page.getByLabel('Purchase order number', { exact: true });
    expect(await number.isVisible()).toBe(false);
    await officer.choose('We have a purchase order number already');
    expect(await number.isVisible()).toBe(true);
    await number.fill('PO-77');
    await officer.choose('All of it');
    await officer.fill('Cost centre that pays', 'HR100');
    await officer.press('Save and mark as complete');

    await officer.follow('Data processing schedule');
    await officer.choose('Yes, an authorised officer has accepted it');
    await officer.fill('Name of the authorised officer who accepted it', 'Di Lake');
    await officer.fill('Role of the authorised officer', 'Director of Resources');
    await enterDate(officer, 'Date on which it was accepted', today);
    await officer.fill('Name of your data protection officer', 'Ed Marsh');
    await officer.fill('Advice of your data protection officer', 'No objection.');
    await enterDate(officer, 'Date of the advice', today);
    await officer.press('Save and mark as complete');

    await officer.follow('Council decision');
    await officer.choose('Not yet, it will be made before we sign the agreement');
    await officer.press('Save and mark as complete');
    expect(await officer.text()).toContain('You have completed 5 of 5 tasks.');
  });

  // Without scripts axe, which is one, cannot look.
  for (const width of script ? [1100, 320] : [])
    it(`is shown pages that everyone can read at ${width} px`, async () => {
      await officer.page.setViewportSize({ width, height: 900 });
      const tasks = ['about-you', 'your-need', 'money', 'information', 'authority'];
      const ofOptIn = ['', '/check', ...tasks.map((task) => `/tasks/${task}`)];
      const found: string[] = [];
      for (const path of [...ofOptIn.map((end) => `/opt-ins/${optInId}${end}`), '/opt-ins/new', '/opt-ins']) {
        expect(await officer.goTo(path)).toBe(200);
        const here = [...(await axeFindings(officer.page)), ...(await ownFindings(officer.page))];
        found.push(...here.map((finding) => `${path}: ${finding}`));
      }
      expect(found).toEqual([]);
      await officer.page.setViewportSize({ width: 1100, height: 900 });
    }, 60_000);

  it('checks its answers, changes one, and submits them', async () => {
    await officer.goTo(`/opt-ins/${optInId}`);
    await officer.follow('Check your answers and submit');
    await officer.follow('Change (Money)');
    await officer.fill('Cost centre that pays', 'HR200');
    await officer.press('Save and mark as complete');
    expect(await officer.heading()).toBe('Check your answers');
    for (const words of ['HR200', 'PO-77', '14,000', 'Ada Moss', formatLongDate(today)])
      expect(await officer.text()).toContain(words);
    await officer.press('Submit the opt-in');
    expect(await officer.heading()).toBe('Opt-in submitted');
    const due = formatLongDate(addWorkingDays(today, 5));
    expect(await officer.text()).toContain(run.optIn);
    expect(await officer.text()).toContain(`Northmere County Council reviews your opt-in by ${due}.`);
    await officer.goTo('/home');
    expect(await officer.text()).toContain(`Waiting for the review of opt-in ${run.optIn}`);
    await officer.follow('Audit');
    expect(await officer.rowsWith('opened the workspace')).toHaveLength(1);
    await officer.follow('With Northmere County Council');
    expect((await officer.rowsWith('submitted the opt-in'))[0]?.[2]).toBe(
      `${run.name} submitted the opt-in.`,
    );
    await officer.goTo(`/opt-ins/${optInId}/check`);
    expect(officer.page.url()).toMatch(/\/opt-ins\/opt_[0-9a-f]{32}$/);
    expect(await officer.text()).toMatch(/[0-9a-f]{64}/);
  });

  it('answers a question that came back, and submits again', async () => {
    const imran = await site.client(IMRAN);
    const questions = [{ task: 'YOUR_NEED', question: 'Does that include supply staff?' }];
    await givenMove(imran, 'optInReturn', optInId, { questions });
    await officer.goTo('/home');
    expect(await officer.text()).toContain('Northmere County Council has asked 1 question.');
    await officer.press('Answer the questions');
    expect(await officer.text()).toContain('Question: Does that include supply staff?');
    await officer.follow('Your need');
    expect(await officer.text()).toContain('Does that include supply staff?');
    if (script) expect(await axeFindings(officer.page)).toEqual([]);
    expect(await pressInVain(site.stack, officer, 'Save and mark as complete')).toEqual([
      'Enter your answer to the question.',
    ]);
    await officer.fill('Your answer', 'No, they are');
    await officer.press('Save and come back later');
    expect(await officer.text()).toMatch(/Written so far, not answered yet:\s+No, they are/);
    await officer.follow('Your need');
    expect(await officer.page.getByLabel('Your answer').inputValue()).toBe('No, they are');
    await officer.fill('Your answer', 'No, they are\ncounted apart.');
    await officer.press('Save and mark as complete');
    expect(await officer.text()).toContain('You have answered every question.');
    const answered = new RegExp(
      `Imran Qureshi asked on .*:\\s+Does that include supply staff\\?\\s+${run.name} answered on .*:\\s+No, they are\\s+counted apart\\.`,
    );
    expect(await officer.text()).toMatch(answered);
    await officer.follow('Check your answers and submit');
    expect(await officer.text()).toMatch(answered);
    await officer.press('Submit the opt-in');
    await givenMove(imran, 'optInReviewStart', optInId);
    await officer.goTo(`/opt-ins/${optInId}`);
    expect(await officer.text()).toMatch(answered);
    await givenMove(imran, 'optInApprove', optInId);
    expect((await seeOptIn(imran, optInId)).state).toBe('APPROVED');
  });

  it('offers no signature before the decision, and says who records it', async () => {
    const input = { email: run.signs, name: run.signatory, roles: ['TENANT_SIGNATORY'] };
    await (
      await clientOf(officer)
    ).ok('mutation($input: PersonAddInput!) { personAdd(input: $input) { userErrors { code message } } }', {
      input: { ...input, idempotencyKey: `joining-${optInId}` },
    });
    const signatory = await site.person(run.signs, { script, width: 320 });
    await signatory.goTo('/home');
    expect(await signatory.text()).toContain(`Who can record it: ${run.name}.`);
    await signatory.goTo('/agreements');
    await signatory.follow('Northmere Shared Services Framework');
    expect(await signatory.text()).toContain(`the decision of ${council} to join has to be recorded`);
    expect(await signatory.page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await ownFindings(signatory.page)).toEqual([]);
    await signatory.follow('See the opt-in');
    expect(await signatory.heading()).toBe(`Opt-in ${run.optIn}`);
  });

  it('records its decision and says who signs', async () => {
    await officer.goTo('/agreements');
    await officer.follow('Northmere Shared Services Framework');
    await officer.follow('Record the decision');
    expect(await officer.heading()).toBe('Council decision');
    await officer.goTo('/home');
    await officer.press('Record the decision');
    await officer.choose('Yes, it is made and published');
    await officer.fill('Decision reference', 'CAB/2026/14');
    await officer.fill('Who made the decision', 'Cabinet');
    await enterDate(officer, 'Date on which the decision was published', today);
    await enterDate(officer, 'Date on which the decision takes effect', today);
    await officer.choose('No, it is exempt');
    expect(await pressInVain(site.stack, officer, 'Save')).toEqual([
      'Enter the reason for the exemption from call-in.',
    ]);
    await officer.fill('Why it is exempt from call-in', 'Urgent: the present contract ends.');
    await officer.press('Save');
    await officer.goTo('/home');
    expect(await officer.text()).toContain(`Who can read and sign it: ${run.signatory}.`);
  });

  it('signs the agreement that its signatory has read', async () => {
    const signatory = await site.person(run.signs, { script });
    await signatory.goTo('/home');
    await signatory.press('Read the agreement');
    expect(await signatory.heading()).toBe(`Access agreement of ${council}`);
    expect(await signatory.text()).toContain(`Between Northmere County Council and ${council}.`);
    expect(await pressInVain(site.stack, signatory, 'Sign the agreement')).toEqual([
      'Enter your role.',
      `Confirm that you have authority to sign for ${council}, or tell us who does.`,
    ]);
    await signatory.fill('Your role', 'Chief Executive');
    await signatory.choose(`I have read the agreement, and I have authority to sign it for ${council}`);
    await signatory.press('Sign the agreement');
    expect(await signatory.text()).toContain('You have signed the agreement.');
    expect(await signatory.text()).toContain(
      `${run.signatory}, Chief Executive, on ${formatLongDate(today)}`,
    );
    expect(signatory.wrongs).toEqual([]);
  });

  it('is bound when the lead authority countersigns', async () => {
    const helen = await site.person(HELEN, { script });
    await helen.goTo('/home');
    expect(await helen.text()).toContain('Countersign 1 agreement');
    await helen.press('Read the agreement');
    expect(await pressInVain(site.stack, helen, 'Countersign the agreement')).toEqual(['Enter your role.']);
    await helen.fill('Your role', 'Head of Legal Services');
    await helen.press('Countersign the agreement');
    expect(await helen.text()).toContain('In force');
    for (const reader of [helen, officer]) {
      await reader.goTo(new URL(helen.page.url()).pathname);
      await reader.follow('Audit trail of this agreement');
      expect((await reader.rowsWith('the access agreement')).map(([, , what]) => what)).toEqual([
        'Helen Marsh countersigned the access agreement.',
        `${run.signatory} signed the access agreement.`,
      ]);
      await reader.follow('Open it');
      expect(await reader.heading()).toBe(`Access agreement of ${council}`);
    }
    await helen.goTo('/agreements');
    expect(await helen.page.getByRole('row').filter({ hasText: council }).innerText()).toContain('In force');
    expect(helen.wrongs).toEqual([]);
  });

  it('awards its call-off', async () => {
    await officer.goTo('/home');
    await officer.press('Award the call-off');
    await enterDate(officer, 'First day of the term', today);
    await officer.fill('What you estimate it to be worth over the whole term, without VAT', 'a lot');
    expect(await pressInVain(site.stack, officer, 'Award the call-off')).toEqual([
      'Enter the last day of the term.',
      'The estimated value must be an amount in pounds, like 180,000 or 1,250.50.',
    ]);
    await enterDate(officer, 'Last day of the term', addMonths(today, 72));
    await officer.fill('What you estimate it to be worth over the whole term, without VAT', '£2,500,000');
    expect(await pressInVain(site.stack, officer, 'Award the call-off')).toEqual([
      'The term can be up to 60 months, including extensions.',
      expect.stringMatching(/^Direct award on this lot is limited to £2,000,000\./),
    ]);
    await enterDate(officer, 'Last day of the term', addMonths(today, 24));
    await officer.fill('What you estimate it to be worth over the whole term, without VAT', '£180,000');
    await officer.press('Award the call-off');
    expect(new URL(officer.page.url()).pathname).toMatch(/^\/call-offs\/cof_[0-9a-f]{32}$/);
    const { callOffs } = await (
      await clientOf(officer)
    ).ok<{ callOffs: { edges: unknown[] } }>(
      '{ callOffs(first: 2) { edges { node { reference state value { amount } } } } }',
    );
    expect(callOffs.edges).toEqual([
      { node: { reference: run.callOff, state: 'LIVE', value: { amount: '180000.00' } } },
    ]);
    await officer.goTo(`/opt-ins/${optInId}`);
    expect(await officer.text()).toContain('Nothing: every service that it chose is called off.');
    await officer.goTo('/opt-ins/new');
    expect(await officer.text()).toContain(`You have told us things before, in ${run.optIn}.`);
    expect(officer.wrongs).toEqual([]);
  });
});
