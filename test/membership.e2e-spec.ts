import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client as Connection } from 'pg';
import { toPublicId } from '#libs/kernel';
import type { Client } from './client.js';
import { givenFramework, givenOffering } from './given/catalogue.js';
import { givenBody, givenLead, givenMember, type Lead, type Member } from './given/directory.js';
import {
  completeAnswers,
  completeNeed,
  givenAgreementVersion,
  givenApprovedOptIn,
  givenCompleteTasks,
  givenCountersignature,
  givenMove,
  givenSignature,
  givenStartedOptIn,
  givenSubmittedOptIn,
  givenTask,
  seeAgreement,
  seeOptIn,
  type Choice,
  type SeenOptIn,
} from './given/membership.js';
import { Stack } from './stack.js';

const mutation = (name: string, fields = '') =>
  `mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code message path } } }`;
const OPT_IN = `optIn { id reference state version memberName leadName frameworkTitle contentSha256 declinedReason
  offerings { title isOpen } tasks { task state version question } }`;

interface Answer {
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[];
  }[];
}

let stack: Stack;
let visitor: Client;
let lead: Lead;
let otherLead: Lead;
let manager: Client;
let ashbeck: Member;
let fenhollow: Member;
let client: Client;
let shared: { frameworkId: string; lotId: string };

interface GivenServices {
  readonly personalData?: boolean;
  readonly offerings?: number;
}
interface GivenTerms extends GivenServices {
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** The text of the access agreement; null for none. */
  readonly text?: string | null;
}

const addServices = async (
  lotId: string,
  { personalData = true, offerings = 1 }: GivenServices,
): Promise<string[]> => {
  const offeringIds: string[] = [];
  for (let i = 1; i <= offerings; i += 1)
    offeringIds.push(
      (await givenOffering(manager, lotId, { title: `Service ${i}`, personalData })).offeringId,
    );
  return offeringIds;
};

/** Services of a new framework that Ashbeck and Fenhollow may use. */
const givenAnew = async ({ text, personalData, offerings, ...dates }: GivenTerms = {}): Promise<Choice> => {
  const rules = [{ bodyId: ashbeck.bodyId }, { bodyId: fenhollow.bodyId }];
  const { frameworkId, lotId } = await givenFramework(manager, rules, dates);
  if (text !== null) await givenAgreementVersion(manager, frameworkId, text === undefined ? {} : { text });
  const services = {
    ...(personalData === undefined ? {} : { personalData }),
    ...(offerings === undefined ? {} : { offerings }),
  };
  return { frameworkId, offeringIds: await addServices(lotId, services) };
};

/** New services of the framework that most tests share. */
const given = async (services: GivenServices = {}): Promise<Choice> => ({
  frameworkId: shared.frameworkId,
  offeringIds: await addServices(shared.lotId, services),
});

/** Refused with these messages (or top-level codes), and nothing in the database is other than before. */
const refused = async (who: Client, name: string, input: object): Promise<readonly string[]> => {
  const before = await stack.fingerprint();
  const { data, errors } = await who.send<Record<string, Answer | null>>(mutation(name), { input });
  expect(await stack.fingerprint()).toBe(before);
  const said =
    data?.[name]?.userErrors.map(({ code, message, path }) => `${[code, ...path].join(' ')}: ${message}`) ??
    [];
  const all = [...errors.map(({ extensions }) => extensions.code), ...said];
  expect(all).not.toEqual([]);
  return all;
};
const codes = async (who: Client, name: string, input: object): Promise<readonly string[]> =>
  (await refused(who, name, input)).map((said) => said.split(/[ :]/)[0] ?? '');
const versionOf = async (optInId: string, task?: string): Promise<number> => {
  const optIn = await seeOptIn(client, optInId);
  return task === undefined ? optIn.version : (optIn.tasks.find((one) => one.task === task)?.version ?? 0);
};
const stateOf = async (optInId: string): Promise<string> => (await seeOptIn(client, optInId)).state;
const startInput = (choice: Choice) => ({ ...choice, idempotencyKey: randomUUID() });
const codeOf = async (who: Client, query: string, variables: object): Promise<string | undefined> =>
  (await who.send(query, variables)).errors[0]?.extensions.code;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-05-01');
  visitor = stack.visitor();
  lead = await givenLead(stack);
  otherLead = await givenLead(stack, { body: 'INV-WESTERLOW' });
  manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  ashbeck = await givenMember(stack);
  fenhollow = await givenMember(stack, { body: 'INV-FENHOLLOW' });
  client = await ashbeck.as('TENANT_CLIENT_LEAD');
  shared = await givenFramework(manager, [{ bodyId: ashbeck.bodyId }, { bodyId: fenhollow.bodyId }]);
  await givenAgreementVersion(manager, shared.frameworkId);
}, 120_000);

afterAll(async () => {
  await stack.stop();
});

describe('an eligibility check without an account', () => {
  const CHECK = `query($frameworkId: ID!, $bodyId: ID, $email: String) {
    eligibilityCheck(frameworkId: $frameworkId, bodyId: $bodyId, email: $email) {
      bodies { bodyName result reasons { code sentence } nextSteps } nextSteps } }`;
  interface Checked {
    readonly eligibilityCheck: {
      readonly bodies: readonly {
        bodyName: string;
        result: string;
        reasons: { code: string; sentence: string }[];
        nextSteps: string[];
      }[];
      readonly nextSteps: readonly string[];
    };
  }
  const check = async (variables: object) => (await visitor.ok<Checked>(CHECK, variables)).eligibilityCheck;
  let frameworkId: string;

  beforeAll(async () => {
    const category = {
      label: 'district councils in Northmere',
      types: ['Non-metropolitan district'],
      counties: ['INV-NORTHMERE'],
    };
    ({ frameworkId } = await givenFramework(manager, [{ bodyId: ashbeck.bodyId }, { category }]));
  });

  it('answers by name, by category, and not at all, with reasons and next steps', async () => {
    const bodyId = async (code: string) => (await givenBody(stack, code)).id;
    expect((await check({ frameworkId, bodyId: ashbeck.bodyId })).bodies).toEqual([
      {
        bodyName: 'Ashbeck Borough Council',
        result: 'ELIGIBLE',
        reasons: [
          { code: 'NAMED', sentence: 'Ashbeck Borough Council is named in notice 2026/S 000-012345.' },
          {
            code: 'CATEGORY',
            sentence: 'Ashbeck Borough Council falls in the category district councils in Northmere.',
          },
        ],
        nextSteps: ['Start an opt-in and choose the services that you need.'],
      },
    ]);
    const [stourley] = (await check({ frameworkId, bodyId: await bodyId('INV-STOURLEY') })).bodies;
    expect([stourley?.result, stourley?.reasons.map(({ code }) => code)]).toEqual(['ELIGIBLE', ['CATEGORY']]);
    const [fire] = (await check({ frameworkId, bodyId: await bodyId('INV-NORTHMERE-FIRE') })).bodies;
    expect([fire?.result, fire?.reasons.map(({ code }) => code), fire?.nextSteps]).toEqual([
      'NOT_ELIGIBLE',
      ['NOT_COVERED'],
      ['Contact the framework team at Northmere County Council to ask about other routes.'],
    ]);
  });

  it('answers an email address for each body that shares its domain', async () => {
    const { bodies } = await check({ frameworkId, email: 'jo@ashbeck-fenhollow.gov.example' });
    expect(bodies.map(({ bodyName, result }) => [bodyName, result]).sort()).toEqual([
      ['Ashbeck Borough Council', 'ELIGIBLE'],
      ['Fenhollow Borough Council', 'ELIGIBLE'],
    ]);
    expect(await check({ frameworkId, email: 'jo@nowhere.example' })).toEqual({
      bodies: [],
      nextSteps: [
        'We do not know the organisation of that email address. Search for your organisation by name.',
      ],
    });
  });

  it('sends an abolished body to its successor', async () => {
    const [old] = (await check({ frameworkId, bodyId: (await givenBody(stack, 'INV-OLD-MARROW')).id }))
      .bodies;
    expect([old?.result, old?.reasons[0]?.sentence, old?.nextSteps]).toEqual([
      'NOT_ELIGIBLE',
      'Old Marrow District Council closed on 1 April 2023.',
      ['Continue as Calderwick District Council.'],
    ]);
  });

  it('needs one of a body and an email address, and a framework that is published', async () => {
    expect(await codeOf(visitor, CHECK, { frameworkId })).toBe('BAD_USER_INPUT');
    expect(await codeOf(visitor, CHECK, { frameworkId, bodyId: ashbeck.bodyId, email: 'a@b.example' })).toBe(
      'BAD_USER_INPUT',
    );
    expect(
      await codeOf(visitor, CHECK, {
        frameworkId: toPublicId('framework', randomUUID()),
        bodyId: ashbeck.bodyId,
      }),
    ).toBe('NOT_FOUND');
    expect(await codeOf(visitor, CHECK, { frameworkId, bodyId: toPublicId('body', randomUUID()) })).toBe(
      'NOT_FOUND',
    );
  });
});

describe('starting an opt-in', () => {
  it('makes a task list with a reference, once for a key', async () => {
    const choice = await given({ offerings: 2, personalData: false });
    const input = { ...startInput(choice), targetStartOn: '2026-07-01' };
    const start = () =>
      client.ok<{ optInStart: { optIn: SeenOptIn & Record<string, unknown> } }>(
        mutation('optInStart', OPT_IN),
        { input },
      );
    const { optIn } = (await start()).optInStart;
    expect(optIn).toMatchObject({
      state: 'DRAFT',
      memberName: 'Ashbeck Borough Council',
      leadName: 'Northmere County Council',
      frameworkTitle: 'Shared corporate services',
      offerings: [{ isOpen: true }, { isOpen: true }],
    });
    expect(optIn.reference).toMatch(/^OI-\d{6}$/);
    expect(optIn.tasks.map(({ task }) => task)).toEqual([
      'ABOUT_YOU',
      'YOUR_NEED',
      'MONEY',
      'INFORMATION',
      'AUTHORITY',
    ]);
    expect(optIn.tasks.find(({ task }) => task === 'INFORMATION')?.state).toBe('NOT_APPLICABLE');
    expect(optIn.tasks.find(({ task }) => task === 'AUTHORITY')?.state).toBe('CANNOT_START_YET');
    expect((await start()).optInStart.optIn.id).toBe(optIn.id);
  });

  it('is open once for a service, and says which opt-in to continue', async () => {
    const choice = await given();
    const optInId = await givenStartedOptIn(client, choice);
    const { reference } = await seeOptIn(client, optInId);
    expect(await refused(client, 'optInStart', startInput(choice))).toEqual([
      `OPTIN_DUPLICATE offeringIds: You already have an opt-in for Service 1 (${reference}). Continue that one.`,
    ]);
    await givenMove(client, 'optInWithdraw', optInId);
    await givenStartedOptIn(client, choice);
    await givenStartedOptIn(await fenhollow.as('TENANT_CLIENT_LEAD'), choice);
  });

  it('starts one however many come at once', async () => {
    const choice = await given();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        client.send<Record<string, Answer>>(mutation('optInStart'), { input: startInput(choice) }),
      ),
    );
    const refusals = answers.flatMap(
      ({ data }) => data?.['optInStart']?.userErrors.map(({ code }) => code) ?? ['?'],
    );
    expect(refusals).toEqual(Array.from({ length: 4 }, () => 'OPTIN_DUPLICATE'));
  });

  it('refuses what cannot be chosen', async () => {
    const choice = await given();
    const other = await givenAnew();
    expect(await codes(client, 'optInStart', startInput({ ...choice, offeringIds: [] }))).toEqual([
      'OPTIN_NOTHING_CHOSEN',
    ]);
    expect(
      await codes(client, 'optInStart', startInput({ ...choice, offeringIds: other.offeringIds })),
    ).toEqual(['NOT_FOUND']);
    expect(
      await codes(
        client,
        'optInStart',
        startInput({ ...choice, frameworkId: toPublicId('framework', randomUUID()) }),
      ),
    ).toEqual(['NOT_FOUND']);
    expect(
      await refused(client, 'optInStart', { ...startInput(choice), targetStartOn: '2026-04-30' }),
    ).toEqual(['DATE_ORDER targetStartOn: The target start date must be on or after today.']);
    await manager.ok(mutation('offeringSuspend'), { input: { offeringId: choice.offeringIds[0] } });
    expect(await refused(client, 'optInStart', startInput(choice))).toEqual([
      'LOT_CLOSED: Service 1 is not open to new members. It was suspended on 1 May 2026.',
    ]);
    const past = await givenAnew({ startsOn: '2025-04-01', endsOn: '2026-04-30' });
    expect(await codes(client, 'optInStart', startInput(past))).toEqual(['FRAMEWORK_EXPIRED']);
    expect(await codes(await ashbeck.as('TENANT_FINANCE'), 'optInStart', startInput(other))).toEqual([
      'ROLE_REQUIRED',
    ]);
  });

  it('fills in what the body told before', async () => {
    const first = await given();
    const optInId = await givenStartedOptIn(client, first);
    await givenCompleteTasks(client, optInId, first);
    const second = await given();
    const again = await givenStartedOptIn(client, second);
    const { optIn } = await client.ok<{ optIn: { tasks: Record<string, unknown>[] } }>(
      'query($id: ID!) { optIn(id: $id) { tasks { task state aboutYou { sponsorName } yourNeed { outcomes } money { costCentre } information { officerName schedule } authority { decidedBy reference } } } }',
      { id: again },
    );
    expect(optIn.tasks.map(({ task, state }) => [task, state])).toEqual([
      ['ABOUT_YOU', 'COMPLETED'],
      ['YOUR_NEED', 'NOT_YET_STARTED'],
      ['MONEY', 'COMPLETED'],
      ['INFORMATION', 'IN_PROGRESS'],
      ['AUTHORITY', 'CANNOT_START_YET'],
    ]);
    expect(
      optIn.tasks.map(
        ({ aboutYou, yourNeed, money, information, authority }) =>
          aboutYou ?? yourNeed ?? money ?? information ?? authority,
      ),
    ).toEqual([
      { sponsorName: 'Ada Moss' },
      { outcomes: null },
      { costCentre: 'CC-1001' },
      { officerName: 'Di Lake', schedule: null },
      { decidedBy: 'Cabinet', reference: null },
    ]);
    const other = await givenStartedOptIn(await fenhollow.as('TENANT_CLIENT_LEAD'), second);
    const tasks = (await seeOptIn(await fenhollow.as('TENANT_CLIENT_LEAD'), other)).tasks;
    expect(tasks.find(({ task }) => task === 'ABOUT_YOU')?.state).toBe('NOT_YET_STARTED');
  });
});

describe('the task list', () => {
  let choice: Choice;
  let optInId: string;
  const save = (field: string, answers: object, version: number, complete = true) => ({
    optInId,
    version,
    complete,
    [field]: answers,
  });

  beforeAll(async () => {
    choice = await given();
    optInId = await givenStartedOptIn(client, choice);
  });

  it('is saved, and returned to', async () => {
    const version = await versionOf(optInId, 'ABOUT_YOU');
    const { optInTaskSave } = await client.ok<{ optInTaskSave: { optIn: SeenOptIn } }>(
      mutation('optInTaskSave', OPT_IN),
      {
        input: save('aboutYou', { sponsorName: ' Ada Moss ' }, version, false),
      },
    );
    expect(optInTaskSave.optIn.state).toBe('IN_PROGRESS');
    expect(optInTaskSave.optIn.tasks[0]).toMatchObject({ state: 'IN_PROGRESS', version: version + 1 });
    const { optIn } = await client.ok<{ optIn: { tasks: { aboutYou: object }[] } }>(
      'query($id: ID!) { optIn(id: $id) { tasks { aboutYou { sponsorName sponsorEmail } } } }',
      { id: optInId },
    );
    expect(optIn.tasks[0]?.aboutYou).toEqual({ sponsorName: 'Ada Moss', sponsorEmail: null });
  });

  it('tells every fault at once, with the field that it is about', async () => {
    const version = await versionOf(optInId, 'ABOUT_YOU');
    const answers = { ...completeAnswers.aboutYou, sponsorName: '', financeEmail: 'cy' };
    expect(await refused(client, 'optInTaskSave', save('aboutYou', answers, version))).toEqual([
      'FIELD_REQUIRED aboutYou sponsorName: Enter the name of your sponsor.',
      'EMAIL_FORMAT aboutYou financeEmail: Enter an email address in the correct format, like name@burnley.gov.uk.',
    ]);
    const need = await versionOf(optInId, 'YOUR_NEED');
    const volumes = [{ meterId: toPublicId('meter', randomUUID()), perYear: '-1' }];
    expect(
      await refused(client, 'optInTaskSave', save('yourNeed', { outcomes: 'x', volumes }, need)),
    ).toEqual([
      'CHOICE_UNKNOWN yourNeed volumes 0 meterId: Choose one of the listed options for the meters of the chosen services.',
      'FIELD_REQUIRED yourNeed volumes: Enter the expected yearly volume of Payslips.',
    ]);
  });

  it('takes the answers of one task at a time', async () => {
    const both = { optInId, version: 1, complete: false, aboutYou: {}, money: {} };
    expect(await codeOf(client, mutation('optInTaskSave'), { input: both })).toBe('BAD_USER_INPUT');
    expect(
      await codeOf(client, mutation('optInTaskSave'), { input: { optInId, version: 1, complete: false } }),
    ).toBe('BAD_USER_INPUT');
  });

  it('keeps the decision until need and money are complete', async () => {
    const version = await versionOf(optInId, 'AUTHORITY');
    const money = await versionOf(optInId, 'MONEY');
    await client.ok(mutation('optInTaskSave'), {
      input: save('money', { costCentre: 'CC-1' }, money, false),
    });
    expect(
      await refused(client, 'optInTaskSave', save('authority', completeAnswers.authority, version)),
    ).toEqual(['TASK_CANNOT_START: Council decision cannot start yet. Complete Your need and Money first.']);
    await givenTask(client, optInId, 'yourNeed', await completeNeed(client, choice));
    expect(
      await refused(client, 'optInTaskSave', save('authority', completeAnswers.authority, version)),
    ).toEqual(['TASK_CANNOT_START: Council decision cannot start yet. Complete Money first.']);
    await givenTask(client, optInId, 'money', completeAnswers.money);
    await givenTask(client, optInId, 'authority', completeAnswers.authority);
  });

  it('does not let one officer undo another, and lets two work on different tasks', async () => {
    const about = await versionOf(optInId, 'ABOUT_YOU');
    const money = await versionOf(optInId, 'MONEY');
    await stack.setClock('2026-05-01T09:42:00Z');
    await givenTask(await ashbeck.as('TENANT_ADMIN'), optInId, 'aboutYou', completeAnswers.aboutYou);
    expect(
      await refused(client, 'optInTaskSave', save('aboutYou', { sponsorName: 'Someone else' }, about, false)),
    ).toEqual([
      'STATE_CHANGED version: Someone else changed this task at 10:42. Check the latest version and try again.',
    ]);
    await client.ok(mutation('optInTaskSave'), {
      input: save('money', { ...completeAnswers.money, costCentre: 'CC-2' }, money),
    });
  });

  it('opens a task again that is saved incomplete', async () => {
    const version = await versionOf(optInId, 'MONEY');
    await client.ok(mutation('optInTaskSave'), {
      input: save('money', { vatRecovery: 'NONE' }, version, false),
    });
    expect((await seeOptIn(client, optInId)).tasks.map(({ state }) => state)).toEqual([
      'COMPLETED',
      'COMPLETED',
      'IN_PROGRESS',
      'IN_PROGRESS',
      'COMPLETED',
    ]);
  });

  it('leaves out what does not apply', async () => {
    const plain = await given({ personalData: false });
    const id = await givenStartedOptIn(client, plain);
    const input = { optInId: id, version: 1, complete: true, information: completeAnswers.information };
    expect(await refused(client, 'optInTaskSave', input)).toEqual([
      'STATE_NOT_ALLOWED: This task is not applicable, so you cannot change it.',
    ]);
  });

  it("is the body's own until it is submitted", async () => {
    const seenBy = async (who: Client) => {
      const query = 'query($id: ID!) { optIn(id: $id) { state tasks { state aboutYou { sponsorName } } } }';
      return who.send<{ optIn: { state: string; tasks: { state: string; aboutYou: object | null }[] } }>(
        query,
        { id: optInId },
      );
    };
    const seen = (await seenBy(manager)).data?.optIn;
    expect([seen?.state, seen?.tasks[0]]).toEqual([
      'IN_PROGRESS',
      { state: 'COMPLETED', aboutYou: { sponsorName: null } },
    ]);
    for (const stranger of [await fenhollow.as('TENANT_ADMIN'), await otherLead.as('LEAD_CATALOGUE_MANAGER')])
      expect((await seenBy(stranger)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const stranger = await fenhollow.as('TENANT_ADMIN');
    expect(await codes(stranger, 'optInTaskSave', save('money', {}, 1, false))).toEqual(['NOT_FOUND']);
    expect(await codes(stranger, 'optInSubmit', { optInId, version: 1 })).toEqual(['NOT_FOUND']);
  });
});

describe('submitting', () => {
  it('names the tasks that are open', async () => {
    const choice = await given();
    const optInId = await givenStartedOptIn(await fenhollow.as('TENANT_CLIENT_LEAD'), choice);
    const who = await fenhollow.as('TENANT_ADMIN');
    await givenTask(who, optInId, 'money', completeAnswers.money);
    const { version } = await seeOptIn(who, optInId);
    expect(await refused(who, 'optInSubmit', { optInId, version })).toEqual([
      'TASKS_INCOMPLETE: Complete 4 tasks before you submit: About you, Your need, Data processing schedule, Council decision.',
    ]);
    expect(await refused(who, 'optInSubmit', { optInId, version: version - 1 })).toEqual([
      expect.stringMatching(
        /^STATE_CHANGED version: Someone else changed this opt-in at \d\d:\d\d\. Check the latest version and try again\.$/,
      ),
    ]);
  });

  it('hands over what was told, with its digest, and tells both sides', async () => {
    const choice = await given();
    const since = new Date();
    const optInId = await givenSubmittedOptIn(ashbeck, choice);
    const { optIn } = await manager.ok<{ optIn: Record<string, unknown> & { reference: string } }>(
      'query($id: ID!) { optIn(id: $id) { reference state contentSha256 tasks { aboutYou { sponsorName } } } }',
      { id: optInId },
    );
    expect(optIn).toMatchObject({
      state: 'SUBMITTED',
      contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(optIn['tasks']).toContainEqual({ aboutYou: { sponsorName: 'Ada Moss' } });
    const subject = new RegExp(`Opt-in ${optIn.reference} was submitted`);
    for (const to of [`lead-catalogue-manager@${lead.domain}`, `tenant-admin@${ashbeck.domain}`]) {
      const { text } = await stack.mailbox.next(to, subject, since);
      expect(text).toContain('Ashbeck Borough Council submitted opt-in');
      // 1 May 2026 is a Friday, and the Monday after it a bank holiday.
      expect(text).toContain('Northmere County Council will review it by 11 May 2026.');
    }
    expect(
      await codes(client, 'optInTaskSave', {
        optInId,
        version: await versionOf(optInId, 'MONEY'),
        complete: false,
        money: {},
      }),
    ).toEqual(['STATE_NOT_ALLOWED']);
  });

  it('waits for the framework to open', async () => {
    const choice = await givenAnew({ startsOn: '2026-09-01', endsOn: '2030-08-31' });
    const optInId = await givenStartedOptIn(client, choice);
    await givenCompleteTasks(client, optInId, choice);
    expect(await refused(client, 'optInSubmit', { optInId, version: await versionOf(optInId) })).toEqual([
      'FRAMEWORK_NOT_LIVE: This framework opens on 1 September 2026. You can prepare your opt-in now and submit it from that date.',
    ]);
  });

  it('is for bodies that are eligible', async () => {
    const { frameworkId, lotId } = await givenFramework(manager, [{ bodyId: fenhollow.bodyId }]);
    const { offeringId } = await givenOffering(manager, lotId);
    const optInId = await givenStartedOptIn(client, { frameworkId, offeringIds: [offeringId] });
    expect(await codes(client, 'optInSubmit', { optInId, version: await versionOf(optInId) })).toEqual([
      'TASKS_INCOMPLETE',
      'BODY_NOT_ELIGIBLE',
    ]);
  });
});

describe('the review', () => {
  const seeReview = async (who: Client, id: string) =>
    (
      await who.ok<{ optIn: { reviewDueOn: string | null; reviewerName: string | null } }>(
        'query($id: ID!) { optIn(id: $id) { reviewDueOn reviewerName } }',
        { id },
      )
    ).optIn;

  it('is due in working days and says who began it, to the body too', async () => {
    const choice = await given();
    const optInId = await givenStartedOptIn(client, choice);
    expect(await seeReview(client, optInId)).toEqual({ reviewDueOn: null, reviewerName: null });
    await givenCompleteTasks(client, optInId, choice);
    await givenMove(client, 'optInSubmit', optInId);
    // Submitted on Friday 1 May 2026; Monday 4 May is a bank holiday.
    expect(await seeReview(client, optInId)).toEqual({ reviewDueOn: '2026-05-11', reviewerName: null });
    const anna = await lead.as('LEAD_CATALOGUE_MANAGER', 'anna-ford');
    await givenMove(anna, 'optInReviewStart', optInId);
    const seen = { reviewDueOn: '2026-05-11', reviewerName: 'Anna Ford' };
    expect(await seeReview(client, optInId)).toEqual(seen);
    expect(await seeReview(manager, optInId)).toEqual(seen);
    await givenMove(manager, 'optInApprove', optInId);
    expect(await seeReview(client, optInId)).toEqual(seen);
  });

  it('is due as the framework says', async () => {
    const rules = [{ bodyId: ashbeck.bodyId }];
    const { frameworkId, lotId } = await givenFramework(manager, rules, { reviewWorkingDays: 10 });
    const choice = { frameworkId, offeringIds: await addServices(lotId, {}) };
    const optInId = await givenSubmittedOptIn(ashbeck, choice);
    expect(await seeReview(client, optInId)).toEqual({ reviewDueOn: '2026-05-18', reviewerName: null });
  });

  it('returns an opt-in with questions, which open their tasks', async () => {
    const choice = await given();
    const optInId = await givenSubmittedOptIn(ashbeck, choice);
    await givenMove(manager, 'optInReviewStart', optInId);
    expect(await stateOf(optInId)).toBe('UNDER_REVIEW');
    const version = await versionOf(optInId);
    expect(await codes(manager, 'optInReturn', { optInId, version, questions: [] })).toEqual([
      'FIELD_REQUIRED',
    ]);
    const twice = [
      { task: 'MONEY', question: '' },
      { task: 'MONEY', question: 'Why?' },
    ];
    expect(await codes(manager, 'optInReturn', { optInId, version, questions: twice })).toEqual([
      'FIELD_REQUIRED',
      'CHOICE_UNKNOWN',
    ]);
    await givenMove(manager, 'optInReturn', optInId, {
      questions: [{ task: 'MONEY', question: 'Which cost centre?' }],
    });
    const returned = await seeOptIn(client, optInId);
    expect([returned.state, returned.tasks[2]]).toEqual([
      'RETURNED',
      expect.objectContaining({ state: 'IN_PROGRESS', question: 'Which cost centre?' }),
    ]);
    expect(await codes(client, 'optInSubmit', { optInId, version: returned.version })).toEqual([
      'TASKS_INCOMPLETE',
    ]);
    await givenTask(client, optInId, 'money', completeAnswers.money, 'CC-1001.');
    expect((await seeOptIn(client, optInId)).tasks[2]).toMatchObject({ state: 'COMPLETED', question: null });
    await givenMove(client, 'optInSubmit', optInId);
    expect(await stateOf(optInId)).toBe('SUBMITTED');
  });

  describe('a question', () => {
    interface Pair {
      readonly number: number;
      readonly question: string;
      readonly askedAt: string;
      readonly askedByName: string;
      readonly answer: string | null;
      readonly answeredAt: string | null;
      readonly answeredByName: string | null;
      readonly submittedAt: string | null;
    }
    const PAIRS = `query($id: ID!) { optIn(id: $id) { contentSha256 tasks { task questions {
      number question askedAt askedByName answer answeredAt answeredByName submittedAt } } } }`;
    const see = async (who: Client, id: string, task = 'MONEY') => {
      const { optIn } = await who.ok<{
        optIn: { contentSha256: string; tasks: { task: string; questions: Pair[] }[] };
      }>(PAIRS, { id });
      return { ...optIn, pairs: optIn.tasks.find((one) => one.task === task)?.questions };
    };
    const ask = (optInId: string, question: string) =>
      givenMove(manager, 'optInReturn', optInId, { questions: [{ task: 'MONEY', question }] });
    const money = async (optInId: string, more: object) => ({
      ...{ optInId, version: await versionOf(optInId, 'MONEY'), money: completeAnswers.money },
      ...more,
    });
    /** The clock runs on while the test does. */
    const at = (begins: string): string =>
      expect.stringMatching(`^2026-05-01T${begins}`) as unknown as string;
    const NONE = { answer: null, answeredAt: null, answeredByName: null, submittedAt: null };

    it('is answered before its task is complete, and only where one was asked', async () => {
      const optInId = await givenSubmittedOptIn(ashbeck, await given());
      await ask(optInId, 'Which cost centre?');
      const save = async (more: object) => refused(client, 'optInTaskSave', await money(optInId, more));
      const missing = 'FIELD_REQUIRED answer: Enter your answer to the question.';
      expect(await save({ complete: true })).toEqual([missing]);
      expect(await save({ complete: true, answer: ' ' })).toEqual([missing]);
      expect(await save({ complete: true, answer: ' ', money: {} })).toEqual([
        missing,
        'FIELD_REQUIRED money purchaseOrder: Enter how you use purchase orders.',
        'FIELD_REQUIRED money vatRecovery: Enter how much VAT you recover.',
        'FIELD_REQUIRED money costCentre: Enter the cost centre.',
      ]);
      expect(await save({ complete: false, answer: 'x'.repeat(2001) })).toEqual([
        'TEXT_TOO_LONG answer: Your answer must be 2000 characters or fewer.',
      ]);
      const aboutYou = {
        ...{ optInId, version: await versionOf(optInId, 'ABOUT_YOU'), complete: true },
        ...{ aboutYou: completeAnswers.aboutYou, answer: 'Nobody asked' },
      };
      expect(await codes(client, 'optInTaskSave', aboutYou)).toEqual(['FIELD_UNKNOWN']);
    });

    it('is kept with its answer, who asked and who answered, and the next one beside it', async () => {
      await stack.setClock('2026-05-01T12:10:00Z');
      const optInId = await givenSubmittedOptIn(ashbeck, await given());
      const { contentSha256 } = await see(client, optInId);
      const anna = await lead.as('LEAD_CATALOGUE_MANAGER', 'anna-ford');
      const questions = [{ task: 'MONEY', question: ' Which cost centre? ' }];
      await givenMove(anna, 'optInReturn', optInId, { questions });
      const asked = { number: 1, question: 'Which cost centre?', askedByName: 'Anna Ford' };
      const first = { ...asked, askedAt: at('12:1') };
      expect((await see(client, optInId)).pairs).toEqual([{ ...first, ...NONE }]);

      const input = await money(optInId, { complete: false, answer: 'So far' });
      await client.ok(mutation('optInTaskSave'), { input });
      expect((await see(client, optInId)).pairs).toEqual([{ ...first, ...NONE, answer: 'So far' }]);
      await stack.setClock('2026-05-01T12:20:00Z');
      const olive = await ashbeck.as('TENANT_CLIENT_LEAD', 'olive-penn');
      await givenTask(olive, optInId, 'money', completeAnswers.money, ' CC-1001. ');
      const told = { ...{ answer: 'CC-1001.', answeredByName: 'Olive Penn' }, submittedAt: null };
      const answered = { ...first, ...told, answeredAt: at('12:2') };
      expect((await see(client, optInId)).pairs).toEqual([answered]);
      // The answer is the body's own until it submits.
      expect((await see(manager, optInId)).pairs).toEqual([{ ...first, ...NONE }]);
      await givenTask(olive, optInId, 'money', completeAnswers.money, 'CC-1002.');

      await givenMove(client, 'optInSubmit', optInId);
      const kept = { ...answered, answer: 'CC-1002.', submittedAt: at('12:2') };
      for (const who of [client, manager]) expect((await see(who, optInId)).pairs).toEqual([kept]);
      expect((await see(client, optInId)).contentSha256).not.toBe(contentSha256);

      await ask(optInId, 'And for supply staff?');
      const second = { number: 2, question: 'And for supply staff?', askedAt: at('12:2') };
      const next = { ...second, askedByName: expect.any(String), ...NONE };
      expect((await see(manager, optInId)).pairs).toEqual([kept, next]);
      const again = await money(optInId, { complete: true });
      expect(await codes(client, 'optInTaskSave', again)).toEqual(['FIELD_REQUIRED']);
      await givenTask(client, optInId, 'money', completeAnswers.money, 'The same.');
      await givenMove(client, 'optInSubmit', optInId);
      expect((await see(manager, optInId)).pairs).toEqual([
        kept,
        expect.objectContaining({ number: 2, answer: 'The same.' }),
      ]);
      // What comes after it is newer.
      await stack.setClock('2026-05-01T13:00:00Z');
    });

    it('that waited before there were answers is kept by the migration, as the owner', async () => {
      const optInId = await givenSubmittedOptIn(ashbeck, await given());
      await ask(optInId, 'Which cost centre?');
      const all = `select opt_in_id, task, number, question, asked_at::text, asked_by, answer from opt_in_question
        where submitted_at is null order by 1, 2`;
      const waiting = await stack.sql(all);
      expect(waiting).toContainEqual(expect.objectContaining({ question: 'Which cost centre?', number: 1 }));
      const folder = new URL('../../libs/membership/sql/', import.meta.url);
      const sql = await readFile(new URL('0820-opt-in-questions.sql', folder), 'utf8');
      const owner = new Connection({ connectionString: stack.database.ownerUrl });
      await owner.connect();
      try {
        await owner.query('begin');
        await owner.query('alter table opt_in_task add column question text');
        await owner.query('alter table opt_in_task no force row level security');
        await owner.query('alter table opt_in_question no force row level security');
        await owner.query(`update opt_in_task task set question = one.question from opt_in_question one
          where one.opt_in_id = task.opt_in_id and one.task = task.task and one.submitted_at is null`);
        await owner.query('alter table opt_in_task force row level security');
        await owner.query('drop table opt_in_question');
        await owner.query(sql);
        await owner.query('alter table opt_in_question no force row level security');
        const kept = await owner.query<Record<string, unknown>>(all);
        expect(kept.rows).toEqual(waiting.map((row) => ({ ...row, number: 1, answer: null })));
      } finally {
        await owner.query('rollback');
        await owner.end();
      }
    });
  });

  it('declines with a reason, and the service can be chosen again', async () => {
    const choice = await given();
    const optInId = await givenSubmittedOptIn(ashbeck, choice);
    const version = await versionOf(optInId);
    expect(await refused(manager, 'optInDecline', { optInId, version, reason: ' ' })).toEqual([
      'EVIDENCE_REASON_REQUIRED reason: Enter the reason for declining this opt-in.',
    ]);
    await givenMove(manager, 'optInDecline', optInId, { reason: 'No capacity before 2027.' });
    const { optIn } = await client.ok<{ optIn: object }>(
      'query($id: ID!) { optIn(id: $id) { state declinedReason offerings { isOpen } } }',
      { id: optInId },
    );
    expect(optIn).toEqual({
      state: 'DECLINED',
      declinedReason: 'No capacity before 2027.',
      offerings: [{ isOpen: false }],
    });
    await givenStartedOptIn(client, choice);
  });

  it('approves once there is a text to sign, and sends it', async () => {
    const choice = await givenAnew({ text: null });
    const optInId = await givenSubmittedOptIn(ashbeck, choice);
    const version = await versionOf(optInId);
    expect(await refused(manager, 'optInApprove', { optInId, version })).toEqual([
      'AGREEMENT_MISSING: Publish the access agreement for this framework first.',
    ]);
    await givenAgreementVersion(manager, choice.frameworkId);
    const since = new Date();
    await givenMove(manager, 'optInApprove', optInId);
    const agreement = await seeAgreement(client, choice.frameworkId);
    expect(agreement).toMatchObject({
      state: 'SENT',
      terms: {
        version: '1.0',
        text: 'Access agreement\n\nAshbeck Borough Council joins Shared corporate services (notice 2026/S 000-012345), hosted by Northmere County Council.',
      },
    });
    await stack.mailbox.next(`tenant-admin@${ashbeck.domain}`, /Opt-in OI-\d+ was approved/, since);
    expect(await codes(manager, 'optInApprove', { optInId, version: version + 1 })).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
  });

  it('is by the lead authority, and not by whoever submitted it', async () => {
    const choice = await given();
    const both = `pat@${lead.domain}`;
    const leadPat = await lead.as('LEAD_CATALOGUE_MANAGER', 'pat');
    await (
      await ashbeck.as('TENANT_ADMIN')
    ).ok(mutation('personAdd'), {
      input: { email: both, name: 'Pat', roles: ['TENANT_ADMIN'], idempotencyKey: randomUUID() },
    });
    const memberPat = await stack.signIn(both, { bodyId: ashbeck.bodyId, capacity: 'TENANT' });
    const optInId = await givenStartedOptIn(memberPat, choice);
    await givenCompleteTasks(memberPat, optInId, choice);
    await givenMove(memberPat, 'optInSubmit', optInId);
    const input = { optInId, version: await versionOf(optInId) };
    expect(await refused(leadPat, 'optInApprove', input)).toEqual([
      'SELF_APPROVAL: You prepared this opt-in, so someone else needs to approve it.',
    ]);
    expect(await codes(client, 'optInApprove', input)).toEqual(['ROLE_REQUIRED']);
    expect(await codes(await otherLead.as('LEAD_CATALOGUE_MANAGER'), 'optInApprove', input)).toEqual([
      'NOT_FOUND',
    ]);
    await givenMove(manager, 'optInApprove', optInId);
  });
});

describe('an opt-in at its own pace', () => {
  it('is paused, resumed and withdrawn, and nothing else meanwhile', async () => {
    const choice = await given();
    const optInId = await givenStartedOptIn(client, choice);
    await givenMove(client, 'optInPause', optInId);
    const version = await versionOf(optInId);
    expect(await refused(client, 'optInSubmit', { optInId, version })).toEqual([
      'STATE_NOT_ALLOWED: This opt-in is paused, so you cannot submit it.',
    ]);
    expect(await codes(client, 'optInTaskSave', { optInId, version: 1, complete: false, money: {} })).toEqual(
      ['STATE_NOT_ALLOWED'],
    );
    expect(await codes(manager, 'optInApprove', { optInId, version })).toEqual(['STATE_NOT_ALLOWED']);
    await givenMove(client, 'optInResume', optInId);
    expect(await stateOf(optInId)).toBe('IN_PROGRESS');
    await givenMove(client, 'optInWithdraw', optInId);
    expect(await stateOf(optInId)).toBe('WITHDRAWN');
    expect(await codes(client, 'optInResume', { optInId, version: await versionOf(optInId) })).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
  });

  it('is listed for the body and for the lead authority, newest first', async () => {
    const page = (who: Client, after: string | null) =>
      who.ok<{
        optIns: {
          edges: { node: { id: string; memberName: string } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }>(
        'query($after: String) { optIns(first: 2, after: $after) { edges { node { id memberName } } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
    const choice = await given({ offerings: 3 });
    const ids: string[] = [];
    for (const id of choice.offeringIds)
      ids.unshift(await givenStartedOptIn(client, { ...choice, offeringIds: [id] }));
    const first = (await page(client, null)).optIns;
    const second = (await page(client, first.pageInfo.endCursor)).optIns;
    expect([...first.edges, ...second.edges].slice(0, 3).map(({ node }) => node.id)).toEqual(ids);
    expect((await page(manager, null)).optIns.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 2));
    const strangers = (await page(await otherLead.as('LEAD_CATALOGUE_MANAGER'), null)).optIns;
    expect([strangers.edges, strangers.pageInfo.hasNextPage]).toEqual([[], false]);
    const names = (await page(await fenhollow.as('TENANT_ADMIN'), null)).optIns.edges.map(
      ({ node }) => node.memberName,
    );
    expect(new Set(names)).toEqual(new Set(['Fenhollow Borough Council']));
  });

  it('is listed by where it stands, page by page', async () => {
    interface Page {
      readonly optIns: {
        readonly edges: readonly { readonly node: { readonly id: string; readonly state: string } }[];
        readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
      };
    }
    const LIST = `query($states: [OptInState!], $after: String) { optIns(first: 1, states: $states, after: $after) {
      edges { node { id state } } pageInfo { endCursor hasNextPage } } }`;
    const listed = async (who: Client, states: readonly string[] | null): Promise<string[]> => {
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const { optIns }: Page = await who.ok<Page>(LIST, { states, after });
        found.push(...optIns.edges.map(({ node }) => `${node.id} ${node.state}`));
        if (!optIns.pageInfo.hasNextPage) return found;
        after = optIns.pageInfo.endCursor;
      }
    };
    const fens = await fenhollow.as('TENANT_CLIENT_LEAD');
    const older = await givenSubmittedOptIn(fenhollow, await given());
    await givenMove(manager, 'optInReviewStart', older);
    const draft = await givenStartedOptIn(fens, await given());
    const newer = await givenSubmittedOptIn(fenhollow, await given());
    const waiting = ['SUBMITTED', 'UNDER_REVIEW'];
    const both = [`${newer} SUBMITTED`, `${older} UNDER_REVIEW`];
    expect(await listed(fens, waiting)).toEqual(both);
    expect(await listed(fens, ['UNDER_REVIEW'])).toEqual(both.slice(1));
    expect(await listed(fens, [])).toEqual([]);
    const all = await listed(fens, null);
    expect(all.filter((line) => waiting.some((state) => line.endsWith(` ${state}`)))).toEqual(both);
    expect(all).toContain(`${draft} DRAFT`);
    expect((await listed(manager, waiting)).slice(0, 2)).toEqual(both);
  });
});

describe('the access agreement', () => {
  const statement = async (frameworkId: string, change: object = {}) => {
    const { id, terms } = await seeAgreement(await ashbeck.as('TENANT_SIGNATORY'), frameworkId);
    return {
      agreementId: id,
      version: terms.version,
      textSha256: terms.sha256,
      role: 'Chief Executive',
      confirmsAuthority: true,
      ...change,
    };
  };

  it('has versions that rise and never change', async () => {
    const choice = await givenAnew({ text: null });
    const publish = (version: string, text = 'Between {body} and {lead}.') => ({
      frameworkId: choice.frameworkId,
      version,
      text,
      idempotencyKey: randomUUID(),
    });
    expect(await refused(manager, 'agreementVersionPublish', publish('1', 'For {council}'))).toEqual([
      'AGREEMENT_VERSION_FORMAT version: Enter the version as two numbers with a point between them, like 3.1.',
      'AGREEMENT_PLACEHOLDER text: We cannot fill in {council}. Use only {body}, {lead}, {framework}, {notice}.',
    ]);
    await givenAgreementVersion(manager, choice.frameworkId, { version: '3.9' });
    expect(await refused(manager, 'agreementVersionPublish', publish('3.9'))).toEqual([
      'AGREEMENT_VERSION_ORDER version: Version 3.9 must come after version 3.9.',
    ]);
    await givenAgreementVersion(manager, choice.frameworkId, { version: '3.10' });
    expect(
      await codes(await otherLead.as('LEAD_CATALOGUE_MANAGER'), 'agreementVersionPublish', publish('4.0')),
    ).toEqual(['NOT_FOUND']);
    expect(await codes(client, 'agreementVersionPublish', publish('4.0'))).toEqual(['ROLE_REQUIRED']);
    const [changed] = await Promise.allSettled([stack.sql("update agreement_version set body_text = 'x'")]);
    expect(changed.status).toBe('rejected');
  });

  it('is signed on the text that was read, and countersigned by someone else', async () => {
    const choice = await givenAnew();
    await givenApprovedOptIn(lead, ashbeck, choice);
    const signatory = await ashbeck.as('TENANT_SIGNATORY');
    const wrong = await statement(choice.frameworkId, {
      textSha256: 'f'.repeat(64),
      role: '',
      confirmsAuthority: false,
    });
    expect(await refused(signatory, 'agreementSign', wrong)).toEqual([
      'FIELD_REQUIRED role: Enter your role.',
      'SIGNER_AUTHORITY confirmsAuthority: Confirm that you have authority to sign for Ashbeck Borough Council, or tell us who does.',
      'AGREEMENT_TEXT_MISMATCH textSha256: The agreement you read is not the one that would be signed. Open it again before you sign.',
    ]);
    expect(await codes(client, 'agreementSign', await statement(choice.frameworkId))).toEqual([
      'ROLE_REQUIRED',
    ]);
    expect(
      await codes(
        await fenhollow.as('TENANT_SIGNATORY'),
        'agreementSign',
        await statement(choice.frameworkId),
      ),
    ).toEqual(['NOT_FOUND']);
    const approver = await lead.as('LEAD_APPROVER');
    const { agreementId, textSha256 } = await statement(choice.frameworkId);
    const counter = { agreementId, role: 'Head of Legal Services' };
    expect(await codes(approver, 'agreementCountersign', counter)).toEqual(['STATE_NOT_ALLOWED']);

    const since = new Date();
    await givenSignature(ashbeck, choice.frameworkId);
    const mail = await stack.mailbox.next(
      `lead-approver@${lead.domain}`,
      /Access agreement signed by Ashbeck Borough Council/,
      since,
    );
    expect(mail.text).toContain(textSha256);
    expect(await refused(signatory, 'agreementSign', await statement(choice.frameworkId))).toEqual([
      'AGREEMENT_LOCKED: This agreement was signed on 1 May 2026 and cannot be changed. Propose a variation instead.',
    ]);
    expect(await codes(approver, 'agreementCountersign', { ...counter, role: ' ' })).toEqual([
      'FIELD_REQUIRED',
    ]);
    expect(await codes(await otherLead.as('LEAD_APPROVER'), 'agreementCountersign', counter)).toEqual([
      'NOT_FOUND',
    ]);
    await approver.ok(mutation('agreementCountersign'), { input: counter });
    const { agreement } = await client.ok<{ agreement: object }>(
      'query($id: ID!) { agreement(id: $id) { state memberName signature { name role } countersignature { name role } } }',
      { id: agreementId },
    );
    expect(agreement).toEqual({
      state: 'COUNTERSIGNED',
      memberName: 'Ashbeck Borough Council',
      signature: { name: 'Tenant Signatory', role: 'Chief Executive' },
      countersignature: { name: 'Lee Approver', role: 'Head of Legal Services' },
    });
    expect(await codes(approver, 'agreementCountersign', counter)).toEqual(['STATE_NOT_ALLOWED']);
    await stack.mailbox.next(`tenant-signatory@${ashbeck.domain}`, /in force/, since);
  });

  it('is read anew when a newer version is published before it is signed', async () => {
    const choice = await givenAnew();
    await givenApprovedOptIn(lead, ashbeck, choice);
    const old = await statement(choice.frameworkId);
    await givenAgreementVersion(manager, choice.frameworkId, {
      version: '1.1',
      text: 'New terms for {body}.',
    });
    const signatory = await ashbeck.as('TENANT_SIGNATORY');
    expect(await refused(signatory, 'agreementSign', old)).toEqual([
      'AGREEMENT_VERSION_OLD version: You read version 1.0. Version 1.1 was published on 1 May 2026. Read the new version before you sign.',
    ]);
    expect(await codes(signatory, 'agreementSign', { ...old, version: '1.1' })).toEqual([
      'AGREEMENT_TEXT_MISMATCH',
    ]);
    expect((await seeAgreement(signatory, choice.frameworkId)).terms).toMatchObject({
      version: '1.1',
      text: 'New terms for Ashbeck Borough Council.',
    });
    const agreementId = await givenSignature(ashbeck, choice.frameworkId);
    expect(agreementId).toBe(old.agreementId);
    const documents = await stack.sql<{ text: string; digest: string }>(
      `select convert_from(d.content, 'UTF8') as text, encode(a.text_sha256, 'hex') as digest
       from access_agreement a join document d on d.id = a.document_id where encode(a.text_sha256, 'hex') = encode(d.sha256, 'hex')
       and a.framework_id = $1::uuid`,
      [choice.frameworkId.slice(4)],
    );
    expect(documents.map(({ text }) => text)).toEqual(['New terms for Ashbeck Borough Council.']);
  });

  it('stays as it was signed when a newer version is published', async () => {
    const choice = await givenAnew();
    await givenApprovedOptIn(lead, ashbeck, choice);
    await givenCountersignature(lead, ashbeck, choice.frameworkId);
    const signed = await seeAgreement(client, choice.frameworkId);
    await givenAgreementVersion(manager, choice.frameworkId, { version: '2.0', text: 'Other terms.' });
    expect(await seeAgreement(client, choice.frameworkId)).toEqual(signed);
  });

  it('is sent once to a framework, however many services are added', async () => {
    const choice = await givenAnew({ offerings: 2 });
    const [first = '', second = ''] = choice.offeringIds;
    await givenApprovedOptIn(lead, ashbeck, { ...choice, offeringIds: [first] });
    await givenCountersignature(lead, ashbeck, choice.frameworkId);
    await givenApprovedOptIn(lead, ashbeck, { ...choice, offeringIds: [second] });
    const { id } = await seeAgreement(client, choice.frameworkId);
    const rows = await stack.sql<{ id: string }>(
      'select id from access_agreement where framework_id = $1::uuid',
      [choice.frameworkId.slice(4)],
    );
    expect(rows.map((row) => toPublicId('agreement', row.id))).toEqual([id]);
  });

  it('waits for the decision and its call-in', async () => {
    const choice = await givenAnew();
    const optInId = await givenApprovedOptIn(lead, ashbeck, choice, { authority: { decision: 'TO_FOLLOW' } });
    const signatory = await ashbeck.as('TENANT_SIGNATORY');
    expect(await codes(signatory, 'agreementSign', await statement(choice.frameworkId))).toEqual([
      'DECISION_MISSING',
    ]);
    const published = { ...completeAnswers.authority, publishedOn: '2026-05-01', effectiveOn: '2026-05-11' };
    await givenTask(client, optInId, 'authority', published);
    expect(await refused(signatory, 'agreementSign', await statement(choice.frameworkId))).toEqual([
      'DECISION_IN_CALL_IN: The decision was published on 1 May 2026 and takes effect on 11 May 2026. You can sign from that date.',
    ]);
    await givenTask(client, optInId, 'authority', {
      ...published,
      callIn: 'EXEMPT',
      exemptReason: 'The present contract ends on 31 May.',
    });
    await givenSignature(ashbeck, choice.frameworkId);
    const money = {
      optInId,
      version: await versionOf(optInId, 'MONEY'),
      complete: true,
      money: completeAnswers.money,
    };
    expect(await codes(client, 'optInTaskSave', money)).toEqual(['STATE_NOT_ALLOWED']);
    const authority = {
      optInId,
      version: await versionOf(optInId, 'AUTHORITY'),
      complete: true,
      authority: { decision: 'TO_FOLLOW' },
    };
    expect(await refused(client, 'optInTaskSave', authority)).toEqual([
      'STATE_NOT_ALLOWED: This task is completed, so you cannot change it.',
    ]);
  });

  it('is not signed by one person for both sides', async () => {
    const choice = await givenAnew();
    await givenApprovedOptIn(lead, ashbeck, choice);
    const both = `lead-approver@${lead.domain}`;
    const approver = await lead.as('LEAD_APPROVER');
    await (
      await ashbeck.as('TENANT_ADMIN')
    ).ok(mutation('personAdd'), {
      input: { email: both, name: 'Lee', roles: ['TENANT_SIGNATORY'], idempotencyKey: randomUUID() },
    });
    const signatory = await stack.signIn(both, { bodyId: ashbeck.bodyId, capacity: 'TENANT' });
    const said = await statement(choice.frameworkId);
    await signatory.ok(mutation('agreementSign'), { input: said });
    expect(
      await refused(approver, 'agreementCountersign', {
        agreementId: said.agreementId,
        role: 'Head of Legal',
      }),
    ).toEqual(['AGREEMENT_SAME_PERSON: You signed this agreement, so someone else needs to countersign it.']);
  });

  it("is kept in records that hold, without anyone's name in them", async () => {
    const rows = await stack.sql<{ action: string; details: string }>(
      'select distinct action, details::text as details from tenant_audit',
    );
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set([
        'optIn.start',
        'optIn.saveTask',
        'optIn.submit',
        'optIn.startReview',
        'optIn.return',
        'optIn.decline',
        'optIn.approve',
        'optIn.pause',
        'optIn.resume',
        'optIn.withdraw',
        'agreement.sign',
        'agreement.countersign',
        'person.add',
        'workspace.open',
      ]),
    );
    expect(rows.filter(({ details }) => /Ada|Moss|Lee|@/.test(details))).toEqual([]);
  });
});

describe("a framework's members", () => {
  interface Members {
    readonly framework: {
      readonly members: {
        readonly edges: { node: { bodyId: string; body: { name: string }; since: string } }[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  }
  const MEMBERS = `query($id: ID!, $first: Int! = 20, $after: String) { framework(id: $id) { members(first: $first, after: $after) {
    edges { node { bodyId body { name } since } } pageInfo { hasNextPage endCursor } } } }`;
  const pageOf = async (id: string, page: object = {}) =>
    (await visitor.ok<Members>(MEMBERS, { id, ...page })).framework.members;
  const membersOf = async (id: string) => (await pageOf(id)).edges.map(({ node }) => node);

  it('are for anyone to see once both have signed, by name and page by page', async () => {
    const choice = await givenAnew();
    const { frameworkId } = choice;
    await givenApprovedOptIn(lead, ashbeck, choice);
    await givenApprovedOptIn(lead, fenhollow, choice);
    const agreementId = await givenSignature(fenhollow, frameworkId);
    expect(await membersOf(frameworkId)).toEqual([]);

    // Half past midnight in London.
    await stack.setClock('2026-05-01T23:30:00Z');
    await (
      await lead.as('LEAD_APPROVER')
    ).ok(mutation('agreementCountersign'), { input: { agreementId, role: 'Head of Legal Services' } });
    const ofFenhollow = {
      bodyId: fenhollow.bodyId,
      body: { name: fenhollow.name },
      since: '2026-05-02',
    };
    expect(await membersOf(frameworkId)).toEqual([ofFenhollow]);
    await stack.setClock('2026-05-03');
    await givenCountersignature(lead, ashbeck, frameworkId);
    const ofAshbeck = {
      bodyId: ashbeck.bodyId,
      body: { name: ashbeck.name },
      since: '2026-05-03',
    };
    expect(await membersOf(frameworkId)).toEqual([ofAshbeck, ofFenhollow]);

    const first = await pageOf(frameworkId, { first: 1 });
    expect(first.edges.map(({ node }) => node)).toEqual([ofAshbeck]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await pageOf(frameworkId, { first: 1, after: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }) => node)).toEqual([ofFenhollow]);
    expect(second.pageInfo.hasNextPage).toBe(false);

    for (const values of [['ashbeck'], ['Ashbeck', randomUUID()], ['ashbeck', "'; select 1"], []]) {
      const after = Buffer.from(JSON.stringify(values)).toString('base64url');
      expect(await codeOf(visitor, MEMBERS, { id: frameworkId, after })).toBe('NOT_FOUND');
    }
    expect(await codeOf(visitor, MEMBERS, { id: frameworkId, first: 101 })).toBe('PAGE_SIZE');
  });

  it('of before there was a list are put on it by its migration, as the owner', async () => {
    const rows = () =>
      stack.sql(
        'select lead_id, framework_id, body_id, published, since::text from framework_member order by 2, 3',
      );
    const kept = await rows();
    expect(kept.length).toBeGreaterThan(1);
    const sql = await readFile(
      new URL('../../libs/membership/sql/0420-members.sql', import.meta.url),
      'utf8',
    );
    const backfill = sql.slice(sql.indexOf('select set_config'));
    await stack.sql('delete from framework_member');
    const owner = new Connection({ connectionString: stack.database.ownerUrl });
    await owner.connect();
    try {
      await owner.query(`begin; ${backfill} commit`);
    } finally {
      await owner.end();
    }
    expect(await rows()).toEqual(kept);
  });
});
