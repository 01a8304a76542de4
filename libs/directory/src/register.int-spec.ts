import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { type Result } from '#libs/kernel';
import { Actor, newId, PlatformModule, readConfig, UnitOfWork } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import {
  AddBody,
  AppointLead,
  DirectoryModule,
  FindBody,
  LoadRegister,
  type AddBodyCommand,
  type Body,
  type SearchPlace,
} from './index.js';

let database: TestDatabase;
let app: TestingModule;
let admin: pg.Client;
let work: UnitOfWork;
let find: FindBody;
let lead: Actor;
let otherLead: Actor;

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join(' '));
  return result.value;
};
const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => `${path.join('.')} ${code}`);

const start = async (demonstration: boolean): Promise<TestingModule> => {
  const config = readConfig({
    NODE_ENV: 'test',
    APP_DATABASE_URL: database.appUrl,
    SMTP_URL: 'smtp://127.0.0.1:1',
    ACCEDE_DEMO: demonstration ? '1' : '0',
    LOG_LEVEL: 'silent',
  });
  return Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, DirectoryModule.entities), DirectoryModule],
  }).compile();
};

const asVisitor = <T>(read: Parameters<typeof work.read<T>>[1]): Promise<T> =>
  work.read(Actor.visitor(), read);
const byCode = async (code: string): Promise<Body> => {
  const body = await asVisitor((tx) => find.byCode(tx, code));
  if (body === null) throw new Error(`no body ${code}`);
  return body;
};
const namesFound = async (text: string, first = 100): Promise<readonly string[]> => {
  const found = await asVisitor((tx) => find.search(tx, text, { first, after: null }));
  return found.map(({ body }) => body.name);
};
const fingerprint = async (): Promise<string> => {
  const { rows } = await admin.query<{ digest: string }>(
    `select md5(string_agg(t, '|' order by t)) as digest from (
       select body::text as t from body union all select body_domain::text from body_domain
       union all select body_former_name::text from body_former_name
       union all select lead_audit::text from lead_audit union all select idempotency_receipt::text from idempotency_receipt) all_rows`,
  );
  return rows[0]?.digest ?? '';
};

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  app = await start(true);
  work = app.get(UnitOfWork);
  find = app.get(FindBody);
  valueOf(await app.get(LoadRegister).execute());
  const appoint = async (code: string, invoicePrefix: string): Promise<Actor> => {
    const { id: bodyId } = await byCode(code);
    const operator = Actor.person({
      personId: newId(),
      bodyId: null,
      capacity: 'PLATFORM',
      roles: [],
      requestId: null,
    });
    const approver = { email: `lead@${code.toLowerCase()}.example`, name: 'Lee Approver' };
    valueOf(
      await app
        .get(AppointLead)
        .execute(operator, { bodyId, invoicePrefix, approver, idempotencyKey: `appoint-${code}` }),
    );
    return Actor.person({
      personId: newId(),
      bodyId,
      capacity: 'LEAD',
      roles: ['LEAD_CATALOGUE_MANAGER'],
      requestId: null,
    });
  };
  lead = await appoint('INV-NORTHMERE', 'NCC');
  otherLead = await appoint('INV-WESTERLOW', 'WCC');
});

afterAll(async () => {
  await app.close();
  await admin.end();
  await database.drop();
});

describe('the register', () => {
  it('holds 470 authorities, 397 of them living, and the invented bodies', async () => {
    const { rows } = await admin.query(
      `select count(*) filter (where not invented)::int as real, count(*) filter (where invented)::int as invented,
              count(*) filter (where not invented and ended_on is null)::int as living from body`,
    );
    expect(rows).toEqual([{ real: 470, invented: 9, living: 397 }]);
  });

  it('loaded again changes nothing, and gives back what was changed', async () => {
    const before = await fingerprint();
    expect(valueOf(await app.get(LoadRegister).execute())).toEqual({ bodies: 479, changes: 0 });
    expect(await fingerprint()).toBe(before);

    await admin.query(`update body set name = 'Wrong', name_key = 'wrong' where code = 'LAN'`);
    await admin.query(`delete from body_domain where domain = 'burnley.gov.uk'`);
    await admin.query(
      `insert into body_domain (domain, body_id, source) select 'stale.gov.uk', id, 'REGISTER' from body where code = 'LAN'`,
    );
    await admin.query(`delete from body_former_name`);
    expect(valueOf(await app.get(LoadRegister).execute())).toEqual({ bodies: 479, changes: 5 });
    expect(await fingerprint()).toBe(before);
  });

  it('is the same when two load it at once', async () => {
    const before = await fingerprint();
    const loads = await Promise.all([app.get(LoadRegister).execute(), app.get(LoadRegister).execute()]);
    expect(loads.map((load) => valueOf(load).changes)).toEqual([0, 0]);
    expect(await fingerprint()).toBe(before);
  });

  it('gives a body the same id in every database', async () => {
    expect((await byCode('LAN')).id).toBe('37b5b87a-91e2-5f02-a007-8a13477a5182');
  });

  it('holds no invented body outside a demonstration', async () => {
    const own = database;
    database = await createTestDatabase();
    const real = await start(false);
    try {
      expect(valueOf(await real.get(LoadRegister).execute())).toEqual({ bodies: 470, changes: 470 + 653 });
      const invented = await real
        .get(UnitOfWork)
        .read(Actor.visitor(), (tx) => real.get(FindBody).byCode(tx, 'INV-ASHBECK'));
      expect(invented).toBeNull();
    } finally {
      await real.close();
      await database.drop();
      database = own;
    }
  });
});

describe('search', () => {
  it('puts the exact name first, then beginnings, then words, then the rest', async () => {
    expect(await namesFound('york')).toEqual([
      'York and North Yorkshire Mayoral Combined Authority',
      'City of York Council',
      'East Riding of Yorkshire Council',
      'Hull and East Yorkshire Mayoral Combined Authority',
      'North Yorkshire Council',
      'North Yorkshire County Council',
      'South Yorkshire Mayoral Combined Authority',
      'West Yorkshire Combined Authority',
    ]);
    expect((await namesFound('dorset council')).slice(0, 3)).toEqual([
      'Dorset Council',
      'Dorset County Council',
      'East Dorset District Council',
    ]);
  });

  it.each([
    ['ashbeck borough council', ['Ashbeck Borough Council']],
    ['ASHBECK   BOROUGH-COUNCIL', ['Ashbeck Borough Council']],
    ['council ashbeck', ['Ashbeck Borough Council']],
    ['hbec', ['Ashbeck Borough Council']],
    ['inv-ashbeck', ['Ashbeck Borough Council']],
    ['fenhollow urban', ['Fenhollow Borough Council']],
    ['northmere shire council', ['Northmere County Council']],
    ['old marrow', ['Old Marrow District Council']],
    ['jo.bloggs@ashbeck.gov.example', ['Ashbeck Borough Council']],
    ['Jo+x@Mail.ASHBECK.gov.example.', ['Ashbeck Borough Council']],
    ['ashbeck-fenhollow.gov.example', ['Ashbeck Borough Council', 'Fenhollow Borough Council']],
    ['x@evilashbeck.gov.example', []],
    ['x@ashbeck.gov.example.evil.com', []],
    ['x@\u0430shbeck.gov.example', []],
    ['gov.example', []],
    ['E10000017', ['Lancashire County Council']],
    ['%', []],
    ['_', []],
    [
      'ash%',
      [
        'Ashbeck Borough Council',
        'Ashfield District Council',
        'Ashford Borough Council',
        'Erewash Borough Council',
        'Lancashire County Council',
        'West Lancashire Borough Council',
      ],
    ],
    ['', []],
    ['\u0000', []],
    ["' or 1=1 --", []],
  ])('for %j finds %j', async (text, names) => {
    expect(await namesFound(text)).toEqual(names);
  });

  it('goes through all pages without a gap or a repeat', async () => {
    const all = await namesFound('borough', 1000);
    const paged: string[] = [];
    let after: SearchPlace | null = null;
    do {
      const page: Awaited<ReturnType<FindBody['search']>> = await asVisitor((tx) =>
        find.search(tx, 'borough', { first: 40, after }),
      );
      paged.push(...page.slice(0, 40).map(({ body }) => body.name));
      after = page.length > 40 ? (page[39]?.place ?? null) : null;
    } while (after !== null);
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(100);
  });
});

describe('an abolished body', () => {
  it.each([
    ['INV-OLD-MARROW', ['Calderwick District Council']],
    ['NYK', ['North Yorkshire Council']],
    ['CMA', ['Cumberland Council', 'Westmorland and Furness Council']],
    ['TAU', ['Somerset Council']],
    ['NIR-A', []],
    ['INV-ASHBECK', []],
  ])('%s leads to %j', async (code, names) => {
    const body = await byCode(code);
    const successors = await asVisitor((tx) => find.successorsOf(tx, body));
    expect(successors.map(({ name }) => name)).toEqual(names);
  });

  it('names its successor in its refusal; a living one has none', async () => {
    const closed = await byCode('NYK');
    const living = await byCode('INV-ASHBECK');
    expect((await asVisitor((tx) => find.closedRefusal(tx, closed)))?.message).toBe(
      'North Yorkshire County Council closed on 1 April 2023. Continue as North Yorkshire Council.',
    );
    expect(await asVisitor((tx) => find.closedRefusal(tx, living))).toBeNull();
  });

  it('in a circle of successors ends the search all the same', async () => {
    await admin.query(
      `update body set successor_codes = '{SWT}', ended_on = '2023-04-01' where code = 'SMT'`,
    );
    try {
      const body = await byCode('TAU');
      expect(await asVisitor((tx) => find.successorsOf(tx, body))).toEqual([]);
    } finally {
      valueOf(await app.get(LoadRegister).execute());
    }
  });
});

describe('adding a body', () => {
  const command = (change: Partial<AddBodyCommand> = {}): AddBodyCommand => ({
    name: 'Northmere Academy Trust',
    type: 'Academy trust',
    code: null,
    gss: null,
    nation: 'England',
    region: null,
    countyCode: 'INV-NORTHMERE',
    emailDomains: [],
    reason: 'Named in our notice.',
    idempotencyKey: newId(),
    ...change,
  });
  const add = (actor: Actor, change: Partial<AddBodyCommand> = {}) =>
    app.get(AddBody).execute(actor, command(change));

  it('makes it everyone’s to find, with the reason kept and one record on the chain of the lead authority', async () => {
    const { bodyId } = valueOf(
      await add(lead, { emailDomains: ['northmere-academies.example'], code: 'urn-100' }),
    );
    const found = await asVisitor((tx) => find.byId(tx, bodyId));
    expect(found).toMatchObject({
      name: 'Northmere Academy Trust',
      code: 'URN-100',
      invented: false,
      addedByLeadId: lead.identity.bodyId,
    });
    expect(await namesFound('jo@northmere-academies.example')).toEqual(['Northmere Academy Trust']);
    const { rows: kept } = await admin.query('select added_reason, lead_id from body where id = $1', [
      bodyId,
    ]);
    expect(kept).toEqual([{ added_reason: 'Named in our notice.', lead_id: lead.identity.bodyId }]);
    const { rows: audit } = await admin.query(
      `select action, subject_id, lead_id from lead_audit where subject_id = $1`,
      [bodyId],
    );
    expect(audit).toEqual([{ action: 'body.add', subject_id: bodyId, lead_id: lead.identity.bodyId }]);
  });

  it('a second time under the same key answers the first body', async () => {
    const same = command({ name: 'Stourley Harbour Board' });
    const first = valueOf(await app.get(AddBody).execute(lead, same));
    const before = await fingerprint();
    expect(valueOf(await app.get(AddBody).execute(lead, same))).toEqual(first);
    expect(codesOf(await app.get(AddBody).execute(lead, { ...same, type: 'Harbour board' }))).toEqual([
      'idempotencyKey IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(await fingerprint()).toBe(before);
  });

  it.each<[string, Partial<AddBodyCommand>, readonly string[]]>([
    ['the same name', { name: 'Northmere Academy Trust' }, ['name BODY_EXISTS']],
    ['the same name written otherwise', { name: 'NORTHMERE academy-trust.' }, ['name BODY_EXISTS']],
    ['the name of a register entry', { name: 'burnley borough council' }, ['name BODY_EXISTS']],
    ['the same code written otherwise', { name: 'Another Trust', code: 'urn 100' }, ['code TEXT_INVALID']],
    ['the same code without its hyphen', { name: 'Another Trust', code: 'URN100' }, ['name BODY_EXISTS']],
    ['a GSS code that is taken', { name: 'Another Trust', gss: 'e10000017' }, ['name BODY_EXISTS']],
    ['no reason', { name: 'Another Trust', reason: '' }, ['reason EVIDENCE_REASON_REQUIRED']],
    [
      'a domain of another',
      { name: 'Another Trust', emailDomains: ['mail.burnley.gov.uk'] },
      ['emailDomains DOMAIN_BELONGS_TO_OTHER'],
    ],
    [
      'a domain above others',
      { name: 'Another Trust', emailDomains: ['gov.uk'] },
      ['emailDomains DOMAIN_TOO_WIDE'],
    ],
    [
      'a domain that has a body below it',
      { name: 'Another Trust', emailDomains: ['gov.example'] },
      ['emailDomains DOMAIN_TOO_WIDE'],
    ],
    [
      'a domain that anyone can use',
      { name: 'Another Trust', emailDomains: ['gmail.com'] },
      ['emailDomains DOMAIN_TOO_WIDE'],
    ],
  ])('with %s is refused and changes nothing', async (_, change, codes) => {
    const before = await fingerprint();
    expect(codesOf(await add(lead, change))).toEqual(codes);
    expect(codesOf(await add(otherLead, change))).toEqual(codes);
    expect(await fingerprint()).toBe(before);
  });

  it('by two lead authorities at once makes one', async () => {
    const name = 'Westerlow and Northmere Port Health Authority';
    const results = await Promise.all([add(lead, { name }), add(otherLead, { name })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(codesOf)).toEqual(['name BODY_EXISTS']);
    expect(await namesFound(name)).toEqual([name]);
  });

  it('survives the next load of the register', async () => {
    const before = await fingerprint();
    expect(valueOf(await app.get(LoadRegister).execute()).changes).toBe(0);
    expect(await fingerprint()).toBe(before);
  });

  it('is closed to whoever is no lead authority', async () => {
    const { id } = await byCode('INV-ASHBECK');
    const tenant = Actor.person({
      personId: newId(),
      bodyId: id,
      capacity: 'TENANT',
      roles: [],
      requestId: null,
    });
    const before = await fingerprint();
    await expect(add(tenant, { name: 'Another Trust' })).rejects.toThrow('no lead authority');
    await expect(add(Actor.visitor(), { name: 'Another Trust' })).rejects.toThrow();
    expect(await fingerprint()).toBe(before);
  });
});
