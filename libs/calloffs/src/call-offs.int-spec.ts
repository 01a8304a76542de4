import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import {
  AddEligibilityRule,
  AddLot,
  AddMeter,
  AddPriceVersion,
  CatalogueModule,
  CreateFramework,
  CreateOffering,
  PublishFramework,
  PublishOffering,
  ReadCatalogue,
  SuspendOffering,
} from '#libs/catalogue';
import { AppointLead, DirectoryModule, FindBody, LoadRegister } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { localDate, type Pence, type Result } from '#libs/kernel';
import {
  ApproveOptIn,
  CountersignAgreement,
  MembershipModule,
  PublishAgreementVersion,
  ReadAgreements,
  ReadOptIns,
  SaveTask,
  SignAgreement,
  StartOptIn,
  SubmitOptIn,
  type AnswersOf,
  type NamedOptIn,
  type TaskName,
} from '#libs/membership';
import {
  Actor,
  newId,
  PlatformModule,
  readConfig,
  UnitOfWork,
  verifyChain,
  type Capacity,
  type Tx,
} from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import {
  AwardCallOff,
  CalloffsModule,
  orderCovering,
  ReadCallOffs,
  RecordPurchaseOrder,
  type CallOff,
} from './index.js';

let database: TestDatabase;
let app: TestingModule;
let admin: pg.Client;
let work: UnitOfWork;
let leadId: string;
let lead: Actor;
let members: readonly string[];

const districts = ['INV-ASHBECK', 'INV-CALDERWICK', 'INV-FENHOLLOW', 'INV-STOURLEY', 'INV-TARNSIDE'];
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok)
    throw new Error(result.refusals.map(({ code, message }) => `${code}: ${message}`).join(' '));
  return result.value;
};
const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);
const messagesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ message }) => message);
const person = (bodyId: string | null, capacity: Capacity) =>
  Actor.person({ personId: newId(), bodyId, capacity, roles: [], requestId: null });
const tenant = (bodyId: string) => person(bodyId, 'TENANT');
const read = <T>(actor: Actor, reading: (tx: Tx) => Promise<T>) => work.read(actor, reading);
const setClock = (date: string) =>
  admin.query('update clock_setting set shift_ms = $1', [Date.parse(`${date}T09:00:00Z`) - Date.now()]);
const tables = [
  'call_off',
  'compliance_record',
  'purchase_order',
  'eligibility_check',
  'opt_in',
  'opt_in_offering',
  'opt_in_task',
  'opt_in_question',
  'framework_ceiling',
  'number_counter',
  'tenant_audit',
  'access_agreement',
  'idempotency_receipt',
  'job',
];
const fingerprint = async (): Promise<string> => {
  const parts = tables.map(
    (name) =>
      `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as digest from ${name} t`,
  );
  return JSON.stringify((await admin.query(parts.join(' union all '))).rows);
};
/** The codes of a refusal that left no trace. */
const refusedWithoutTrace = async (work: () => Promise<Result<unknown>>): Promise<readonly string[]> => {
  const before = await fingerprint();
  const codes = codesOf(await work());
  expect(await fingerprint()).toBe(before);
  return codes;
};

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const config = readConfig({
    NODE_ENV: 'test',
    APP_DATABASE_URL: database.appUrl,
    SMTP_URL: 'smtp://127.0.0.1:1',
    ACCEDE_DEMO: '1',
    LOG_LEVEL: 'silent',
  });
  const libs = [DocumentsModule, DirectoryModule, CatalogueModule, MembershipModule, CalloffsModule];
  const entities = libs.flatMap((lib) => [...lib.entities]);
  app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, entities), ...libs],
  }).compile();
  work = app.get(UnitOfWork);
  await setClock('2026-05-01');
  valueOf(await app.get(LoadRegister).execute());
  const idOf = (code: string) =>
    read(Actor.visitor(), async (tx) => (await app.get(FindBody).byCode(tx, code))?.id ?? `no ${code}`);
  leadId = await idOf('INV-NORTHMERE');
  lead = person(leadId, 'LEAD');
  const found = [];
  for (const code of districts) found.push(await idOf(code));
  members = found;
  const approver = { email: 'approver@northmere.gov.example', name: 'An approver' };
  const command = { bodyId: leadId, invoicePrefix: 'NCC', approver, idempotencyKey: newId() };
  valueOf(await app.get(AppointLead).execute(person(null, 'PLATFORM'), command));
}, 60_000);

afterAll(async () => {
  await app.close();
  await admin.end();
  await database.drop();
});

beforeEach(() => setClock('2026-05-01'));

interface GivenFramework {
  readonly ceiling?: Pence;
  readonly directAwardLimitPence?: Pence | null;
  readonly personalData?: boolean;
  readonly offerings?: number;
  readonly endsOn?: string;
}
interface Given {
  readonly frameworkId: string;
  readonly offeringIds: readonly string[];
}

const givenFramework = async (change: GivenFramework = {}): Promise<Given> => {
  const {
    ceiling = 1_000_000_00n,
    directAwardLimitPence = null,
    offerings = 1,
    endsOn = '2030-03-31',
  } = change;
  const { frameworkId } = valueOf(
    await app.get(CreateFramework).execute(lead, {
      ...{ reference: newId(), title: 'Shared services', summary: 'Payroll and more.' },
      ...{ regime: 'PA2023', agreementType: 'CLOSED_FRAMEWORK', noticeReference: '2026/S 000-000001' },
      ...{ startsOn: localDate('2026-04-01'), endsOn: localDate(endsOn), termReason: null },
      ...{ ceilingMode: 'BLOCK', ceiling, maxTermMonths: 24, idempotencyKey: newId() },
    }),
  );
  const lot = { frameworkId, title: 'Payroll', directAwardLimitPence, idempotencyKey: newId() };
  const { lotId } = valueOf(await app.get(AddLot).execute(lead, lot));
  for (const bodyId of members) {
    const rule = { kind: 'NAMED', bodyId, frameworkId, reason: null, idempotencyKey: newId() } as const;
    valueOf(await app.get(AddEligibilityRule).execute(lead, rule));
  }
  valueOf(await app.get(PublishFramework).execute(lead, { frameworkId }));
  const offeringIds: string[] = [];
  for (let i = 0; i < offerings; i += 1)
    offeringIds.push(await givenOffering(lotId, i + 1, change.personalData ?? false));
  const text = 'Between {lead} and {body} under {framework} ({notice}).';
  valueOf(
    await app
      .get(PublishAgreementVersion)
      .execute(lead, { frameworkId, version: '1.0', text, idempotencyKey: newId() }),
  );
  return { frameworkId, offeringIds };
};

const givenOffering = async (lotId: string, number: number, personalData: boolean): Promise<string> => {
  const { offeringId } = valueOf(
    await app.get(CreateOffering).execute(lead, {
      ...{
        lotId,
        title: `Service ${number}`,
        summary: 'A service.',
        included: ['All'],
        notIncluded: [],
        youMust: [],
      },
      ...{ personalData, vatTreatment: 'STANDARD', idempotencyKey: newId() },
    }),
  );
  const meter = {
    offeringId,
    code: 'units.used',
    title: 'Units',
    unit: 'unit',
    aggregation: 'SUM',
    charge: 'USAGE',
    timing: 'ARREARS',
    fedBy: 'EVENTS',
    typicalPerThousand: null,
  } as const;
  const { meterId } = valueOf(await app.get(AddMeter).execute(lead, { ...meter, idempotencyKey: newId() }));
  const price = { model: 'perUnit', unit: '1' };
  valueOf(
    await app
      .get(AddPriceVersion)
      .execute(lead, { meterId, startsOn: localDate('2026-04-01'), price, idempotencyKey: newId() }),
  );
  valueOf(await app.get(PublishOffering).execute(lead, { offeringId }));
  return offeringId;
};

const answers = {
  ABOUT_YOU: {
    sponsorName: 'Ada',
    sponsorEmail: 'ada@ashbeck.gov.example',
    clientLeadName: 'Bo',
    clientLeadEmail: 'bo@ashbeck.gov.example',
    financeName: 'Cy',
    financeEmail: 'cy@ashbeck.gov.example',
  },
  MONEY: { purchaseOrder: 'EXEMPT', vatRecovery: 'FULL', costCentre: 'CC1' },
  INFORMATION: {
    schedule: 'ACCEPTED',
    officerName: 'Di',
    officerRole: 'Director',
    acceptedOn: '2026-04-20',
    adviserName: 'Ed',
    advice: 'No objection.',
    advisedOn: '2026-04-19',
  },
  AUTHORITY: {
    decision: 'MADE',
    reference: 'CAB/1',
    decidedBy: 'Cabinet',
    publishedOn: '2026-04-20',
    effectiveOn: '2026-04-28',
    callIn: 'APPLIES',
  },
} as const;

const optInOf = async (actor: Actor, id: string): Promise<NamedOptIn> => {
  const optIn = await read(actor, (tx) => app.get(ReadOptIns).byId(tx, id));
  if (optIn === null) throw new Error('no such opt-in');
  return optIn;
};

const saveTask = async <T extends TaskName>(
  actor: Actor,
  optInId: string,
  task: T,
  given: Partial<AnswersOf[T]>,
) => {
  const { tasks } = await optInOf(actor, optInId);
  const version = tasks.find((one) => one.task === task)?.version ?? 0;
  return app.get(SaveTask).execute(actor, { optInId, task, version, answers: given, complete: true });
};

/** A body's opt-in, up to the step that is named. */
const givenOptIn = async (
  actor: Actor,
  { frameworkId, offeringIds }: Given,
  upTo: 'started' | 'submitted' | 'approved' | 'signed' | 'countersigned' = 'countersigned',
  change: { readonly [T in TaskName]?: Partial<AnswersOf[T]> } = {},
): Promise<string> => {
  const { optInId } = valueOf(
    await app
      .get(StartOptIn)
      .execute(actor, { frameworkId, offeringIds, targetStartOn: null, idempotencyKey: newId() }),
  );
  if (upTo === 'started') return optInId;
  const { tasks } = await optInOf(actor, optInId);
  const meters = await read(actor, (tx) => app.get(ReadCatalogue).meters(tx, offeringIds));
  const need = { outcomes: 'Better pay.', volumes: meters.map(({ id }) => ({ meterId: id, perYear: '10' })) };
  valueOf(await saveTask(actor, optInId, 'ABOUT_YOU', answers.ABOUT_YOU));
  valueOf(await saveTask(actor, optInId, 'YOUR_NEED', need));
  valueOf(await saveTask(actor, optInId, 'MONEY', answers.MONEY));
  if (tasks.some(({ task, state }) => task === 'INFORMATION' && state !== 'NOT_APPLICABLE'))
    valueOf(await saveTask(actor, optInId, 'INFORMATION', change.INFORMATION ?? answers.INFORMATION));
  valueOf(await saveTask(actor, optInId, 'AUTHORITY', change.AUTHORITY ?? answers.AUTHORITY));
  const versionNow = async () => (await optInOf(actor, optInId)).version;
  valueOf(await app.get(SubmitOptIn).execute(actor, { optInId, version: await versionNow() }));
  if (upTo === 'submitted') return optInId;
  valueOf(await app.get(ApproveOptIn).execute(lead, { optInId, version: await versionNow() }));
  if (upTo !== 'approved') await givenSigned(actor, frameworkId, upTo === 'countersigned');
  return optInId;
};

const givenSigned = async (actor: Actor, frameworkId: string, countersigned: boolean): Promise<void> => {
  const agreements = app.get(ReadAgreements);
  const { agreement, text } = await read(actor, async (tx) => {
    const agreement = (await agreements.page(tx, null, { limit: 50, after: null })).find(
      (one) => one.frameworkId === frameworkId,
    );
    if (!agreement) throw new Error('no agreement was sent');
    return { agreement, text: await agreements.textOf(tx, agreement) };
  });
  const said = { version: text.version, textSha256: text.sha256, role: 'Director', confirmsAuthority: true };
  valueOf(await app.get(SignAgreement).execute(actor, { agreementId: agreement.id, ...said }));
  if (countersigned)
    valueOf(
      await app.get(CountersignAgreement).execute(lead, { agreementId: agreement.id, role: 'Head of Legal' }),
    );
};

const terms = {
  startsOn: localDate('2026-05-01'),
  endsOn: localDate('2027-04-30'),
  value: '1000.00',
  items: [],
};
const award = (
  actor: Actor,
  offeringId: string | undefined,
  change: Partial<typeof terms> & { idempotencyKey?: string } = {},
) =>
  app
    .get(AwardCallOff)
    .execute(actor, { offeringId: offeringId ?? '', ...terms, idempotencyKey: newId(), ...change });
const callOffOf = async (actor: Actor, id: string): Promise<CallOff> => {
  const callOff = await read(actor, (tx) => app.get(ReadCallOffs).byId(tx, id));
  if (callOff === null) throw new Error('no such call-off');
  return callOff;
};
const ceilingOf = async (frameworkId: string): Promise<bigint> =>
  (await read(lead, (tx) => app.get(ReadCatalogue).ceiling(tx, frameworkId)))?.committedPence ?? -1n;
const memberAt = (index: number): Actor => tenant(members[index] ?? '');

describe('an award', () => {
  it('keeps the call-off, why it was lawful, and what it took', async () => {
    const given = await givenFramework({ ceiling: 10_000_00n });
    const actor = memberAt(0);
    const optInId = await givenOptIn(actor, given);
    const { callOffId } = valueOf(await award(actor, given.offeringIds[0], { value: '2500.50' }));

    const callOff = await callOffOf(actor, callOffId);
    expect(callOff).toMatchObject({
      ...{
        tenantId: members[0],
        leadId,
        revision: 1,
        frameworkId: given.frameworkId,
        offeringId: given.offeringIds[0],
      },
      ...{ optInId, state: 'AWARDED', startsOn: '2026-05-01', endsOn: '2027-04-30', valuePence: 2_500_50n },
      awardedBy: actor.identity.personId,
    });
    expect(callOff.reference).toMatch(/^CO-\d{6}-01$/);
    expect(await ceilingOf(given.frameworkId)).toBe(2_500_50n);
    const record = await read(actor, (tx) => app.get(ReadCallOffs).complianceRecord(tx, callOff));
    expect(record).toMatchObject({
      ...{ route: 'DIRECT_AWARD', noticeReference: '2026/S 000-000001', ceilingPence: 10_000_00n },
      ...{ committedBeforePence: 0n, committedAfterPence: 2_500_50n },
      ...{ decisionReference: 'CAB/1', decisionEffectiveOn: '2026-04-28' },
      details: {
        eligibility: {
          result: 'ELIGIBLE',
          reasons: [
            { code: 'NAMED', sentence: 'Ashbeck Borough Council is named in notice 2026/S 000-000001.' },
          ],
        },
        decision: { decidedBy: 'Cabinet', publishedOn: '2026-04-20', exemptReason: null },
      },
    });
    const kept = await admin.query('select result from eligibility_check where id = $1', [
      record?.eligibilityCheckId,
    ]);
    expect(kept.rows).toEqual([{ result: 'ELIGIBLE' }]);
    const chain = await read(actor, (tx) =>
      verifyChain(tx, { kind: 'tenant', tenantId: members[0] ?? '', leadId }),
    );
    expect(chain).toMatchObject({ fault: null });
    const { rows } = await admin.query<{ action: string }>(
      'select action from tenant_audit where tenant_id = $1 and lead_id = $2 and subject_id = $3',
      [members[0], leadId, callOffId],
    );
    expect(rows).toEqual([{ action: 'callOff.award' }]);
  });

  it('completes the opt-in with its last service', async () => {
    const given = await givenFramework({ offerings: 2 });
    const actor = memberAt(0);
    const optInId = await givenOptIn(actor, given);
    valueOf(await award(actor, given.offeringIds[0]));
    expect(await optInOf(actor, optInId)).toMatchObject({ state: 'APPROVED' });
    valueOf(await award(actor, given.offeringIds[1]));
    const done = await optInOf(actor, optInId);
    expect([done.state, done.offerings.map(({ open }) => open)]).toEqual(['CONVERTED', [false, false]]);
  });

  it('happens once for a key', async () => {
    const given = await givenFramework();
    const actor = memberAt(1);
    await givenOptIn(actor, given);
    const idempotencyKey = newId();
    const first = valueOf(await award(actor, given.offeringIds[0], { idempotencyKey }));
    expect(valueOf(await award(actor, given.offeringIds[0], { idempotencyKey }))).toEqual(first);
    expect(
      await refusedWithoutTrace(() => award(actor, given.offeringIds[0], { idempotencyKey, value: '1.00' })),
    ).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await ceilingOf(given.frameworkId)).toBe(1_000_00n);
  });

  it('never passes the ceiling, however many come at once', async () => {
    const given = await givenFramework({ ceiling: 3_500_00n, offerings: 4 });
    const actors = [memberAt(0), memberAt(1)];
    for (const actor of actors) await givenOptIn(actor, given);
    const results = await Promise.all(
      actors.flatMap((actor) => given.offeringIds.map((offeringId) => award(actor, offeringId))),
    );
    expect(results.flatMap(codesOf)).toEqual(Array.from({ length: 5 }, () => 'CEILING_EXCEEDED'));
    expect(await ceilingOf(given.frameworkId)).toBe(3_000_00n);
    const { rows } = await admin.query<{ number: number; before: string; after: string }>(
      `select committed_before_pence as before, committed_after_pence as after from compliance_record
       join call_off on id = call_off_id where framework_id = $1 order by committed_before_pence`,
      [given.frameworkId],
    );
    expect(rows).toEqual([
      { before: '0', after: '100000' },
      { before: '100000', after: '200000' },
      { before: '200000', after: '300000' },
    ]);
    // What fits exactly is taken; a penny more is not.
    const refused = results.findIndex((result) => !result.ok);
    const actor = actors[Math.floor(refused / 4)] as Actor;
    const offeringId = given.offeringIds[refused % 4];
    expect(messagesOf(await award(actor, offeringId, { value: '500.01' }))).toEqual([
      'This call-off is worth £500.01. The framework has £500 left of its £3,500 ceiling. Reduce the value or contact the framework team.',
    ]);
    valueOf(await award(actor, offeringId, { value: '500.00' }));
    expect(await ceilingOf(given.frameworkId)).toBe(3_500_00n);
  });

  it('numbers call-offs without a gap, refused ones among them', async () => {
    const given = await givenFramework({ ceiling: 3_000_00n, offerings: 3 });
    const actors = [memberAt(2), memberAt(3)];
    for (const actor of actors) await givenOptIn(actor, given);
    const numbers = async () => {
      const { rows } = await admin.query<{ reference: string }>(
        'select reference from call_off where lead_id = $1',
        [leadId],
      );
      return rows.map(({ reference }) => Number(reference.slice(3, 9))).sort((a, b) => a - b);
    };
    const before = await numbers();
    await Promise.all(
      actors.flatMap((actor) => given.offeringIds.map((offeringId) => award(actor, offeringId))),
    );
    const after = await numbers();
    expect(after).toHaveLength(before.length + 3);
    expect(after).toEqual(after.map((_, index) => index + 1));
  });

  it('is one for one service and day, however many come at once', async () => {
    const given = await givenFramework();
    const actor = memberAt(2);
    await givenOptIn(actor, given);
    const results = await Promise.all(
      ['2026-05-01', '2026-06-01', '2027-04-30', '2026-03-01', '2026-05-01', '2026-05-02'].map((startsOn) =>
        award(actor, given.offeringIds[0], {
          startsOn: localDate(startsOn),
          endsOn: localDate('2027-05-31'),
        }),
      ),
    );
    expect(results.flatMap(codesOf)).toEqual(Array.from({ length: 5 }, () => 'CALLOFF_OVERLAP'));
    expect(await ceilingOf(given.frameworkId)).toBe(1_000_00n);
  });

  it('names the call-off that is in the way, and takes the day after it', async () => {
    const given = await givenFramework();
    const actor = memberAt(3);
    await givenOptIn(actor, given);
    const { callOffId } = valueOf(await award(actor, given.offeringIds[0]));
    const { reference } = await callOffOf(actor, callOffId);
    const next = { startsOn: localDate('2027-04-30'), endsOn: localDate('2028-04-29') };
    const before = await fingerprint();
    expect(messagesOf(await award(actor, given.offeringIds[0], next))).toEqual([
      `You already have Service 1 from 1 May 2026 to 30 April 2027 (${reference}). Choose a start date after that or vary the existing call-off.`,
    ]);
    expect(await fingerprint()).toBe(before);
    valueOf(await award(actor, given.offeringIds[0], { ...next, startsOn: localDate('2027-05-01') }));
    const another = memberAt(4);
    await givenOptIn(another, given);
    valueOf(await award(another, given.offeringIds[0]));
  });

  it('stands on an approved opt-in of the same body for the same service', async () => {
    const given = await givenFramework({ offerings: 2 });
    const [first = '', second = ''] = given.offeringIds;
    const actor = memberAt(0);
    const attempt = (offeringId: string) => refusedWithoutTrace(() => award(actor, offeringId));
    expect(await attempt(first)).toEqual(['CALLOFF_NOT_OPTED_IN']);
    await givenOptIn(actor, { ...given, offeringIds: [first] }, 'started');
    expect(await attempt(first)).toEqual(['OPTIN_NOT_APPROVED']);
    await givenOptIn(memberAt(1), given);
    expect(await attempt(second)).toEqual(['CALLOFF_NOT_OPTED_IN']);
    expect(await attempt(newId())).toEqual(['NOT_FOUND']);
  });

  it('stands on an agreement that both have signed', async () => {
    const given = await givenFramework();
    const actor = memberAt(4);
    await givenOptIn(actor, given, 'approved');
    const attempt = async () => {
      const before = await fingerprint();
      const messages = messagesOf(await award(actor, given.offeringIds[0]));
      expect(await fingerprint()).toBe(before);
      return messages;
    };
    const waiting = (whom: string) =>
      `The access agreement is waiting for ${whom}. You can award the call-off after that.`;
    expect(await attempt()).toEqual([waiting('Tarnside Borough Council to sign')]);
    await givenSigned(actor, given.frameworkId, false);
    expect(await attempt()).toEqual([waiting('Northmere County Council to countersign')]);
  });

  it('waits for the schedule and the decision that were to follow', async () => {
    const given = await givenFramework({ personalData: true });
    const actor = memberAt(0);
    await givenOptIn(actor, given);
    const second = await givenFramework({ personalData: true });
    const optInId = await givenOptIn(actor, second, 'approved', {
      INFORMATION: { schedule: 'TO_FOLLOW' },
      AUTHORITY: { decision: 'TO_FOLLOW' },
    });
    const attempt = () => refusedWithoutTrace(() => award(actor, second.offeringIds[0]));
    expect(await attempt()).toEqual(['AGREEMENT_UNSIGNED', 'DPA_MISSING', 'DECISION_MISSING']);
    const called = { ...answers.AUTHORITY, effectiveOn: '2026-05-02' };
    valueOf(await saveTask(actor, optInId, 'AUTHORITY', called));
    expect(await attempt()).toEqual(['AGREEMENT_UNSIGNED', 'DPA_MISSING', 'DECISION_IN_CALL_IN']);
    valueOf(await saveTask(actor, optInId, 'AUTHORITY', answers.AUTHORITY));
    valueOf(await saveTask(actor, optInId, 'INFORMATION', answers.INFORMATION));
    expect(codesOf(await saveTask(actor, optInId, 'INFORMATION', { schedule: 'TO_FOLLOW' }))).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
    expect(codesOf(await saveTask(actor, optInId, 'AUTHORITY', { decision: 'TO_FOLLOW' }))).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
    await givenSigned(actor, second.frameworkId, true);
    valueOf(await award(actor, second.offeringIds[0]));
  });

  it('refuses terms that the framework and the lot do not allow, all at once', async () => {
    const given = await givenFramework({ directAwardLimitPence: 5_000_00n });
    const actor = memberAt(1);
    await givenOptIn(actor, given);
    const bad = { startsOn: localDate('2026-01-31'), endsOn: localDate('2028-01-31'), value: '5000.01' };
    expect(await refusedWithoutTrace(() => award(actor, given.offeringIds[0], bad))).toEqual([
      'START_IN_PAST',
      'TERM_OVER_MAXIMUM',
      'VALUE_OVER_ROUTE_LIMIT',
    ]);
    const backwards = { endsOn: localDate('2026-05-01') };
    expect(await refusedWithoutTrace(() => award(actor, given.offeringIds[0], backwards))).toEqual([
      'END_BEFORE_START',
    ]);
  });

  it('is for services that are open, in a framework that is live, by bodies that are eligible', async () => {
    const given = await givenFramework({ offerings: 2, endsOn: '2027-03-31' });
    const [open = '', closed = ''] = given.offeringIds;
    const actor = memberAt(2);
    await givenOptIn(actor, given);
    valueOf(await app.get(SuspendOffering).execute(lead, { offeringId: closed }));
    expect(await refusedWithoutTrace(() => award(actor, closed))).toEqual(['LOT_CLOSED']);
    // The register is corrected after the approval: the same rule is enforced again at the award.
    await admin.query('delete from eligibility_rule where framework_id = $1 and body_id = $2', [
      given.frameworkId,
      members[2],
    ]);
    expect(await refusedWithoutTrace(() => award(actor, open))).toEqual(['BODY_NOT_ELIGIBLE']);
    await setClock('2027-04-01');
    const later = { startsOn: localDate('2027-04-01'), endsOn: localDate('2027-09-30') };
    expect(await refusedWithoutTrace(() => award(actor, open, later))).toEqual(['FRAMEWORK_EXPIRED']);
  });
});

describe('purchase orders', () => {
  it('are recorded once each, and quoted by date', async () => {
    const given = await givenFramework();
    const actor = memberAt(3);
    await givenOptIn(actor, given);
    const { callOffId } = valueOf(await award(actor, given.offeringIds[0]));
    const callOff = await callOffOf(actor, callOffId);
    const quoted = (date: string) =>
      read(lead, async (tx) => {
        const orders = await app.get(ReadCallOffs).purchaseOrdersOf(tx, callOff);
        const order = orderCovering(orders, { callOffId, date: localDate(date) });
        return order && (order.number ?? 'exempt');
      });
    const blank = { callOffId, exempt: false, value: null, startsOn: null, endsOn: null };
    const record = (number: string | null, change: object = {}) =>
      app.get(RecordPurchaseOrder).execute(actor, { ...blank, number, idempotencyKey: newId(), ...change });

    expect(await quoted('2026-05-01')).toBeNull();
    valueOf(await record(' 4500012345 ', { value: '1200.00', endsOn: localDate('2026-12-31') }));
    expect([await quoted('2026-04-30'), await quoted('2026-12-31'), await quoted('2027-01-01')]).toEqual([
      null,
      '4500012345',
      null,
    ]);
    expect(await refusedWithoutTrace(() => record('4500012345'))).toEqual(['PO_DUPLICATE']);
    expect(await refusedWithoutTrace(() => record(null))).toEqual(['FIELD_REQUIRED']);
    valueOf(await record(null, { exempt: true, startsOn: localDate('2027-01-01') }));
    expect(await quoted('2027-01-01')).toBe('exempt');
    const stranger = () =>
      app.get(RecordPurchaseOrder).execute(memberAt(4), { ...blank, number: 'X1', idempotencyKey: newId() });
    expect(await refusedWithoutTrace(stranger)).toEqual(['NOT_FOUND']);
    const together = await Promise.all([record('SAME'), record('SAME'), record('SAME')]);
    expect(together.flatMap(codesOf)).toEqual(['PO_DUPLICATE', 'PO_DUPLICATE']);
  });
});

describe('reading', () => {
  it('shows a member its own call-offs and the lead authority those of its members', async () => {
    await setClock('2026-05-03');
    const given = await givenFramework();
    const [one, two] = [memberAt(0), memberAt(1)];
    await givenOptIn(one, given);
    await givenOptIn(two, given);
    const first = valueOf(await award(one, given.offeringIds[0])).callOffId;
    const second = valueOf(await award(two, given.offeringIds[0])).callOffId;
    const reader = app.get(ReadCallOffs);
    const ids = [first, second, newId()];
    const seenBy = (actor: Actor) =>
      read(actor, async (tx) => (await reader.byIds(tx, ids)).map(({ id }) => id));
    expect(await seenBy(one)).toEqual([first]);
    expect(await seenBy(two)).toEqual([second]);
    expect(await seenBy(lead)).toEqual([first, second].sort());
    expect(await seenBy(person(members[4] ?? '', 'LEAD'))).toEqual([]);
    expect(await read(two, (tx) => reader.byId(tx, first))).toBeNull();

    const page = { limit: 1, after: null };
    expect(
      (await read(one, (tx) => reader.ofTenant(tx, members[0] ?? '', page))).map(({ id }) => id),
    ).toEqual([first]);
    expect(await read(one, (tx) => reader.ofTenant(tx, members[1] ?? '', page))).toEqual([]);
    const [newest] = await read(lead, (tx) => reader.ofLead(tx, leadId, page));
    expect(newest?.id).toBe(second);
    const after = [newest?.awardedAt.toISOString() ?? '', newest?.id ?? ''];
    expect(
      (await read(lead, (tx) => reader.ofLead(tx, leadId, { limit: 1, after }))).map(({ id }) => id),
    ).toEqual([first]);
    expect(await read(lead, (tx) => reader.tenantsWithCallOffs(tx, leadId))).toEqual([...members].sort());
    const all = await read(lead, (tx) => reader.allOf(tx, { tenantId: members[0] ?? '', leadId }));
    expect(all.at(-1)?.id).toBe(first);
    const firstDay = (actor: Actor) => read(actor, (tx) => reader.firstDay(tx));
    expect(await firstDay(one)).toBe(all.map(({ startsOn }) => startsOn).sort()[0]);
    const [of1, of2] = [await firstDay(one), await firstDay(two)];
    expect([of1, of2]).toContain(await firstDay(lead));
    expect(await firstDay(person(members[4] ?? '', 'LEAD'))).toBeNull();
    expect(new Set(all.map(({ tenantId }) => tenantId))).toEqual(new Set([members[0]]));
  });
});
