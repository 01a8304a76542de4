import type { Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import {
  BillingModule,
  DraftInvoices,
  PrepareBillingRun,
  ReadInvoices,
  ReadCreditNotes,
  ReadRuns,
  RunDocuments,
} from '#libs/billing';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { CostsModule } from '#libs/costs';
import { DirectoryModule } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { localDate, type Aggregation, type ChargeKind, type ChargeTiming, type Result } from '#libs/kernel';
import { LedgerModule } from '#libs/ledger';
import { MembershipModule } from '#libs/membership';
import {
  CreateUsageKey,
  IngestUsage,
  MeteringModule,
  ReadUsageKey,
  RecordUsage,
  type EventName,
  type IngestAnswer,
  type UsageKey,
} from '#libs/metering';
import {
  Actor,
  JobStore,
  newId,
  PlatformModule,
  readConfig,
  UnitOfWork,
  type Capacity,
  type EntityClass,
} from '#libs/platform';
import { createTestDatabase, type TestDatabase } from './database.js';
import { CONTENTS } from './onlooker.js';

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok)
    throw new Error(result.refusals.map(({ code, message }) => `${code}: ${message}`).join(' '));
  return result.value;
};
export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

const person = (bodyId: string, capacity: Capacity): Actor =>
  Actor.person({ personId: newId(), bodyId, capacity, roles: [], requestId: 'test' });

/** A meter and its prices by their first day. */
export type GivenPrices = Readonly<Record<string, object>>;

/** A lead authority with finance staff, and one offering. */
export interface LeadHere {
  readonly leadId: string;
  readonly preparer: Actor;
  readonly approver: Actor;
  readonly offeringId: string;
  readonly meterIds: readonly string[];
}

/** A member with one call-off. */
export interface MemberHere {
  readonly tenantId: string;
  readonly leadId: string;
  readonly callOffId: string;
  readonly meterIds: readonly string[];
  readonly staff: Actor;
}

export interface GivenMember {
  /** The first and the last day of its call-off. */
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** A purchase order number; null when it uses none, 'NONE_RECORDED' when it has said nothing. */
  readonly order?: string | null;
  /** The lead authority is this member itself. */
  readonly itself?: boolean;
}

type Lib = Type & { readonly entities: readonly EntityClass[] };

const LONG_AGO = '2020-01-01T00:00:00Z';

/**
 * Billing and what it stands on, on a database of its own. What earlier libs would have made of bodies, catalogue and
 * agreements is planted as rows; usage and everything after it goes through the actions.
 */
export class BillingHere {
  private numbers = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly admin: pg.Client,
    readonly app: TestingModule,
  ) {}

  /** `later`: libs that stand on billing and are needed too. */
  static async start(later: readonly Lib[] = []): Promise<BillingHere> {
    const database = await createTestDatabase();
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query("set session_replication_role = 'replica'");
    const config = readConfig({
      ...{ NODE_ENV: 'test', APP_DATABASE_URL: database.appUrl, SMTP_URL: 'smtp://127.0.0.1:1' },
      ...{ ACCEDE_DEMO: '1', LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent', DATABASE_POOL: '20' },
    });
    const libs = [
      DocumentsModule,
      LedgerModule,
      DirectoryModule,
      CatalogueModule,
      MembershipModule,
      CalloffsModule,
      MeteringModule,
      CostsModule,
      BillingModule,
      ...later,
    ];
    const entities = libs.flatMap((lib) => [...lib.entities]);
    const app = await Test.createTestingModule({
      imports: [PlatformModule.forRoot(config, entities), ...libs],
    }).compile();
    return new BillingHere(database, admin, app);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.admin.end();
    await this.database.drop();
  }

  get work(): UnitOfWork {
    return this.app.get(UnitOfWork);
  }

  async setClock(to: string): Promise<void> {
    const instant = to.length === 10 ? `${to}T12:00:00Z` : to;
    await this.admin.query('update clock_setting set shift_ms = $1', [Date.parse(instant) - Date.now()]);
  }

  async rows<T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.admin.query<T>(text, [...values])).rows;
  }

  private async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const marks = Object.keys(row).map((_, i) => `$${i + 1}`);
    await this.admin.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${marks.join(', ')})`,
      Object.values(row),
    );
  }

  /** A lead authority with one offering: a meter for each set of prices. */
  async lead(
    meters: readonly GivenPrices[] = [{ '2020-04-01': { model: 'perUnit', unit: '4.42' } }],
    {
      details = true,
      paymentDays = 30,
      vatTreatment = 'STANDARD',
      aggregations = [] as readonly Aggregation[],
      charges = [] as readonly { readonly charge: ChargeKind; readonly timing: ChargeTiming }[],
    } = {},
  ): Promise<LeadHere> {
    const leadId = await this.body('Lead');
    this.numbers += 1;
    const prefix = String(this.numbers)
      .padStart(4, '0')
      .replace(/[0-9]/g, (digit) => String.fromCharCode(65 + Number(digit)));
    await this.insert('lead_authority', { lead_id: leadId, invoice_prefix: prefix, appointed_at: LONG_AGO });
    if (details) await this.leadDetails(leadId, paymentDays);
    const [frameworkId, lotId, offeringId] = [newId(), newId(), newId()];
    const shown = { lead_id: leadId, published: true };
    await this.insert('framework', {
      ...{ ...shown, id: frameworkId, reference: frameworkId, title: 'F', summary: 'F', regime: 'PA2023' },
      ...{
        agreement_type: 'OPEN_FRAMEWORK',
        notice_reference: 'N',
        starts_on: '2020-04-01',
        ends_on: '2035-03-31',
      },
      ...{ ceiling_mode: 'BLOCK', created_at: LONG_AGO, published_at: LONG_AGO, usage_max_age_months: 72 },
    });
    await this.insert('lot', { ...shown, id: lotId, framework_id: frameworkId, number: 1, title: 'L' });
    await this.insert('offering', {
      ...{
        ...shown,
        id: offeringId,
        framework_id: frameworkId,
        lot_id: lotId,
        state: 'PUBLISHED',
        state_since: '2020-04-01',
      },
      ...{
        title: 'Payroll Core',
        summary: 'O',
        included: [],
        not_included: [],
        you_must: [],
        personal_data: false,
      },
      ...{ vat_treatment: vatTreatment, created_at: LONG_AGO },
    });
    const meterIds: string[] = [];
    for (const [index, prices] of meters.entries()) {
      const meterId = newId();
      const named =
        index === 0
          ? { code: 'payslips', title: 'Payslips' }
          : { code: `meter-${index}`, title: `Meter ${index}` };
      await this.insert('meter', {
        ...shown,
        id: meterId,
        offering_id: offeringId,
        ...named,
        unit: 'one',
        aggregation: aggregations[index] ?? 'SUM',
        ...(charges[index] ?? { charge: 'USAGE', timing: 'ARREARS' }),
      });
      for (const [startsOn, price] of Object.entries(prices))
        await this.price(leadId, meterId, startsOn, price);
      meterIds.push(meterId);
    }
    return {
      leadId,
      preparer: person(leadId, 'LEAD'),
      approver: person(leadId, 'LEAD'),
      offeringId,
      meterIds,
    };
  }

  async leadDetails(leadId: string, paymentDays = 30): Promise<void> {
    await this.insert('lead_authority_details', {
      ...{ lead_id: leadId, address: '1 High Street', vat_number: 'GB000000000', bank_account_name: 'Lead' },
      ...{
        bank_sort_code: '000000',
        bank_account_number: '00000000',
        payment_days: paymentDays,
        changed_at: LONG_AGO,
      },
    });
  }

  async price(leadId: string, meterId: string, startsOn: string, price: object): Promise<string> {
    const id = newId();
    const [{ version } = { version: 1 }] = await this.rows<{ version: number }>(
      'select count(*)::int + 1 as version from price_version where meter_id = $1',
      [meterId],
    );
    const row = {
      lead_id: leadId,
      id,
      meter_id: meterId,
      published: true,
      version,
      starts_on: startsOn,
      price,
      created_at: LONG_AGO,
    };
    await this.insert('price_version', { ...row, price: JSON.stringify(price) });
    return id;
  }

  private async body(name: string): Promise<string> {
    const id = newId();
    this.numbers += 1;
    const named = `${name} ${this.numbers}`;
    await this.insert('body', {
      id,
      name: named,
      short_name: named,
      name_key: named.toLowerCase(),
      type: 'District',
      created_at: LONG_AGO,
    });
    return id;
  }

  /** A member with a call-off and, unless told otherwise, a purchase order. */
  async member(
    lead: LeadHere,
    {
      startsOn = '2026-04-01',
      endsOn = '2030-03-31',
      order = '4500012345',
      itself = false,
    }: GivenMember = {},
  ): Promise<MemberHere> {
    const { leadId, offeringId, meterIds } = lead;
    const id = itself ? leadId : await this.body('Member');
    const [callOffId, agreementId] = [newId(), newId()];
    this.numbers += 1;
    const reference = `CO-${String(this.numbers).padStart(6, '0')}-01`;
    const own = { tenant_id: id, lead_id: leadId };
    await this.insert('access_agreement', {
      ...{
        ...own,
        id: agreementId,
        framework_id: newId(),
        agreement_version_id: newId(),
        document_id: newId(),
      },
      ...{
        state: 'COUNTERSIGNED',
        text_sha256: Buffer.alloc(32),
        sent_at: LONG_AGO,
        signed_at: LONG_AGO,
        signed_by: newId(),
      },
      ...{ signer_name: 'A', signer_role: 'B', countersigned_at: LONG_AGO, countersigned_by: newId() },
      ...{ countersigner_name: 'C', countersigner_role: 'D' },
    });
    const [{ framework_id, lot_id } = { framework_id: '', lot_id: '' }] = await this.rows<{
      framework_id: string;
      lot_id: string;
    }>('select framework_id, lot_id from offering where id = $1', [offeringId]);
    await this.insert('call_off', {
      ...{
        ...own,
        id: callOffId,
        reference,
        framework_id,
        lot_id,
        offering_id: offeringId,
        agreement_id: agreementId,
      },
      ...{ opt_in_id: newId(), state: 'AWARDED', starts_on: startsOn, ends_on: endsOn, value_pence: 100 },
      ...{ awarded_at: LONG_AGO, awarded_by: newId() },
    });
    const member = { tenantId: id, leadId, callOffId, meterIds, staff: person(id, 'TENANT') };
    if (order !== 'NONE_RECORDED') await this.purchaseOrder(member, order);
    return member;
  }

  /** So many members, each with a call-off. */
  async members(lead: LeadHere, count: number, startsOn: string): Promise<readonly MemberHere[]> {
    const made: MemberHere[] = [];
    for (let i = 0; i < count; i += 1) made.push(await this.member(lead, { startsOn }));
    return made;
  }

  async purchaseOrder(
    { tenantId, leadId, callOffId }: MemberHere,
    number: string | null,
    startsOn = '2020-04-01',
  ): Promise<void> {
    await this.insert('purchase_order', {
      ...{
        tenant_id: tenantId,
        lead_id: leadId,
        id: newId(),
        call_off_id: callOffId,
        number,
        exempt: number === null,
      },
      ...{ starts_on: startsOn, recorded_at: LONG_AGO, recorded_by: newId() },
    });
  }

  /** Records usage, or corrects it, as the member's client lead would. */
  async use(
    { staff, callOffId, meterIds }: MemberHere,
    day: string,
    quantity: string | null,
    { meter = 0, corrects = null as EventName | null, value = null as string | null } = {},
  ): Promise<EventName> {
    const command = {
      callOffId,
      meterId: meterIds[meter] ?? '',
      quantity,
      value,
      usedOn: localDate(day),
      corrects,
      idempotencyKey: newId(),
    };
    const { source, eventId } = valueOf(await this.app.get(RecordUsage).execute(staff, command));
    return { source, eventId };
  }

  /** A key of the member's, whose events name the source `payroll`. */
  async usageKey({ staff, callOffId }: MemberHere): Promise<UsageKey> {
    const [now] = await this.rows<{ now: Date }>(
      "select now() + shift_ms * interval '1 millisecond' as now from clock_setting",
    );
    const { token } = valueOf(
      await this.app.get(CreateUsageKey).execute(staff, {
        ...{ label: 'Payroll', source: 'payroll', callOffIds: [callOffId], idempotencyKey: newId() },
        expiresOn: localDate(
          new Date((now?.now.getTime() ?? 0) + 100 * 86_400_000).toISOString().slice(0, 10),
        ),
      }),
    );
    const key = await this.app.get(ReadUsageKey).execute(token ?? '');
    if (!key) throw new Error('the new key does not work');
    return key;
  }

  /** Sends events of a key; `data` and what else is not said of an event is as usual. */
  async send(key: UsageKey, ...events: readonly object[]): Promise<IngestAnswer> {
    const whole = events.map((event) => ({ specversion: '1.0', source: 'payroll', id: newId(), ...event }));
    return valueOf(await this.app.get(IngestUsage).execute(key, whole, 'test'));
  }

  /** Prepares a month and has the jobs done by so many workers. */
  async run({ preparer }: LeadHere, month: string, { workers = 1 } = {}): Promise<string> {
    const { runId } = valueOf(
      await this.app.get(PrepareBillingRun).execute(preparer, { month, idempotencyKey: newId() }),
    );
    await this.draft(workers);
    return runId;
  }

  /** Does the drafting jobs that wait, by so many workers at once; answers how many there were. */
  async draft(workers = 1): Promise<number> {
    const [jobs, handler] = [this.app.get(JobStore), this.app.get(DraftInvoices)];
    let done = 0;
    const worker = async (): Promise<void> => {
      for (let job = await jobs.take([handler.queue]); job; job = await jobs.take([handler.queue])) {
        await handler.handle(job);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: workers }, worker));
    return done;
  }

  invoices({ preparer }: LeadHere, filter = {}) {
    const page = { limit: 100, after: null };
    return this.work.read(preparer, (tx) => this.app.get(ReadInvoices).page(tx, filter, page));
  }

  lines({ preparer }: LeadHere, invoiceIds: readonly string[]) {
    return this.work.read(preparer, (tx) => this.app.get(ReadInvoices).lines(tx, invoiceIds));
  }

  creditNotes({ preparer }: LeadHere, filter = {}) {
    const page = { limit: 100, after: null };
    return this.work.read(preparer, (tx) => this.app.get(ReadCreditNotes).page(tx, filter, page));
  }

  membersOfRun({ preparer }: LeadHere, runId: string) {
    return this.work.read(preparer, (tx) =>
      this.app.get(ReadRuns).tenants(tx, runId, { limit: 100, after: null }),
    );
  }

  draftsSha256({ preparer }: LeadHere, runId: string) {
    return this.work.read(preparer, (tx) => this.app.get(RunDocuments).draftsSha256(tx, runId));
  }

  /** A digest of every row that billing writes, to show that nothing changed. */
  async fingerprint(): Promise<string> {
    const tables = [
      'invoice',
      'invoice_line',
      'credit_note',
      'credit_note_line',
      'journal_entry',
      'posting',
      'number_counter',
      'tenant_audit',
    ];
    const parts = tables.map((name) => `select '${name}' as name, ${CONTENTS} as contents from ${name} t`);
    return JSON.stringify(await this.rows(parts.join(' union all ')));
  }
}
