import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { AppointLead, DirectoryModule, FindBody, LoadRegister } from '#libs/directory';
import { localDate, ok, type Pence, type Result } from '#libs/kernel';
import {
  Actor,
  newId,
  type Capacity,
  PlatformModule,
  readConfig,
  UnitOfWork,
  verifyChain,
} from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import {
  AddEligibilityRule,
  AddLot,
  AddMeter,
  AddPriceVersion,
  CatalogueModule,
  CommitToCeiling,
  CreateFramework,
  CreateOffering,
  PublishFramework,
  PublishOffering,
  ReadCatalogue,
  ReleaseFromCeiling,
  WithdrawPriceVersion,
  type CeilingMode,
  type CeilingPosition,
} from './index.js';

let database: TestDatabase;
let app: TestingModule;
let admin: pg.Client;
let owner: pg.Client;
let work: UnitOfWork;
let lead: Actor;
let otherLead: Actor;
let tenants: readonly Actor[];
let leadId: string;
let memberId: string;

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok)
    throw new Error(result.refusals.map(({ code, message }) => `${code}: ${message}`).join(' '));
  return result.value;
};
const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);
const person = (bodyId: string | null, capacity: Capacity) =>
  Actor.person({ personId: newId(), bodyId, capacity, roles: [], requestId: null });
const setClock = (instant: string) =>
  admin.query('update clock_setting set shift_ms = $1', [Date.parse(instant) - Date.now()]);

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await admin.connect();
  await owner.connect();
  const config = readConfig({
    NODE_ENV: 'test',
    APP_DATABASE_URL: database.appUrl,
    SMTP_URL: 'smtp://127.0.0.1:1',
    ACCEDE_DEMO: '1',
    LOG_LEVEL: 'silent',
  });
  const entities = [...DirectoryModule.entities, ...CatalogueModule.entities];
  app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, entities), DirectoryModule, CatalogueModule],
  }).compile();
  work = app.get(UnitOfWork);
  await setClock('2026-05-01T09:00:00Z');
  valueOf(await app.get(LoadRegister).execute());
  const codes = ['INV-NORTHMERE', 'INV-WESTERLOW', 'INV-ASHBECK', 'INV-CALDERWICK', 'INV-FENHOLLOW'];
  const bodies = await work.read(Actor.visitor(), async (tx) => {
    const found = [];
    for (const code of codes) found.push((await app.get(FindBody).byCode(tx, code))?.id ?? '');
    return found;
  });
  const [northmere = '', westerlow = '', ...districts] = bodies;
  leadId = northmere;
  memberId = districts[0] ?? '';
  lead = person(northmere, 'LEAD');
  otherLead = person(westerlow, 'LEAD');
  tenants = districts.map((id) => person(id, 'TENANT'));
  const operator = person(null, 'PLATFORM');
  for (const [bodyId, invoicePrefix] of [
    [northmere, 'NCC'],
    [westerlow, 'WCC'],
  ] as const) {
    const approver = { email: `approver@${invoicePrefix.toLowerCase()}.example`, name: 'An approver' };
    const command = { bodyId, invoicePrefix, approver, idempotencyKey: newId() };
    valueOf(await app.get(AppointLead).execute(operator, command));
  }
});

afterAll(async () => {
  await owner.end();
  await admin.end();
  await app.close();
  await database.drop();
});

const newFramework = async (ceiling: Pence, ceilingMode: CeilingMode = 'BLOCK'): Promise<string> => {
  const created = await app.get(CreateFramework).execute(lead, {
    reference: `F-${newId()}`,
    title: 'Shared services',
    summary: 'Payroll and more.',
    regime: 'PA2023',
    agreementType: 'CLOSED_FRAMEWORK',
    noticeReference: '2026/S 000-000001',
    startsOn: localDate('2026-04-01'),
    endsOn: localDate('2030-03-31'),
    termReason: null,
    ceilingMode,
    ceiling,
    idempotencyKey: newId(),
  });
  return valueOf(created).frameworkId;
};

const addLot = async (frameworkId: string): Promise<string> =>
  valueOf(
    await app
      .get(AddLot)
      .execute(lead, { frameworkId, title: 'Payroll', directAwardLimitPence: null, idempotencyKey: newId() }),
  ).lotId;

const publishedFramework = async (ceiling: Pence, mode: CeilingMode = 'BLOCK') => {
  const frameworkId = await newFramework(ceiling, mode);
  const lotId = await addLot(frameworkId);
  const rule = {
    kind: 'NAMED',
    bodyId: memberId,
    frameworkId,
    reason: null,
    idempotencyKey: newId(),
  } as const;
  valueOf(await app.get(AddEligibilityRule).execute(lead, rule));
  valueOf(await app.get(PublishFramework).execute(lead, { frameworkId }));
  return { frameworkId, lotId };
};

const draftOffering = async (lotId: string) => {
  const { offeringId } = valueOf(
    await app.get(CreateOffering).execute(lead, {
      lotId,
      title: 'Payroll Core',
      summary: 'Payslips and returns.',
      included: ['Payslips'],
      notIncluded: [],
      youMust: [],
      personalData: true,
      vatTreatment: 'STANDARD',
      idempotencyKey: newId(),
    }),
  );
  const meter = {
    offeringId,
    code: 'payslips',
    title: 'payslips',
    unit: 'payslip',
    aggregation: 'SUM',
    charge: 'USAGE',
    timing: 'ARREARS',
    fedBy: 'EVENTS',
    typicalPerThousand: null,
  } as const;
  const { meterId } = valueOf(await app.get(AddMeter).execute(lead, { ...meter, idempotencyKey: newId() }));
  return { offeringId, meterId };
};

const addPrice = (meterId: string, startsOn: string, unit: string) =>
  app.get(AddPriceVersion).execute(lead, {
    meterId,
    startsOn: localDate(startsOn),
    price: { model: 'perUnit', unit },
    idempotencyKey: newId(),
  });

describe('the ceiling', () => {
  const award = (tenant: Actor, frameworkId: string, amount: Pence, overrideReason: string | null = null) =>
    work.run(tenant.withLead(leadId), (tx) =>
      app.get(CommitToCeiling).within(tx, { frameworkId, amount, overrideReason }),
    );
  const committed = async (frameworkId: string): Promise<bigint | undefined> =>
    (await work.read(Actor.visitor(), (tx) => app.get(ReadCatalogue).ceiling(tx, frameworkId)))
      ?.committedPence;
  const atOnce = (frameworkId: string, amounts: readonly Pence[]) =>
    Promise.all(
      amounts.map((amount, i) => {
        const tenant = tenants[i % tenants.length];
        if (!tenant) throw new Error('no tenant');
        return award(tenant, frameworkId, amount);
      }),
    );

  it('is used to the last award that fits when 8 come at once', async () => {
    const { frameworkId } = await publishedFramework(1000n);
    const results = await atOnce(
      frameworkId,
      Array.from({ length: 8 }, () => 300n),
    );
    const positions = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(positions.map(({ committedAfter }) => committedAfter).sort((a, b) => Number(a - b))).toEqual([
      300n,
      600n,
      900n,
    ]);
    expect(
      positions.every(({ committedBefore, committedAfter }) => committedAfter - committedBefore === 300n),
    ).toBe(true);
    expect(results.flatMap(codesOf)).toEqual(Array.from({ length: 5 }, () => 'CEILING_EXCEEDED'));
    expect(await committed(frameworkId)).toBe(900n);
  });

  it('equals the sum of the awards that went through, round after round', async () => {
    const { frameworkId } = await publishedFramework(20_000n);
    let sum = 0n;
    for (let round = 0; round < 4; round += 1) {
      const amounts = Array.from({ length: 8 }, (_, i) => BigInt(1 + (((round * 8 + i) * 7919) % 1500)));
      const results = await atOnce(frameworkId, amounts);
      results.forEach((result, i) => (sum += result.ok ? (amounts[i] ?? 0n) : 0n));
      expect(await committed(frameworkId)).toBe(sum);
      expect(sum <= 20_000n).toBe(true);
      const left = 20_000n - sum;
      expect(results.every((result, i) => result.ok || (amounts[i] ?? 0n) > left)).toBe(true);
    }
    expect(sum > 18_500n).toBe(true);
  });

  it('gets back what an award took that was not made in the end', async () => {
    const { frameworkId } = await publishedFramework(1000n);
    const tenant = tenants[0] ?? lead;
    const broken = work.run(tenant.withLead(leadId), async (tx): Promise<Result<CeilingPosition>> => {
      await app.get(CommitToCeiling).within(tx, { frameworkId, amount: 1000n });
      throw new Error('the award broke');
    });
    await expect(broken).rejects.toThrow('the award broke');
    expect(await committed(frameworkId)).toBe(0n);
  });

  it('is passed only with a reason, and only where the framework lets an approver', async () => {
    const tenant = tenants[0] ?? lead;
    const { frameworkId: strict } = await publishedFramework(1000n);
    expect(codesOf(await award(tenant, strict, 1001n, 'The board agreed.'))).toEqual(['CEILING_EXCEEDED']);
    const { frameworkId: lenient } = await publishedFramework(1000n, 'OVERRIDE');
    expect(codesOf(await award(tenant, lenient, 1001n))).toEqual(['CEILING_EXCEEDED']);
    expect(valueOf(await award(tenant, lenient, 1001n, 'The board agreed.'))).toEqual({
      ceilingPence: 1000n,
      committedBefore: 0n,
      committedAfter: 1001n,
      nearly: true,
    });
  });

  it('takes back what is released, and never more than was taken', async () => {
    const { frameworkId } = await publishedFramework(1000n);
    valueOf(await award(tenants[0] ?? lead, frameworkId, 800n));
    const release = (amount: Pence) =>
      work.run(lead, (tx) => app.get(ReleaseFromCeiling).within(tx, { frameworkId, amount }));
    expect(valueOf(await release(300n))).toEqual({
      ceilingPence: 1000n,
      committedBefore: 800n,
      committedAfter: 500n,
      nearly: false,
    });
    await expect(release(501n)).rejects.toThrow(RangeError);
    expect(await committed(frameworkId)).toBe(500n);
  });

  it('of another lead authority answers like one that does not exist', async () => {
    const { frameworkId } = await publishedFramework(1000n);
    const { bodyId } = otherLead.identity;
    const tenant = (tenants[0] ?? lead).withLead(bodyId ?? '');
    const foreign = await work.run(tenant, (tx) =>
      app.get(CommitToCeiling).within(tx, { frameworkId, amount: 1n }),
    );
    expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
    expect(await committed(frameworkId)).toBe(0n);
  });
});

describe('a price version in the database', () => {
  const published = async () => {
    const { lotId } = await publishedFramework(1000n);
    const { offeringId, meterId } = await draftOffering(lotId);
    const { priceVersionId: started } = valueOf(await addPrice(meterId, '2026-04-01', '4.42'));
    valueOf(await app.get(PublishOffering).execute(lead, { offeringId }));
    const { priceVersionId: coming } = valueOf(await addPrice(meterId, '2026-09-01', '5'));
    return { meterId, started, coming };
  };
  const asService = async (sql: string, id: string): Promise<void> => {
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      await client.query(`select set_config('app.lead_id', $1, false)`, [leadId]);
      await client.query(sql, [id]);
    } finally {
      await client.end();
    }
  };
  const asOwner = async (sql: string, id: string): Promise<void> => {
    await owner.query(`select set_config('app.lead_id', $1, false)`, [leadId]);
    await owner.query(sql, [id]);
  };
  const row = async (id: string): Promise<unknown> =>
    (await admin.query('select * from price_version where id = $1', [id])).rows[0];

  it.each([
    ['price', `update price_version set price = '{"model":"perUnit","unit":"0.01"}' where id = $1`],
    ['start', `update price_version set starts_on = '2027-01-01' where id = $1`],
    ['meter', 'update price_version set meter_id = gen_random_uuid() where id = $1'],
    ['version', 'update price_version set version = 99 where id = $1'],
    ['existence', 'delete from price_version where id = $1'],
  ])('keeps its %s, whoever asks', async (_, sql) => {
    const { started, coming } = await published();
    for (const id of [started, coming]) {
      const before = await row(id);
      await expect(asService(sql, id)).rejects.toThrow('permission denied');
      await expect(asOwner(sql, id)).rejects.toThrow('a price version never changes and is never deleted');
      expect(await row(id)).toEqual(before);
    }
  });

  it('is not withdrawn once it started, not brought back, and not hidden again', async () => {
    const { started, coming } = await published();
    const withdraw = `update price_version set withdrawn_at = timestamptz '2026-08-31 22:59:59Z' where id = $1`;
    await expect(asService(withdraw, started)).rejects.toThrow('price_version_withdrawn_in_time');
    const late = `update price_version set withdrawn_at = timestamptz '2026-08-31 23:00:00Z' where id = $1`;
    await expect(asService(late, coming)).rejects.toThrow('price_version_withdrawn_in_time');
    await asService(withdraw, coming);
    const never = /never changes/;
    await expect(
      asService('update price_version set withdrawn_at = null where id = $1', coming),
    ).rejects.toThrow(never);
    await expect(
      asService('update price_version set published = false where id = $1', started),
    ).rejects.toThrow(never);
  });

  it('is not emptied with its table', async () => {
    await expect(owner.query('truncate price_version cascade')).rejects.toThrow(
      'price_version is append-only',
    );
  });

  it('is the only one that starts on its day, also when two are added at once', async () => {
    const { meterId } = await published();
    const results = await Promise.all([
      addPrice(meterId, '2026-10-01', '1'),
      addPrice(meterId, '2026-10-01', '2'),
    ]);
    expect(results.flatMap(codesOf)).toEqual(['PRICE_OVERLAP']);
  });

  it('is refused when it says itself what part of a period counts, and nothing is kept', async () => {
    const { meterId, started, coming } = await published();
    const price = { model: 'flat', amount: '290', prorate: { days: 26, of: 29 } };
    const startsOn = localDate('2026-10-01');
    const add = () =>
      app.get(AddPriceVersion).execute(lead, { meterId, startsOn, price, idempotencyKey: newId() });
    const refused = await add();
    expect(refused.ok ? [] : refused.refusals.map(({ code, path }) => [code, path])).toEqual([
      ['FIELD_UNKNOWN', ['price', 'prorate']],
    ]);
    const { rows } = await admin.query<{ id: string }>(
      'select id from price_version where meter_id = $1 order by version',
      [meterId],
    );
    expect(rows.map(({ id }) => id)).toEqual([started, coming]);
  });

  it('is read back as it was added, withdrawn ones left out', async () => {
    const { meterId, started, coming } = await published();
    const read = () =>
      work.read(Actor.visitor(), (tx) => app.get(ReadCatalogue).priceVersions(tx, [meterId]));
    expect((await read()).map(({ id, version, startsOn }) => [id, version, startsOn])).toEqual([
      [started, 1, '2026-04-01'],
      [coming, 2, '2026-09-01'],
    ]);
    valueOf(await app.get(WithdrawPriceVersion).execute(lead, { priceVersionId: coming }));
    expect((await read()).map(({ id }) => id)).toEqual([started]);
    valueOf(await addPrice(meterId, '2026-09-01', '6'));
    expect(
      (await read()).map(({ version, price }) => [
        version,
        price.model === 'perUnit' && price.unit.toString(),
      ]),
    ).toEqual([
      [1, '4.42'],
      [3, '6'],
    ]);
  });
});

describe('drafts', () => {
  it("are their lead authority's alone until they are published", async () => {
    const frameworkId = await newFramework(1000n);
    const lotId = await addLot(frameworkId);
    const { offeringId, meterId } = await draftOffering(lotId);
    valueOf(await addPrice(meterId, '2026-04-01', '4.42'));
    const catalogue = app.get(ReadCatalogue);
    const seenBy = (actor: Actor) =>
      work.read(actor, async (tx) => [
        await catalogue.framework(tx, frameworkId),
        await catalogue.ceiling(tx, frameworkId),
        await catalogue.lot(tx, lotId),
        await catalogue.offering(tx, offeringId),
        await catalogue.meter(tx, meterId),
        (await catalogue.priceVersions(tx, [meterId]))[0] ?? null,
      ]);
    const outsiders = [Actor.visitor(), tenants[0] ?? lead, otherLead];
    for (const actor of outsiders) expect(await seenBy(actor)).toEqual([null, null, null, null, null, null]);
    expect((await seenBy(lead)).every((row) => row !== null)).toBe(true);

    const rule = {
      kind: 'CATEGORY',
      category: { counties: ['LAN'] },
      label: 'councils in Lancashire',
    } as const;
    const added = { ...rule, frameworkId, reason: null, idempotencyKey: newId() };
    valueOf(await app.get(AddEligibilityRule).execute(lead, added));
    valueOf(await app.get(PublishFramework).execute(lead, { frameworkId }));
    for (const actor of outsiders) {
      const seen = (await seenBy(actor)).map((row) => row !== null);
      expect(seen).toEqual([true, true, true, false, false, false]);
    }
    valueOf(await app.get(PublishOffering).execute(lead, { offeringId }));
    for (const actor of outsiders) expect((await seenBy(actor)).every((row) => row !== null)).toBe(true);
  });

  it('are not changed by another lead authority, for whom they do not exist', async () => {
    const frameworkId = await newFramework(1000n);
    const lotId = await addLot(frameworkId);
    const { offeringId, meterId } = await draftOffering(lotId);
    const idempotencyKey = newId();
    const refused = [
      await app.get(PublishFramework).execute(otherLead, { frameworkId }),
      await app
        .get(AddLot)
        .execute(otherLead, { frameworkId, title: 'x', directAwardLimitPence: null, idempotencyKey }),
      await app.get(PublishOffering).execute(otherLead, { offeringId }),
      await app.get(AddMeter).execute(otherLead, {
        offeringId,
        code: 'xx',
        title: 'x',
        unit: 'x',
        aggregation: 'SUM',
        charge: 'USAGE',
        timing: 'ARREARS',
        fedBy: 'EVENTS',
        typicalPerThousand: null,
        idempotencyKey,
      }),
      await app.get(AddPriceVersion).execute(otherLead, {
        meterId,
        startsOn: localDate('2027-01-01'),
        price: { model: 'flat', amount: '1' },
        idempotencyKey,
      }),
    ];
    expect(refused.flatMap(codesOf)).toEqual(refused.map(() => 'NOT_FOUND'));
  });
});

describe('the audit chain of the lead authority', () => {
  it('has a record for every change, and holds', async () => {
    const report = await work.run(lead, async (tx) => ok(await verifyChain(tx, { kind: 'lead', leadId })));
    expect(valueOf(report).fault).toBeNull();
    const { rows } = await admin.query<{ action: string; changes: string; records: string }>(
      `select 'framework.create' as action, (select count(*) from framework where lead_id = $1) as changes,
              (select count(*) from lead_audit where lead_id = $1 and action = 'framework.create') as records
       union all select 'lot.add', (select count(*) from lot where lead_id = $1),
              (select count(*) from lead_audit where lead_id = $1 and action = 'lot.add')
       union all select 'eligibility-rule.add', (select count(*) from eligibility_rule where lead_id = $1),
              (select count(*) from lead_audit where lead_id = $1 and action = 'eligibility-rule.add')
       union all select 'offering.create', (select count(*) from offering where lead_id = $1),
              (select count(*) from lead_audit where lead_id = $1 and action = 'offering.create')
       union all select 'meter.add', (select count(*) from meter where lead_id = $1),
              (select count(*) from lead_audit where lead_id = $1 and action = 'meter.add')
       union all select 'price-version.add', (select count(*) from price_version where lead_id = $1),
              (select count(*) from lead_audit where lead_id = $1 and action = 'price-version.add')`,
      [leadId],
    );
    for (const { action, changes, records } of rows) expect([action, records]).toEqual([action, changes]);
  });
});
