import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadCallOffs } from '#libs/calloffs';
import { AddPriceVersion, AddVolumeBand, PublishOffering, ReadCatalogue } from '#libs/catalogue';
import {
  AgreeCostScheme,
  LookAfterCosts,
  ProposeActual,
  ProposeEstimate,
  ReadCosts,
  RecordCostShare,
  SwitchOnCostSharing,
  type ProposeActualCommand,
  type ProposeEstimateCommand,
} from '#libs/costs';
import { formatPence, localDate, month, type Result } from '#libs/kernel';
import { ReadForecast, ReadUnusualUsage, RecordUsage } from '#libs/metering';
import { JobStore, newId, verifyChain } from '#libs/platform';
import { recomputePack } from '#libs/pricing';
import { BillingHere, codesOf, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import {
  ApproveDiscount,
  ApproveRun,
  ExplainBill,
  InvoiceDataPack,
  IssueRun,
  ProposeDiscount,
} from './index.js';

let here: BillingHere;

beforeAll(async () => {
  here = await BillingHere.start();
}, 60_000);
afterAll(() => here.stop());
afterEach(async () => {
  expect(await brokenInvariants(here.database.adminUrl)).toEqual([]);
});

/** A lead authority with one service whose cost is shared, and a meter of calls, or what is told, beside. */
const shared = async (...beside: Parameters<BillingHere['lead']>): Promise<LeadHere> => {
  const [meters = [{ '2020-04-01': { model: 'perUnit', unit: '0' } }], options = {}] = beside;
  const lead = await here.lead(meters, options);
  await here.admin.query("update offering set state = 'DRAFT', published = false where id = $1", [
    lead.offeringId,
  ]);
  const command = { offeringId: lead.offeringId, idempotencyKey: newId() };
  valueOf(await here.app.get(SwitchOnCostSharing).execute(lead.preparer, command));
  valueOf(await here.app.get(PublishOffering).execute(lead.preparer, { offeringId: lead.offeringId }));
  return lead;
};
const keptMeters = (lead: LeadHere) =>
  here.rows<{ id: string; title: string }>(
    'select id, title from meter where offering_id = $1 and kept_by is not null order by code',
    [lead.offeringId],
  );
const estimate = (lead: LeadHere, of: Partial<ProposeEstimateCommand> = {}) =>
  here.app.get(ProposeEstimate).execute(lead.preparer, {
    ...{ offeringId: lead.offeringId, year: '2026/27', cost: '1000.00', basis: 'EQUAL', driver: null },
    ...{ dampingPercent: null, tolerancePoints: '3', driverMeterId: null, members: [] },
    idempotencyKey: newId(),
    ...of,
  });
const actual = (lead: LeadHere, of: Partial<ProposeActualCommand> = {}) =>
  here.app.get(ProposeActual).execute(lead.preparer, {
    ...{ offeringId: lead.offeringId, year: '2026/27', cost: '1000.00', settlement: 'TRUE_UP' },
    ...{ driverMeterId: null, members: [], idempotencyKey: newId() },
    ...of,
  });
/** Does what waits in the queue of shares; answers how many jobs there were. */
const recordShares = async (): Promise<number> => {
  const [jobs, handler] = [here.app.get(JobStore), here.app.get(RecordCostShare)];
  let done = 0;
  for (let job = await jobs.take([handler.queue]); job; job = await jobs.take([handler.queue])) {
    await handler.handle(job);
    done += 1;
  }
  return done;
};
const agree = async (lead: LeadHere, proposed: Result<{ costSchemeId: string }>): Promise<string> => {
  const { costSchemeId } = valueOf(proposed);
  valueOf(await here.app.get(AgreeCostScheme).execute(lead.approver, { costSchemeId }));
  await recordShares();
  return costSchemeId;
};
const look = async (): Promise<number> => {
  await here.app.get(LookAfterCosts).execute();
  return recordShares();
};
const bill = async (lead: LeadHere, label: string): Promise<void> => {
  const runId = await here.run(lead, label);
  const contentSha256 = await here.draftsSha256(lead, runId);
  if (contentSha256 === null) return;
  const approved = await here.app.get(ApproveRun).execute(lead.approver, { runId, contentSha256 });
  expect(valueOf(approved).failures).toEqual([]);
  const issued = await here.app.get(IssueRun).execute(lead.approver, { runId, idempotencyKey: newId() });
  expect(valueOf(issued).failures).toEqual([]);
};
const lines = async (lead: LeadHere, member: MemberHere) => {
  const invoices = (await here.invoices(lead)).filter(({ tenantId }) => tenantId === member.tenantId);
  const found = await here.lines(
    lead,
    invoices.map(({ id }) => id),
  );
  return found.map(({ description, net }) => `${description} ${formatPence(net)}`).sort();
};
/** What is recorded on kept meters, with corrections. */
const usage = async ({ tenantId }: MemberHere) =>
  (
    await here.rows<{ row: string }>(
      `select concat_ws(' ', m.code, t.usage_day, t.quantity) as row
       from usage_total t join meter m on m.id = t.meter_id and m.kept_by is not null
       where t.tenant_id = $1 and t.quantity <> 0 order by m.code, t.usage_day`,
      [tenantId],
    )
  ).map(({ row }) => row);
const billed = async (lead: LeadHere, { tenantId }: MemberHere): Promise<string> => {
  const invoices = (await here.invoices(lead)).filter((each) => each.tenantId === tenantId);
  const credits = (await here.creditNotes(lead)).filter((each) => each.tenantId === tenantId);
  const sum = (documents: readonly { net: bigint }[]) => documents.reduce((all, { net }) => all + net, 0n);
  return formatPence(sum(invoices) - sum(credits));
};
const versions = (lead: LeadHere) =>
  here.work.read(lead.preparer, (tx) => here.app.get(ReadCosts).versions(tx, lead.offeringId));
const fingerprint = async (): Promise<string> =>
  JSON.stringify(
    await here.rows(
      `select 'scheme', md5(string_agg(s::text, '|' order by s::text)) from cost_scheme s
       union all select 'share', md5(string_agg(s::text, '|' order by s::text)) from cost_share s
       union all select 'usage', md5(string_agg(r::text, '|' order by r::text)) from usage_record r
       union all select 'job', count(*)::text from job
       union all select 'price', count(*)::text from price_version
       union all select 'audit', count(*)::text from lead_audit`,
    ),
  );
const refused = async (work: () => Promise<Result<unknown>>): Promise<readonly string[]> => {
  const before = await fingerprint();
  const codes = codesOf(await work());
  expect(await fingerprint()).toBe(before);
  return codes;
};

describe('a service whose cost is shared', () => {
  it('is estimated, agreed by a second person, billed month by month and settled at its end', async () => {
    await here.setClock('2026-03-20');
    const lead = await shared();
    const [a, b] = [await here.member(lead), await here.member(lead)];
    const proposed = valueOf(await estimate(lead));
    expect((await versions(lead)).map(({ state }) => state)).toEqual(['ESTIMATED']);
    expect(await refused(() => here.app.get(AgreeCostScheme).execute(lead.preparer, proposed))).toEqual([
      'SELF_APPROVAL',
    ]);
    valueOf(await here.app.get(AgreeCostScheme).execute(lead.approver, proposed));
    expect((await versions(lead)).map(({ state }) => state)).toEqual(['AGREED']);
    expect(await recordShares()).toBe(2);
    expect((await versions(lead)).map(({ state, holds }) => [state, holds])).toEqual([['APPLIED', true]]);
    expect(await usage(a)).toEqual([]);

    // Nothing is due before April; then each month once, however often anybody looks.
    expect(await look()).toBe(0);
    await here.setClock('2026-05-02');
    expect(await look()).toBe(2);
    expect(await look()).toBe(0);
    expect(await usage(a)).toEqual(['cost.share 2026-04-01 41.67', 'cost.share 2026-05-01 41.67']);
    await bill(lead, '2026-04');
    expect(await lines(lead, a)).toEqual(['Payroll Core: Share of the cost, April 2026 41.67']);

    await here.setClock('2027-04-05');
    expect(await look()).toBe(2);
    await bill(lead, '2027-03');
    expect([await billed(lead, a), await billed(lead, b)]).toEqual(['500.00', '500.00']);

    // It cost more: a line of its own, of 31 March.
    await agree(lead, await actual(lead, { cost: '1100.01' }));
    expect((await usage(a)).at(-1)).toBe('cost.true-up 2027-03-31 50.01');
    await here.setClock('2027-05-02');
    await bill(lead, '2027-04');
    expect((await lines(lead, a)).filter((line) => line.includes('True-up'))).toEqual([
      'Payroll Core: True-up of the cost, March 2027 50.01',
    ]);
    expect([await billed(lead, a), await billed(lead, b)]).toEqual(['550.01', '550.00']);

    // It cost less after all: the true-up and the latest months are credited, on the invoices that billed them.
    await agree(lead, await actual(lead, { cost: '900.00' }));
    await here.setClock('2027-06-02');
    await bill(lead, '2027-05');
    expect([await billed(lead, a), await billed(lead, b)]).toEqual(['450.00', '450.00']);
    expect((await usage(a)).at(-1)).toBe('cost.share 2027-02-01 33.32');
    const states = (await versions(lead)).map(({ scheme, state, holds }) =>
      [scheme.version, scheme.stage, state, holds].join(' '),
    );
    expect(states).toEqual(['3 ACTUAL APPLIED true', '2 ACTUAL APPLIED false', '1 ESTIMATE APPLIED false']);
    for (const { tenantId, leadId } of [a, b]) {
      const report = await here.work.read(a.tenantId === tenantId ? a.staff : b.staff, (tx) =>
        verifyChain(tx, { kind: 'tenant', tenantId, leadId }),
      );
      expect(report.fault).toBeNull();
    }
  });

  it('by the meter of the year before, and what is carried on is part of the next estimate', async () => {
    await here.setClock('2026-06-02');
    const lead = await shared();
    const [a, b] = [
      await here.member(lead, { startsOn: '2025-04-01' }),
      await here.member(lead, { startsOn: '2025-04-01' }),
    ];
    const [calls = ''] = lead.meterIds;
    await here.use(a, '2025-09-01', '7100');
    await here.use(b, '2026-03-31', '2900');
    await here.use(b, '2026-04-01', '100000');
    const byCalls = { basis: 'DRIVER', driverMeterId: calls } as const;
    await agree(lead, await estimate(lead, { year: '2025/26', cost: '1200.00' }));
    expect(await refused(() => actual(lead, { year: '2026/27' }))).toEqual(['COST_YEAR_NOT_ENDED']);
    await agree(lead, await actual(lead, { year: '2025/26', cost: '1000.00', settlement: 'CARRY' }));
    // Everyone paid what was estimated; £200 go on.
    await agree(lead, await estimate(lead, { cost: '1300.00', ...byCalls }));
    const [newest] = await versions(lead);
    expect(newest?.scheme.carried).toBe(-20_000n);
    const shares = newest?.scheme.members.map(({ tenantId, figure, figureSource, before, amount }) => [
      tenantId === a.tenantId,
      [figure?.toDecimalString(), figureSource, before, amount].join(' '),
    ]);
    expect(shares?.sort()).toEqual([
      [false, '2900 Payslips metered in 2025/26 500000 31900'],
      [true, '7100 Payslips metered in 2025/26 500000 78100'],
    ]);
    expect((await usage(a)).filter((row) => row.includes('2026-0'))).toEqual([
      ...['cost.share 2026-01-01 50', 'cost.share 2026-02-01 50', 'cost.share 2026-03-01 50'],
      ...['cost.share 2026-04-01 65.09', 'cost.share 2026-05-01 65.09', 'cost.share 2026-06-01 65.09'],
    ]);

    // A new version changes what is recorded, once, and the months to come.
    await agree(lead, await estimate(lead, { cost: '1300.00', ...byCalls, dampingPercent: '10' }));
    expect((await usage(a)).at(-1)).toBe('cost.share 2026-06-01 50.42');
    expect(await refused(() => estimate(lead, { year: '2025/26' }))).toEqual(['COST_YEAR_SETTLED']);
  });

  it('is settled only for a year that was estimated, and shared only by use that adds up by day', async () => {
    await here.setClock('2026-06-02');
    const peak = { '2020-04-01': { model: 'perUnit', unit: '0' } };
    const lead = await shared([peak], { aggregations: ['MAX'] as const });
    await here.member(lead, { startsOn: '2025-04-01' });
    expect(await refused(() => actual(lead, { year: '2025/26' }))).toEqual(['COST_ESTIMATE_MISSING']);
    const [highest = ''] = lead.meterIds;
    const [kept = { id: '' }] = await keptMeters(lead);
    for (const driverMeterId of [highest, kept.id])
      expect(await refused(() => estimate(lead, { basis: 'DRIVER', driverMeterId }))).toEqual([
        'DRIVER_METER',
      ]);
  });

  it('is nobody else’s to write: meters that it keeps take no usage, no correction and no price', async () => {
    await here.setClock('2026-05-02');
    const lead = await shared();
    const member = await here.member(lead);
    await agree(lead, await estimate(lead));
    const [share = { id: '' }] = await keptMeters(lead);
    const record = (corrects: { source: string; eventId: string } | null) =>
      here.app.get(RecordUsage).execute(member.staff, {
        ...{ callOffId: member.callOffId, meterId: share.id, quantity: '1', value: null, corrects },
        ...{ usedOn: localDate('2026-05-01'), idempotencyKey: newId() },
      });
    expect(await refused(() => record(null))).toEqual(['NOT_FOUND']);
    const [made] = await here.rows<{ event_id: string }>(
      'select event_id from usage_record where tenant_id = $1 and meter_id = $2',
      [member.tenantId, share.id],
    );
    const corrects = { source: 'cost-sharing', eventId: made?.event_id ?? '' };
    expect(await refused(() => record(corrects))).toEqual(['NOT_FOUND']);
    const onCalls = await here.app.get(RecordUsage).execute(member.staff, {
      ...{
        callOffId: member.callOffId,
        meterId: lead.meterIds[0] ?? '',
        quantity: '0',
        value: null,
        corrects,
      },
      ...{ usedOn: localDate('2026-05-01'), idempotencyKey: newId() },
    });
    expect(codesOf(onCalls)).toEqual(['USAGE_EVENT_INVALID']);
    const key = await here.usageKey(member);
    const sent = await here.send(key, {
      ...{ time: '2026-05-01T09:00:00Z', type: 'cost.share', data: { quantity: '1' } },
    });
    expect(sent.quarantined.map(({ code }) => code)).toEqual(['METER_UNKNOWN']);
    expect(
      await refused(() =>
        here.app.get(AddPriceVersion).execute(lead.preparer, {
          ...{ meterId: share.id, startsOn: localDate('2027-01-01'), price: { model: 'perUnit', unit: '2' } },
          idempotencyKey: newId(),
        }),
      ),
    ).toEqual(['METER_KEPT']);
    expect(
      await refused(() =>
        here.app.get(SwitchOnCostSharing).execute(lead.preparer, {
          ...{ offeringId: lead.offeringId, idempotencyKey: newId() },
        }),
      ),
    ).toEqual(['COST_SHARING_ON']);
    const meters = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ReadCatalogue).meters(tx, [lead.offeringId]),
    );
    expect(meters.map(({ keptBy }) => keptBy).sort()).toEqual(['COST_SHARING', 'COST_SHARING', null]);
  });

  it('stands beside other charges: no discount, band or forecast touches it, and bills explain it', async () => {
    await here.setClock('2026-04-02');
    const perUnit = (unit: string) => ({ '2026-04-01': { model: 'perUnit', unit } });
    const lead = await shared([perUnit('1'), perUnit('60')], {
      charges: [
        { charge: 'USAGE', timing: 'ARREARS' },
        { charge: 'RECURRING', timing: 'ADVANCE' },
      ],
    });
    const member = await here.member(lead);
    const [share = { id: '' }] = await keptMeters(lead);
    const band = { meterId: share.id, above: '1', discount: '5', idempotencyKey: newId() };
    expect(await refused(() => here.app.get(AddVolumeBand).execute(lead.preparer, band))).toEqual([
      'METER_KEPT',
    ]);
    const discount = (meterId: string | null) =>
      here.app.get(ProposeDiscount).execute(lead.preparer, {
        ...{
          callOffId: member.callOffId,
          meterId,
          percent: '10',
          firstMonth: '2026-04',
          lastMonth: '2026-06',
        },
        ...{ reason: 'Agreed for the first year', idempotencyKey: newId() },
      });
    expect(await refused(() => discount(share.id))).toEqual(['METER_KEPT']);
    valueOf(await here.app.get(ApproveDiscount).execute(lead.approver, valueOf(await discount(null))));

    await agree(lead, await estimate(lead, { cost: '1200.00' }));
    await here.setClock('2026-05-02');
    await here.use(member, '2026-04-10', '40');
    await look();
    await bill(lead, '2026-04');
    expect(await lines(lead, member)).toEqual([
      'Payroll Core: Meter 1, April 2026 54.00',
      'Payroll Core: Meter 1, May 2026 54.00',
      'Payroll Core: Payslips, April 2026 36.00',
      'Payroll Core: Share of the cost, April 2026 100.00',
    ]);

    // £5 a month more, for April as well.
    await agree(lead, await estimate(lead, { cost: '1260.00' }));
    await here.setClock('2026-06-02');
    await look();
    await bill(lead, '2026-05');
    const [may] = await here.invoices(lead);
    if (!may) throw new Error('May is billed');
    const seen = await here.work.read(member.staff, async (tx) => {
      const callOff = await here.app.get(ReadCallOffs).byId(tx, member.callOffId);
      return {
        bridge: await here.app.get(ExplainBill).invoice(tx, may),
        pack: await here.app.get(InvoiceDataPack).json(tx, may),
        forecast: callOff && (await here.app.get(ReadForecast).ofCallOff(tx, callOff)),
        unusual: await here.app.get(ReadUnusualUsage).ofMonth(tx, month('2026-05')),
      };
    });
    expect([seen.bridge?.start, seen.bridge?.end]).toEqual([24_400n, 16_400n]);
    expect(
      seen.bridge?.rows
        .map(({ kind, names, amount, quantities }) =>
          [kind, names?.meterTitle, formatPence(amount), quantities === null].join(' '),
        )
        .sort(),
    ).toEqual([
      'EARLIER_MONTHS Share of the cost 5.00 true',
      'EARLIER_MONTHS_GONE Meter 1 -54.00 true',
      'ENDED_SERVICE Payslips -36.00 true',
      'VOLUME Share of the cost 5.00 true',
    ]);
    const again = recomputePack(JSON.parse(JSON.stringify(seen.pack)) as Parameters<typeof recomputePack>[0]);
    expect(again.ok && [again.value.same, again.value.net]).toEqual([true, '164.00']);
    expect(seen.forecast?.map(({ meter }) => meter.title)).toEqual(['Payslips']);
    expect(seen.unusual.map(({ meter }) => meter.title)).toEqual(['Payslips']);
  });

  it('is refused as a whole, and a job that is done again changes nothing', async () => {
    await here.setClock('2026-05-02');
    const lead = await shared();
    expect(await refused(() => estimate(lead))).toEqual(['COST_NO_MEMBERS']);
    const member = await here.member(lead, { startsOn: '2026-04-16', endsOn: '2026-12-31' });
    const other = await here.lead();
    expect(await refused(() => estimate(other, { offeringId: lead.offeringId }))).toEqual(['NOT_FOUND']);
    expect(await refused(() => estimate(lead, { year: '2026' }))).toEqual(['COST_YEAR_FORMAT']);
    expect(await refused(() => estimate(lead, { cost: '-1', tolerancePoints: 'x' }))).toEqual([
      ...['AMOUNT_FORMAT', 'AMOUNT_FORMAT'],
    ]);
    const share = { tenantId: member.tenantId, share: '98.5', figure: null, source: null };
    expect(await refused(() => estimate(lead, { basis: 'FIXED', members: [share] }))).toEqual([
      'APPORTION_SUM',
    ]);
    const stranger = { ...share, tenantId: newId() };
    expect(await refused(() => estimate(lead, { members: [stranger] }))).toEqual(['NOT_FOUND']);
    const first = valueOf(await estimate(lead));
    const second = valueOf(await estimate(lead, { cost: '900.00' }));
    const agreeing = here.app.get(AgreeCostScheme);
    expect(await refused(() => agreeing.execute(lead.approver, first))).toEqual(['STATE_NOT_ALLOWED']);
    expect(await refused(() => agreeing.execute(other.approver, second))).toEqual(['NOT_FOUND']);
    valueOf(await agreeing.execute(lead.approver, second));
    await recordShares();
    expect(await refused(() => agreeing.execute(lead.approver, second))).toEqual(['STATE_NOT_ALLOWED']);
    // £900 over nine months, from the day that it has the service.
    expect(await usage(member)).toEqual(['cost.share 2026-04-16 100', 'cost.share 2026-05-01 100']);
    const again = {
      queue: 'cost-share',
      payload: { leadId: lead.leadId, costSchemeId: second.costSchemeId },
    };
    await here.admin.query('insert into job (id, queue, payload, run_at) values ($1, $2, $3, now())', [
      ...[newId(), again.queue],
      JSON.stringify({ ...again.payload, tenantId: member.tenantId, personId: newId() }),
    ]);
    const recorded = await here.rows('select * from usage_record order by tenant_id, source, event_id');
    expect(await recordShares()).toBe(1);
    expect(await here.rows('select * from usage_record order by tenant_id, source, event_id')).toEqual(
      recorded,
    );

    // Its call-off ends early: no month after that is charged.
    await here.admin.query("update call_off set ends_on = '2026-07-31' where id = $1", [member.callOffId]);
    await here.setClock('2027-01-10');
    await look();
    expect((await usage(member)).at(-1)).toBe('cost.share 2026-07-01 100');
    expect(await look()).toBe(0);
  });
});
