import { expect } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { DirectoryModule } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { localDate, type Result } from '#libs/kernel';
import { MembershipModule } from '#libs/membership';
import {
  CreateUsageKey,
  IngestUsage,
  ListQuarantine,
  MeteringModule,
  ReadUsage,
  ReadUsageKey,
  type IngestAnswer,
  type QuarantinedUsage,
  type UsageKey,
  type UsageOwner,
} from '#libs/metering';
import { Actor, newId, PlatformModule, readConfig, UnitOfWork, type Capacity } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from './database.js';

// Metering on a real database, with the rows of earlier libs planted by hand.

let database: TestDatabase;
export let app: TestingModule;
export let admin: pg.Client;
export let work: UnitOfWork;

const NOW = '2026-06-15T12:00:00Z';
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok)
    throw new Error(result.refusals.map(({ code, message }) => `${code}: ${message}`).join(' '));
  return result.value;
};
export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);
export const person = (bodyId: string, capacity: Capacity): Actor =>
  Actor.person({ personId: newId(), bodyId, capacity, roles: [], requestId: 'test' });

/** A row as the superuser sees and makes it: what other libs would have made, without their rules. */
export const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
  const columns = Object.keys(row);
  const marks = columns.map((_, i) => `$${i + 1}`).join(', ');
  await admin.query(`insert into ${table} (${columns.join(', ')}) values (${marks})`, Object.values(row));
};
export const rowsOf = async <T extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> => (await admin.query<T>(text, [...values])).rows;

interface Offering {
  readonly leadId: string;
  readonly frameworkId: string;
  readonly lotId: string;
  readonly id: string;
  readonly payslips: string;
  readonly starters: string;
}
interface CallOffHere extends UsageOwner {
  readonly id: string;
  readonly reference: string;
  readonly offering: Offering;
}

export const newBody = async (): Promise<string> => {
  const id = newId();
  await insert('body', {
    id,
    name: 'A council',
    short_name: 'A',
    name_key: 'a council',
    type: 'District',
    created_at: NOW,
  });
  return id;
};

export const newOffering = async (leadId: string): Promise<Offering> => {
  const [frameworkId, lotId, id, payslips, starters] = [newId(), newId(), newId(), newId(), newId()];
  const shown = { lead_id: leadId, published: true };
  await insert('framework', {
    ...{ ...shown, id: frameworkId, reference: frameworkId, title: 'F', summary: 'F', regime: 'PA2023' },
    ...{
      agreement_type: 'OPEN_FRAMEWORK',
      notice_reference: 'N',
      starts_on: '2024-01-01',
      ends_on: '2031-12-31',
    },
    ...{ ceiling_mode: 'BLOCK', created_at: NOW, published_at: NOW },
  });
  await insert('lot', { ...shown, id: lotId, framework_id: frameworkId, number: 1, title: 'L' });
  await insert('offering', {
    ...{
      ...shown,
      id,
      framework_id: frameworkId,
      lot_id: lotId,
      state: 'PUBLISHED',
      state_since: '2025-01-01',
      title: 'O',
    },
    ...{
      summary: 'O',
      included: [],
      not_included: [],
      you_must: [],
      personal_data: false,
      vat_treatment: 'STANDARD',
      created_at: NOW,
    },
  });
  for (const [meterId, code] of [
    [payslips, 'payslips'],
    [starters, 'starters'],
  ])
    await insert('meter', {
      ...shown,
      id: meterId,
      offering_id: id,
      code,
      title: code,
      unit: 'one',
      aggregation: 'SUM',
    });
  return { leadId, frameworkId, lotId, id, payslips, starters };
};

let references = 0;
export const newCallOff = async (
  tenantId: string,
  offering: Offering,
  term = { from: '2025-04-01', to: '2027-03-31' },
): Promise<CallOffHere> => {
  const id = newId();
  references += 1;
  const reference = `CO-${String(references).padStart(6, '0')}-01`;
  await insert('call_off', {
    ...{
      tenant_id: tenantId,
      lead_id: offering.leadId,
      id,
      reference,
      framework_id: offering.frameworkId,
      lot_id: offering.lotId,
    },
    ...{
      offering_id: offering.id,
      agreement_id: newId(),
      opt_in_id: newId(),
      state: 'AWARDED',
      starts_on: term.from,
      ends_on: term.to,
    },
    ...{ value_pence: 100, awarded_at: NOW, awarded_by: newId() },
  });
  return { tenantId, leadId: offering.leadId, id, reference, offering };
};

export const newMember = async (): Promise<{
  callOff: CallOffHere;
  owner: UsageOwner;
  admin: Actor;
  lead: Actor;
}> => {
  const leadId = await newBody();
  const tenantId = await newBody();
  const callOff = await newCallOff(tenantId, await newOffering(leadId));
  return {
    callOff,
    owner: { tenantId, leadId },
    admin: person(tenantId, 'TENANT'),
    lead: person(leadId, 'LEAD'),
  };
};

export const keyTerms = (callOffs: readonly CallOffHere[]) => ({
  label: 'Payroll',
  source: 'payroll',
  callOffIds: callOffs.map(({ id }) => id),
  expiresOn: localDate('2026-12-31'),
  idempotencyKey: newId(),
});
export const newKey = async (actor: Actor, callOffs: readonly CallOffHere[]): Promise<UsageKey> => {
  const { token } = valueOf(await app.get(CreateUsageKey).execute(actor, keyTerms(callOffs)));
  const key = await app.get(ReadUsageKey).execute(token ?? '');
  if (!key) throw new Error('the new key does not work');
  return key;
};

interface EventFields {
  id?: string;
  type?: string;
  time?: string;
  quantity?: unknown;
  calloff?: string;
  corrects?: string;
}
export const event = ({ id, type, time, quantity, calloff, corrects }: EventFields = {}) => ({
  specversion: '1.0',
  id: id ?? newId(),
  source: 'payroll',
  type: type ?? 'payslips',
  time: time ?? '2026-05-10T09:00:00Z',
  ...(calloff === undefined ? {} : { calloff }),
  data: { quantity: quantity ?? '1', ...(corrects === undefined ? {} : { corrects }) },
});
export const send = async (key: UsageKey, ...events: unknown[]): Promise<IngestAnswer> =>
  valueOf(await app.get(IngestUsage).execute(key, events, 'test'));
export const counts = ({ accepted, duplicate, quarantined, rejected }: IngestAnswer) => [
  accepted,
  duplicate,
  quarantined.map(({ code }) => code),
  rejected.map(({ code }) => code),
];
export const totals = async (owner: UsageOwner): Promise<Record<string, string>> => {
  const span = { from: localDate('2020-01-01'), to: localDate('2030-01-01') };
  const days = await work.read(person(owner.tenantId, 'TENANT'), (tx) =>
    app.get(ReadUsage).byDay(tx, owner, span),
  );
  return Object.fromEntries(
    days.map(({ day, quantity, events }) => [day, `${quantity.toDecimalString()}/${events}`]),
  );
};
export const held = async (actor: Actor): Promise<QuarantinedUsage[]> =>
  work.read(actor, (tx) =>
    app.get(ListQuarantine).page(tx, { state: 'HELD', tenantId: null }, { limit: 100, after: null }),
  );

/** What must hold of everything stored, whatever was done. */
export const broken = async (): Promise<unknown[]> => [
  ...(await rowsOf(`
    select 'total' as what, t.*, r.* from usage_total t full join (
      select tenant_id, lead_id, call_off_id, meter_id, usage_day, sum(delta) as delta, sum(events) as events, max(receipt_number) as receipt
      from usage_record group by 1, 2, 3, 4, 5) r using (tenant_id, lead_id, call_off_id, meter_id, usage_day)
    where t.quantity is distinct from r.delta or t.events is distinct from r.events or t.last_receipt is distinct from r.receipt`)),
  ...(await rowsOf(`
    select 'receipts' as what, c.* from usage_counter c left join (
      select tenant_id, lead_id, count(*) as n, min(number) as low, max(number) as high from usage_receipt group by 1, 2) r using (tenant_id, lead_id)
    where coalesce(r.n, 0) <> c.last_receipt or coalesce(r.high, 0) <> c.last_receipt or coalesce(r.low, 1) <> 1`)),
  ...(await rowsOf(`
    select 'accepted' as what, t.* from usage_receipt t
    where accepted <> (select count(*) from usage_record r where (r.tenant_id, r.lead_id, r.receipt_number) = (t.tenant_id, t.lead_id, t.number))
       or quarantined <> (select count(*) from usage_quarantine q where (q.tenant_id, q.lead_id, q.receipt_number) = (t.tenant_id, t.lead_id, t.number))`)),
  ...(await rowsOf(`
    select 'owner' as what, r.source, r.event_id from usage_record r
    join usage_event_owner o using (lead_id, source, event_id) where o.tenant_id <> r.tenant_id`)),
];

/** A database of its own with every lib up to metering; the clock stands at noon on 15 June 2026. */
export const startMetering = async (): Promise<void> => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  // The rows of earlier libs are planted here, without what they hang from.
  await admin.query("set session_replication_role = 'replica'");
  const config = readConfig({
    ...{ NODE_ENV: 'test', APP_DATABASE_URL: database.appUrl, SMTP_URL: 'smtp://127.0.0.1:1' },
    ...{ ACCEDE_DEMO: '1', LOG_LEVEL: 'silent', DATABASE_POOL: '20' },
  });
  const libs = [
    DocumentsModule,
    DirectoryModule,
    CatalogueModule,
    MembershipModule,
    CalloffsModule,
    MeteringModule,
  ];
  const entities = libs.flatMap((lib) => [...lib.entities]);
  app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, entities), ...libs],
  }).compile();
  work = app.get(UnitOfWork);
  await admin.query('update clock_setting set shift_ms = $1', [Date.parse(NOW) - Date.now()]);
};

/** Stops everything; first it is checked that what is stored holds together. */
export const stopMetering = async (): Promise<void> => {
  const faults = await broken();
  await admin.end();
  await app.close();
  await database.drop();
  expect(faults).toEqual([]);
};
