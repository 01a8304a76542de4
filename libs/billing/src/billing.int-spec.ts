import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { err, exact, formatPence, localDate, month, refuse } from '#libs/kernel';
import { ReadLedger } from '#libs/ledger';
import { ReadUsage } from '#libs/metering';
import { newId, verifyChain, type Actor } from '#libs/platform';
import { parseCalculation, rateLine, ratedLineToJson } from '#libs/pricing';
import { BillingHere, codesOf, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import { issuedDigest, storedCreditNoteDigest, storedInvoiceDigest } from './application/content-digest.js';
import {
  ApproveCreditNote,
  ApproveInvoice,
  ApproveRun,
  InvoiceDataPack,
  IssueCreditNote,
  IssueInvoice,
  IssueRun,
  PrepareBillingRun,
  PreviewBill,
  RaiseConcession,
  ReadCountedOn,
  ReadCreditNotes,
  ReadInvoices,
  type Invoice,
} from './index.js';

let here: BillingHere;

beforeAll(async () => {
  here = await BillingHere.start();
}, 60_000);

afterAll(() => here.stop());

afterEach(async () => {
  expect(await brokenInvariants(here.database.adminUrl)).toEqual([]);
});

const approve = (
  lead: LeadHere,
  { id, contentSha256 }: Pick<Invoice, 'id' | 'contentSha256'>,
  by = lead.approver,
) => here.app.get(ApproveInvoice).execute(by, { invoiceId: id, contentSha256 });
const issue = (lead: LeadHere, invoiceId: string) =>
  here.app.get(IssueInvoice).execute(lead.approver, { invoiceId, idempotencyKey: newId() });
const approveAll = async (lead: LeadHere, runId: string) =>
  valueOf(
    await here.app
      .get(ApproveRun)
      .execute(lead.approver, { runId, contentSha256: (await here.draftsSha256(lead, runId)) ?? '' }),
  );
const issueAll = async (lead: LeadHere, runId: string) =>
  valueOf(await here.app.get(IssueRun).execute(lead.approver, { runId, idempotencyKey: newId() }));
/** Prepares, approves and issues a month whole. */
const bill = async (lead: LeadHere, label: string): Promise<string> => {
  const runId = await here.run(lead, label);
  if ((await here.draftsSha256(lead, runId)) === null) return runId;
  expect((await approveAll(lead, runId)).failures).toEqual([]);
  expect((await issueAll(lead, runId)).failures).toEqual([]);
  return runId;
};
const preview = (lead: LeadHere, { tenantId, leadId }: MemberHere, label: string) =>
  here.work.read(lead.preparer, (tx) =>
    here.app.get(PreviewBill).within(tx, { tenantId, leadId }, month(label)),
  );
const refusedWithoutTrace = async (action: () => Promise<{ ok: boolean }>): Promise<readonly string[]> => {
  const before = await here.fingerprint();
  const result = await action();
  expect(await here.fingerprint()).toBe(before);
  return codesOf(result as never);
};

describe('a run', () => {
  it('drafts an invoice for each member; its lines say how they came about, and anyone can work them out', async () => {
    await here.setClock('2026-04-30');
    const lead = await here.lead([
      {
        '2026-04-01': {
          model: 'graduated',
          tiers: [
            { upTo: '100', unit: '1.5' },
            { upTo: null, unit: '0.75', flat: '10' },
          ],
        },
        '2026-04-16': { model: 'perUnit', unit: '2' },
      },
      { '2026-04-01': { model: 'flat', amount: '30' } },
    ]);
    const member = await here.member(lead);
    await here.member(lead, { startsOn: '2026-05-01' });
    await here.use(member, '2026-04-02', '70.5');
    await here.use(member, '2026-04-30', '3');
    await here.setClock('2026-05-01');
    const seen = valueOf(await preview(lead, member, '2026-04'));
    await here.run(lead, '2026-04');

    const [draft, ...others] = await here.invoices(lead);
    expect(others).toEqual([]);
    const lines = await here.lines(lead, [draft?.id ?? '']);
    // 15 of 30 days: 50 at £1.50, 20.5 at £0.75, and the second tier's £5.
    expect(lines.map(({ description, net }) => [description, formatPence(net)])).toEqual([
      ['Payroll Core: Payslips, 1 April 2026 to 15 April 2026', '95.38'],
      ['Payroll Core: Payslips, 16 April 2026 to 30 April 2026', '6.00'],
      ['Payroll Core: Meter 1, April 2026', '30.00'],
    ]);
    expect([draft?.net, draft?.vat, draft?.gross]).toEqual([13138n, 2628n, 15766n]);
    expect(draft).toMatchObject({ state: 'DRAFT', number: null, seller: null, tenantId: member.tenantId });
    for (const { working, net } of lines) {
      const { calculation, result } = working.arithmetic;
      const rated = rateLine(valueOf(parseCalculation(JSON.parse(JSON.stringify(calculation)))));
      expect(ratedLineToJson(rated)).toEqual(result);
      expect(rated.net).toBe(net);
    }
    const said = seen.invoices[0]?.lines ?? [];
    expect(lines.map(({ id: _, invoiceId: __, ...line }) => line)).toEqual(said);
    expect(seen.invoices).toHaveLength(1);
    expect(seen.invoices[0]?.totals).toMatchObject({ net: 13138n, vat: 2628n, gross: 15766n });
  });

  it('is for a month that is over on London’s calendar, to the second', async () => {
    const lead = await here.lead();
    for (const [last, first, label] of [
      ['2027-03-31T22:59:59Z', '2027-03-31T23:00:00Z', '2027-03'],
      ['2026-10-31T23:59:59Z', '2026-11-01T00:00:00Z', '2026-10'],
      ['2028-02-29T23:59:59Z', '2028-03-01T00:00:00Z', '2028-02'],
      ['2026-08-31T22:59:59Z', '2026-08-31T23:00:00Z', '2026-08'],
    ] as const) {
      const prepare = () =>
        here.app.get(PrepareBillingRun).execute(lead.preparer, { month: label, idempotencyKey: newId() });
      await here.setClock(last);
      expect(codesOf(await prepare())).toEqual(['PERIOD_NOT_ENDED']);
      await here.setClock(first);
      expect(codesOf(await prepare())).toEqual([]);
    }
    expect(
      codesOf(
        await here.app
          .get(PrepareBillingRun)
          .execute(lead.preparer, { month: '2026-13', idempotencyKey: newId() }),
      ),
    ).toEqual(['MONTH_FORMAT']);
    const starts = await here.rows<{ period_start: string }>(
      'select period_start from billing_run where lead_id = $1 order by 1',
      [lead.leadId],
    );
    expect(starts.map((row) => row.period_start)).toEqual([
      '2026-08-01',
      '2026-10-01',
      '2027-03-01',
      '2028-02-01',
    ]);
  });

  it('bills the days on both sides of a clock change, a month’s end and 29 February once each, in the right month', async () => {
    await here.setClock('2028-04-02');
    const lead = await here.lead([
      { '2020-04-01': { model: 'perUnit', unit: '1' } },
      { '2020-04-01': { model: 'flat', amount: '29' } },
    ]);
    const member = await here.member(lead, { startsOn: '2026-10-01', endsOn: '2028-02-29' });
    for (const day of [
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
      '2026-10-31',
      '2026-11-01',
      '2027-03-27',
      '2027-03-28',
      '2027-03-31',
      '2027-04-01',
      '2028-02-28',
      '2028-02-29',
    ])
      await here.use(member, day, '1');
    const billed: Record<string, string> = {};
    for (const label of ['2026-10', '2026-11', '2027-03', '2027-04', '2028-02']) {
      await here.run(lead, label);
      const [draft] = await here.invoices(lead, { runId: await runOf(lead, label) });
      for (const line of draft ? await here.lines(lead, [draft.id]) : [])
        billed[
          `${line.meterId === member.meterIds[0] ? 'units' : 'flat'} ${line.period.start}/${line.period.end}`
        ] = formatPence(line.net);
    }
    expect(Object.entries(billed).filter(([name]) => name.startsWith('units'))).toEqual([
      ['units 2026-10-01/2026-11-01', '4.00'],
      ['units 2026-11-01/2026-12-01', '1.00'],
      ['units 2027-03-01/2027-04-01', '3.00'],
      ['units 2027-04-01/2027-05-01', '1.00'],
      ['units 2028-02-01/2028-03-01', '2.00'],
    ]);
    // Every month between is there once, whole, the last one with its 29 days.
    const flats = Object.entries(billed).filter(([name]) => name.startsWith('flat'));
    expect(flats).toHaveLength(17);
    expect(new Set(flats.map(([, net]) => net))).toEqual(new Set(['29.00']));
  });

  it('started by 8 workers at once makes one set of invoices', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    const members = await here.members(lead, 12, '2026-05-01');
    for (const [index, member] of members.entries()) await here.use(member, '2026-05-10', `${index + 1}`);
    const started = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const prepared = await here.app
          .get(PrepareBillingRun)
          .execute(lead.preparer, { month: '2026-05', idempotencyKey: newId() });
        await here.draft(2);
        return valueOf(prepared).runId;
      }),
    );
    await here.draft(8);
    expect(new Set(started).size).toBe(1);
    const invoices = await here.invoices(lead);
    expect(invoices).toHaveLength(12);
    expect(new Set(invoices.map(({ tenantId }) => tenantId)).size).toBe(12);
    expect(invoices.reduce((sum, { net }) => sum + net, 0n)).toBe(78n * 442n);
    expect((await here.membersOfRun(lead, started[0] ?? '')).map(({ state }) => state)).toEqual(
      Array(12).fill('DONE'),
    );
    const [run] = await here.rows<{ state: string }>('select state from billing_run where id = $1', [
      started[0],
    ]);
    expect(run?.state).toBe('PREPARED');
  });

  it('prepared again changes nothing when nothing changed', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    const member = await here.member(lead, { startsOn: '2026-05-01' });
    await here.use(member, '2026-05-10', '7');
    const first = await here.run(lead, '2026-05');
    // Use of another month moves the member's receipts on, and the draft stays what it is.
    await here.use(member, '2026-06-01', '7');
    const before = await here.fingerprint();
    expect(await here.run(lead, '2026-05', { workers: 4 })).toBe(first);
    expect(await here.run(lead, '2026-05')).toBe(first);
    expect(
      await here.fingerprint().then((after) => withoutUsageAudit(after) === withoutUsageAudit(before)),
    ).toBe(true);
    await bill(lead, '2026-05');
    const issued = await here.fingerprint();
    await here.run(lead, '2026-05');
    expect(await here.fingerprint()).toBe(issued);
  });

  it('with the same key is the same request', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    const idempotencyKey = newId();
    const prepare = (label: string) =>
      here.app.get(PrepareBillingRun).execute(lead.preparer, { month: label, idempotencyKey });
    const { runId } = valueOf(await prepare('2026-05'));
    expect(valueOf(await prepare('2026-05'))).toEqual({ runId });
    expect(codesOf(await prepare('2026-04'))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('brings a draft up to date, and takes it away when nothing is owed any more', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    const event = await here.use(member, '2026-04-10', '10');
    const runId = await here.run(lead, '2026-04');
    const [draft] = await here.invoices(lead);
    await here.use(member, '2026-04-11', '1');
    await here.run(lead, '2026-04');
    const [again] = await here.invoices(lead);
    expect(again).toMatchObject({ id: draft?.id, net: 4862n });
    expect(again?.contentSha256).not.toBe(draft?.contentSha256);
    const [line] = await here.lines(lead, [again?.id ?? '']);
    expect([line?.working.receiptAfter, line?.working.receiptUpTo]).toEqual([0n, 2n]);
    const other = await here.use(member, '2026-04-12', '2');
    await here.use(member, '2026-04-10', '0', { corrects: event });
    await here.use(member, '2026-04-12', '0', { corrects: other });
    await here.run(lead, '2026-04');
    expect(await here.invoices(lead)).toMatchObject([{ id: draft?.id, net: 442n }]);
    expect((await here.membersOfRun(lead, runId)).map(({ state }) => state)).toEqual(['DONE']);
  });
});

const runOf = async (lead: LeadHere, label: string): Promise<string> => {
  const [run] = await here.rows<{ id: string }>(
    'select id from billing_run where lead_id = $1 and period_start = $2',
    [lead.leadId, `${label}-01`],
  );
  return run?.id ?? '';
};
const withoutUsageAudit = (fingerprint: string): string =>
  JSON.stringify(
    (JSON.parse(fingerprint) as { name: string }[]).filter(({ name }) => name !== 'tenant_audit'),
  );

/** What counted each record of a member, by day and receipt, as `reader` is told of records that the lead authority has. */
const countedOn = async (reader: Actor, lead: LeadHere, { tenantId, leadId, callOffId }: MemberHere) => {
  const [meterId = ''] = lead.meterIds;
  const period = { start: localDate('2026-04-01'), end: localDate('2026-06-01') };
  const wanted = { tenantId, leadId, callOffId, meterId, period, after: 0n, upTo: 99n };
  const records = await here.work.read(lead.preparer, (tx) =>
    here.app.get(ReadUsage).records(tx, wanted, { limit: 50, after: null }),
  );
  const documents = await here.work.read(reader, (tx) => here.app.get(ReadCountedOn).ofRecords(tx, records));
  return records.map(({ day, receiptNumber }, at) => [
    `${day} ${receiptNumber}`,
    ...(documents[at] ?? []).map(({ kind, number, lineId }) => `${kind} ${number} ${lineId ?? '-'}`).sort(),
  ]);
};

describe('what comes after a bill', () => {
  it('late use lands on the next invoice under its own month; a correction is credited; nothing twice', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    const first = await here.use(member, '2026-04-10', '10');
    await here.run(lead, '2026-04');
    // A draft has not billed anything yet.
    expect(await countedOn(lead.preparer, lead, member)).toEqual([['2026-04-10 1']]);
    await bill(lead, '2026-04');
    await here.setClock('2026-06-02');
    await here.use(member, '2026-04-11', '2.5');
    await here.use(member, '2026-05-05', '4');
    await bill(lead, '2026-05');
    const [may, april] = await here.invoices(lead);
    const lines = await here.lines(lead, [may?.id ?? '']);
    expect(
      lines.map(({ description, net, working }) => [
        description,
        net,
        working.receiptAfter,
        working.receiptUpTo,
      ]),
    ).toEqual([
      ['Payroll Core: Payslips, April 2026 (change since it was billed)', 1105n, 1n, 2n],
      ['Payroll Core: Payslips, May 2026', 1768n, 0n, 3n],
    ]);
    const records = await here.work.read(lead.preparer, async (tx) => {
      const found = await here.app.get(ReadInvoices).line(tx, lines[0]?.id ?? '');
      return found ? here.app.get(ReadInvoices).records(tx, found, { limit: 10, after: null }) : [];
    });
    expect(records.map(({ day, quantity }) => [day, quantity.toString()])).toEqual([['2026-04-11', '2.5']]);
    const [ofApril] = await here.lines(lead, [april?.id ?? '']);
    const counted = [
      ['2026-04-10 1', `INVOICE ${april?.number} ${ofApril?.id}`],
      ['2026-04-11 2', `INVOICE ${may?.number} ${lines[0]?.id}`],
      ['2026-05-05 3', `INVOICE ${may?.number} ${lines[1]?.id}`],
    ];
    expect(await countedOn(lead.preparer, lead, member)).toEqual(counted);
    expect(await countedOn(member.staff, lead, member)).toEqual(counted);
    const stranger = await here.member(lead);
    expect(await countedOn(stranger.staff, lead, member)).toEqual(counted.map(([record]) => [record]));
    expect(await countedOn((await here.lead()).preparer, lead, member)).toEqual(
      counted.map(([record]) => [record]),
    );

    // 10 becomes 1: £39.78 less, first off the newest line of April, then off the older one.
    await here.use(member, '2026-04-10', '1', { corrects: first });
    const runId = await here.run(lead, '2026-06').catch(() => null);
    expect(runId).toBeNull();
    await here.run(lead, '2026-05');
    const notes = await here.creditNotes(lead);
    expect(
      notes.map(({ kind, net, vat, gross, invoiceId, state }) => [kind, net, vat, gross, invoiceId, state]),
    ).toEqual(
      expect.arrayContaining([
        ['RECALCULATION', 1105n, 221n, 1326n, may?.id, 'DRAFT'],
        ['RECALCULATION', 2873n, 575n, 3448n, april?.id, 'DRAFT'],
      ]),
    );
    expect(notes).toHaveLength(2);
    await bill(lead, '2026-05');
    const balances = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ReadLedger).balances(tx, { tenantId: member.tenantId, leadId: member.leadId }),
    );
    // Worth now: 3.5 in April and 4 in May at £4.42.
    expect(balances.INCOME).toBe(-3315n);
    expect(balances.RECEIVABLE).toBe(3315n + 663n);
    const before = await here.fingerprint();
    await here.run(lead, '2026-05');
    await here.run(lead, '2026-04');
    expect(await here.fingerprint()).toBe(before);
    const numbers = (await here.creditNotes(lead)).map(({ number }) => number).sort();
    expect(numbers).toEqual([
      expect.stringMatching(/^[A-Z]{4}-CN-2026-00001$/),
      expect.stringMatching(/^[A-Z]{4}-CN-2026-00002$/),
    ]);
    expect(await countedOn(member.staff, lead, member)).toEqual(
      [
        ...counted.slice(0, 2),
        ['2026-04-10 4', ...numbers.map((number) => `CREDIT_NOTE ${number} -`)],
        ...counted.slice(2),
      ].sort(([a = ''], [b = '']) => Number(a.slice(11)) - Number(b.slice(11))),
    );
  });

  it('waits with a credit until the invoice is issued, and says so', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    const event = await here.use(member, '2026-04-10', '10');
    const runId = await here.run(lead, '2026-04');
    await approveAll(lead, runId);
    await here.use(member, '2026-04-10', '4', { corrects: event });
    await here.run(lead, '2026-04');
    expect(await here.creditNotes(lead)).toEqual([]);
    const [state] = await here.membersOfRun(lead, runId);
    expect(state?.reason).toContain('£26.52 is still to be credited');
    await issueAll(lead, runId);
    await here.run(lead, '2026-04');
    expect((await here.creditNotes(lead)).map(({ net }) => net)).toEqual([2652n]);
    expect((await here.membersOfRun(lead, runId))[0]?.reason).toBeNull();
  });

  it('brings older drafts up to date with a newer run', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '10');
    const april = await here.run(lead, '2026-04');
    await here.setClock('2026-06-02');
    await here.use(member, '2026-04-11', '1');
    await here.use(member, '2026-05-11', '2');
    const may = await here.run(lead, '2026-05');
    const nets = async (runId: string) => (await here.invoices(lead, { runId })).map(({ net }) => net);
    expect([await nets(april), await nets(may)]).toEqual([[4862n], [884n]]);
    // April's late use after April is issued is May's.
    await bill(lead, '2026-04');
    await here.use(member, '2026-04-12', '1');
    await here.run(lead, '2026-05');
    expect([await nets(april), await nets(may)]).toEqual([[4862n], [1326n]]);
  });
});

describe('approving', () => {
  const drafted = async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '10');
    const runId = await here.run(lead, '2026-04');
    const [draft] = await here.invoices(lead);
    if (!draft) throw new Error('no draft');
    return { lead, member, runId, draft };
  };

  it('is for someone else, for exactly what was seen, and once', async () => {
    const { lead, member, draft } = await drafted();
    expect(await refusedWithoutTrace(() => approve(lead, draft, lead.preparer))).toEqual(['SELF_APPROVAL']);
    expect(
      await refusedWithoutTrace(() => approve(lead, { ...draft, contentSha256: '00'.repeat(32) })),
    ).toEqual(['CONTENT_CHANGED']);
    expect(await refusedWithoutTrace(() => issue(lead, draft.id))).toEqual(['INVOICE_NOT_APPROVED']);
    await here.use(member, '2026-04-11', '1');
    await here.run(lead, '2026-04');
    expect(await refusedWithoutTrace(() => approve(lead, draft))).toEqual(['CONTENT_CHANGED']);
    const [now] = await here.invoices(lead);
    const both = await Promise.all([approve(lead, now ?? draft), approve(lead, now ?? draft)]);
    expect(both.flatMap(codesOf)).toEqual(['STATE_NOT_ALLOWED']);
    // Approved content stays, whatever a run finds.
    await here.use(member, '2026-04-12', '1');
    await here.run(lead, '2026-04');
    const [extra, approved] = (await here.invoices(lead)).sort((a, b) => (a.net < b.net ? -1 : 1));
    expect([extra?.state, extra?.net, approved?.state, approved?.net]).toEqual([
      'DRAFT',
      442n,
      'APPROVED',
      4862n,
    ]);
  });

  it('of a whole run names what was seen', async () => {
    const { lead, runId, member } = await drafted();
    const run = here.app.get(ApproveRun);
    const seen = await here.draftsSha256(lead, runId);
    expect(
      await refusedWithoutTrace(() => run.execute(lead.approver, { runId, contentSha256: '00'.repeat(32) })),
    ).toEqual(['CONTENT_CHANGED']);
    const own = valueOf(await run.execute(lead.preparer, { runId, contentSha256: seen ?? '' }));
    expect(
      own.failures.map(({ tenantId, refusals }) => [tenantId, refusals.map(({ code }) => code)]),
    ).toEqual([[member.tenantId, ['SELF_APPROVAL']]]);
    expect((await approveAll(lead, runId)).failures).toEqual([]);
    expect(codesOf(await run.execute(lead.approver, { runId, contentSha256: seen ?? '' }))).toEqual([
      'RUN_NOTHING_TO_APPROVE',
    ]);
    expect(codesOf(await run.execute(lead.approver, { runId: newId(), contentSha256: '' }))).toEqual([
      'NOT_FOUND',
    ]);
  });

  it('answers another lead authority, and a member, as if there were nothing', async () => {
    const { draft, member, lead } = await drafted();
    const other = await here.lead();
    expect(await refusedWithoutTrace(() => approve(other, draft))).toEqual(['NOT_FOUND']);
    expect(await refusedWithoutTrace(() => issue(other, draft.id))).toEqual(['NOT_FOUND']);
    const stranger = await here.member(other);
    const invoices = here.app.get(ReadInvoices);
    for (const actor of [member.staff, stranger.staff, other.approver]) {
      const read = await here.work.read(actor, async (tx) => [
        await invoices.byId(tx, draft.id),
        await invoices.page(tx, {}, { limit: 10, after: null }),
        await invoices.line(tx, (await invoices.lines(tx, [draft.id]))[0]?.id ?? newId()),
      ]);
      expect(read).toEqual([null, [], null]);
    }
    await approve(lead, draft);
    valueOf(await issue(lead, draft.id));
    expect(await here.work.read(member.staff, (tx) => invoices.byId(tx, draft.id))).toMatchObject({
      state: 'ISSUED',
    });
    expect(await here.work.read(stranger.staff, (tx) => invoices.byId(tx, draft.id))).toBeNull();
  });
});

describe('issuing', () => {
  it('freezes what is printed, posts it, tells the member and takes the next number', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead(undefined, { paymentDays: 14 });
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '10');
    await bill(lead, '2026-04');
    const [invoice] = await here.invoices(lead);
    expect(invoice).toMatchObject({
      state: 'ISSUED',
      issuedOn: '2026-05-02',
      dueOn: '2026-05-16',
      seller: { name: expect.stringContaining('Lead'), address: '1 High Street', vatNumber: 'GB000000000' },
      buyer: { name: expect.stringContaining('Member') },
      purchaseOrders: [{ callOffId: member.callOffId, number: '4500012345' }],
    });
    expect(invoice?.number).toMatch(/^[A-Z]{4}-2026-00001$/);
    const entries = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ReadLedger).entriesOf(tx, lead.leadId, [invoice?.id ?? '']),
    );
    expect(entries.flatMap(({ postings }) => postings)).toEqual([
      { account: 'RECEIVABLE', invoiceId: invoice?.id, amount: 5304n },
      { account: 'INCOME', invoiceId: null, amount: -4420n },
      { account: 'VAT_OUTPUT', invoiceId: null, amount: -884n },
    ]);
    const notices = await here.rows<{
      payload: { bodyId: string; mail: string; words: Record<string, string> };
    }>("select payload from job where queue = 'notice' and payload ->> 'bodyId' = $1", [member.tenantId]);
    expect(notices.map(({ payload }) => payload)).toMatchObject([
      {
        mail: 'INVOICE_ISSUED',
        words: { number: invoice?.number, gross: '£53.04', due: '16 May 2026', period: 'April 2026' },
      },
    ]);
    const chain = { kind: 'tenant', tenantId: member.tenantId, leadId: lead.leadId } as const;
    const report = await here.work.read(lead.preparer, (tx) => verifyChain(tx, chain));
    expect(report.fault).toBeNull();
    const [head] = await here.rows<{ hash: string }>(
      "select encode(hash, 'hex') as hash from tenant_audit where subject_id = $1 and action = 'invoice.issue'",
      [invoice?.id],
    );
    expect(invoice?.auditHead).toBe(head?.hash);
    await digestsMatch(lead);
  });

  it('needs the lead authority’s details and a purchase order or an exemption, and goes on without those that lack one', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead(undefined, { details: false });
    const [without, exempt] = [
      await here.member(lead, { order: 'NONE_RECORDED' }),
      await here.member(lead, { order: null }),
    ];
    for (const member of [without, exempt]) await here.use(member, '2026-04-10', '10');
    const runId = await here.run(lead, '2026-04');
    await approveAll(lead, runId);
    const codes = async () =>
      (await issueAll(lead, runId)).failures.map(({ tenantId, refusals }) => [tenantId, refusals[0]?.code]);
    expect((await codes()).map(([, code]) => code)).toEqual([
      'SELLER_DETAILS_MISSING',
      'SELLER_DETAILS_MISSING',
    ]);
    await here.leadDetails(lead.leadId);
    expect(await codes()).toEqual([[without.tenantId, 'PO_REQUIRED']]);
    await here.purchaseOrder(without, 'PO-1', '2026-05-01');
    expect(await codes()).toEqual([[without.tenantId, 'PO_REQUIRED']]);
    await here.purchaseOrder(without, 'PO-2', '2026-04-30');
    expect(await codes()).toEqual([]);
    const invoices = await here.invoices(lead);
    expect(invoices.map(({ number }) => number?.slice(-5)).sort()).toEqual(['00001', '00002']);
    expect(invoices.find(({ tenantId }) => tenantId === exempt.tenantId)?.purchaseOrders).toMatchObject([
      { number: null },
    ]);
  });

  it('once, however often it is asked', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '10');
    const runId = await here.run(lead, '2026-04');
    await approveAll(lead, runId);
    const [draft] = await here.invoices(lead);
    const invoiceId = draft?.id ?? '';
    const key = newId();
    const same = () => here.app.get(IssueInvoice).execute(lead.approver, { invoiceId, idempotencyKey: key });
    const answers = await Promise.all([
      same(),
      same(),
      same(),
      issue(lead, invoiceId),
      issue(lead, invoiceId),
    ]);
    expect(answers.filter(({ ok: good }) => good).length).toBeGreaterThan(0);
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['INVOICE_ISSUED']));
    const before = await here.fingerprint();
    await same();
    expect(codesOf(await issue(lead, invoiceId))).toEqual(['INVOICE_ISSUED']);
    expect(await here.fingerprint()).toBe(before);
    const again = { runId, idempotencyKey: newId() };
    expect(codesOf(await here.app.get(IssueRun).execute(lead.approver, again))).toEqual([
      'RUN_NOTHING_TO_APPROVE',
    ]);
  });

  it('gives numbers without gaps or doubles while many issue at once and some are rolled back', async () => {
    await here.setClock('2027-03-31');
    const lead = await here.lead();
    const members = await here.members(lead, 20, '2027-02-01');
    for (const member of members) await here.use(member, '2027-02-10', '1');
    const runId = await here.run(lead, '2027-02', { workers: 4 });
    await approveAll(lead, runId);
    const approved = await here.invoices(lead, { runId });
    const rolledBack = async (invoice: Invoice) =>
      here.work.run(lead.approver.forTenant(invoice.tenantId), async (tx) => {
        valueOf(await here.app.get(IssueInvoice).within(tx, invoice));
        return err(refuse('NOT_FOUND'));
      });
    const attempts = approved.flatMap((invoice, index) => [
      ...(index % 3 === 0 ? [() => rolledBack(invoice)] : []),
      () => issue(lead, invoice.id),
    ]);
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      for (let i = lane; i < attempts.length; i += 8) await attempts[i]?.().catch(() => undefined);
    });
    await Promise.all(lanes);
    for (const { id } of await here.invoices(lead, { statuses: ['APPROVED'] }))
      valueOf(await issue(lead, id));
    const numbers = (await here.invoices(lead)).map(({ number }) => number?.slice(-10)).sort();
    expect(numbers).toEqual(
      Array.from({ length: 20 }, (_, index) => `2026-${String(index + 1).padStart(5, '0')}`),
    );
    // A new financial year begins its own numbers.
    await here.setClock('2027-04-01');
    await here.use(members[0] as MemberHere, '2027-03-10', '1');
    await bill(lead, '2027-03');
    expect((await here.invoices(lead))[0]?.number).toMatch(/-2027-00001$/);
  });
});

const digestsMatch = async (lead: LeadHere): Promise<void> => {
  await here.work.read(lead.preparer, async (tx) => {
    const [invoices, notes] = [here.app.get(ReadInvoices), here.app.get(ReadCreditNotes)];
    for (const invoice of await invoices.page(tx, {}, { limit: 100, after: null })) {
      expect(storedInvoiceDigest(invoice, await invoices.lines(tx, [invoice.id]))).toBe(
        invoice.contentSha256,
      );
      if (invoice.state === 'ISSUED') expect(issuedDigest(invoice)).toBe(invoice.issuedSha256);
    }
    for (const note of await notes.page(tx, {}, { limit: 100, after: null })) {
      expect(storedCreditNoteDigest(note, await notes.lines(tx, [note.id]))).toBe(note.contentSha256);
      if (note.state === 'ISSUED')
        expect(issuedDigest({ ...note, dueOn: null, purchaseOrders: null })).toBe(note.issuedSha256);
    }
  });
};

/** Who of a lead authority is told what. */
const noticesTo = async ({ leadId }: LeadHere) => {
  const jobs = await here.rows<{ payload: { role: string; mail: string; words: object } }>(
    "select payload from job where queue = 'notice' and payload ->> 'bodyId' = $1",
    [leadId],
  );
  return jobs.map(({ payload: { role, mail, words } }) => [role, mail, words]);
};
const nameOf = async ({ tenantId }: MemberHere): Promise<string | undefined> =>
  (await here.rows<{ name: string }>('select name from body where id = $1', [tenantId]))[0]?.name;

describe('a member whose data fails a check', () => {
  it('is parked with the reason while the others go on, and is drafted once it is put right', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([{ '2026-04-15': { model: 'perUnit', unit: '1' } }]);
    const [gap, fine] = [await here.member(lead), await here.member(lead)];
    await here.use(gap, '2026-04-14', '1');
    await here.use(fine, '2026-04-15', '1');
    const runId = await here.run(lead, '2026-04');
    expect(
      (await here.membersOfRun(lead, runId)).map(({ tenantId, state, reason }) => [tenantId, state, reason]),
    ).toEqual([
      [gap.tenantId, 'PARKED', 'There is no price for Payslips from 1 April 2026 to 14 April 2026.'],
      [fine.tenantId, 'DONE', null],
    ]);
    expect((await here.invoices(lead)).map(({ tenantId }) => tenantId)).toEqual([fine.tenantId]);
    const why = 'There is no price for Payslips from 1 April 2026 to 14 April 2026.';
    expect(await noticesTo(lead)).toEqual([
      ['LEAD_FINANCE_PREPARER', 'BILLING_PARKED', { body: await nameOf(gap), period: 'April 2026', why }],
    ]);
    expect(codesOf(await preview(lead, gap, '2026-04'))).toEqual(['PRICE_GAP']);
    await here.price(lead.leadId, gap.meterIds[0] ?? '', '2026-04-01', { model: 'perUnit', unit: '2' });
    await here.run(lead, '2026-04');
    expect((await here.membersOfRun(lead, runId)).map(({ state }) => state)).toEqual(['DONE', 'DONE']);
    expect((await here.invoices(lead)).map(({ net }) => net).sort()).toEqual([100n, 200n]);
    expect(await noticesTo(lead)).toHaveLength(1);
  });

  it('has nothing approved of that run meanwhile', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([{ '2026-04-10': { model: 'perUnit', unit: '1' } }]);
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '1');
    const runId = await here.run(lead, '2026-04');
    const [draft] = await here.invoices(lead);
    const bad = await here.use(member, '2026-04-09', '1');
    await here.run(lead, '2026-04');
    expect((await here.membersOfRun(lead, runId)).map(({ state }) => state)).toEqual(['PARKED']);
    expect(await refusedWithoutTrace(() => approve(lead, draft as Invoice))).toEqual(['INVOICE_PARKED']);
    await here.use(member, '2026-04-09', '0', { corrects: bad });
    await here.price(lead.leadId, member.meterIds[0] ?? '', '2026-04-01', { model: 'perUnit', unit: '1' });
    await here.run(lead, '2026-04');
    expect((await here.membersOfRun(lead, runId)).map(({ state }) => state)).toEqual(['DONE']);
  });

  it('is parked by a fault after a few tries', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const [broken, fine] = [await here.member(lead), await here.member(lead)];
    for (const member of [broken, fine]) await here.use(member, '2026-04-10', '1');
    // A revision that cannot be: the database refuses the line, as it refuses a bug's.
    await here.rows(`update call_off set agreement_id = $1 where id = $2`, [newId(), broken.callOffId]);
    const { runId } = valueOf(
      await here.app
        .get(PrepareBillingRun)
        .execute(lead.preparer, { month: '2026-04', idempotencyKey: newId() }),
    );
    for (let tries = 0; tries < 3; tries += 1) {
      await here.draft().catch(() => undefined);
      await here.rows(
        "update job set leased_until = null, lease_token = null, run_at = now() where queue = 'billing-draft'",
      );
    }
    await here.draft();
    expect((await here.membersOfRun(lead, runId)).map(({ tenantId, state }) => [tenantId, state])).toEqual([
      [broken.tenantId, 'PARKED'],
      [fine.tenantId, 'DONE'],
    ]);
    const { reason } = (await here.membersOfRun(lead, runId))[0] ?? {};
    expect(reason).toContain('Something went wrong');
    expect(await noticesTo(lead)).toEqual([
      [
        'LEAD_FINANCE_PREPARER',
        'BILLING_PARKED',
        { body: await nameOf(broken), period: 'April 2026', why: reason },
      ],
    ]);
    expect((await here.invoices(lead)).map(({ tenantId }) => tenantId)).toEqual([fine.tenantId]);
  });
});

describe('a concession', () => {
  const issued = async (quantity = '100') => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([{ '2026-04-01': { model: 'perUnit', unit: '1' } }]);
    const member = await here.member(lead);
    const event = await here.use(member, '2026-04-10', quantity);
    await bill(lead, '2026-04');
    const [invoice] = await here.invoices(lead);
    if (!invoice) throw new Error('no invoice');
    const [line] = await here.lines(lead, [invoice.id]);
    const raise = (net: string, reason = 'Late delivery') =>
      here.app.get(RaiseConcession).execute(lead.preparer, {
        invoiceId: invoice.id,
        reason,
        lines: [{ invoiceLineId: line?.id ?? '', net }],
        idempotencyKey: newId(),
      });
    return { lead, member, event, invoice, line, raise };
  };
  const complete = async (lead: LeadHere, creditNoteId: string) => {
    const [note] = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ReadCreditNotes).byIds(tx, [creditNoteId]),
    );
    const command = { creditNoteId, contentSha256: note?.contentSha256 ?? '' };
    expect(codesOf(await here.app.get(ApproveCreditNote).execute(lead.preparer, command))).toEqual([
      'SELF_APPROVAL',
    ]);
    valueOf(await here.app.get(ApproveCreditNote).execute(lead.approver, command));
    valueOf(
      await here.app.get(IssueCreditNote).execute(lead.approver, { creditNoteId, idempotencyKey: newId() }),
    );
  };

  it('is never part of a difference, and never more than is left', async () => {
    const { lead, member, event, invoice, raise } = await issued();
    expect(await refusedWithoutTrace(() => raise('100.01'))).toEqual(['CREDIT_OVER_INVOICE']);
    expect(await refusedWithoutTrace(() => raise('10', ' '))).toEqual(['CREDIT_NEEDS_REASON']);
    expect(await refusedWithoutTrace(() => raise('0'))).toEqual(['PAYMENT_AMOUNT']);
    expect(await refusedWithoutTrace(() => raise('1.001'))).toEqual(['AMOUNT_FORMAT']);
    const { creditNoteId } = valueOf(await raise('30'));
    await complete(lead, creditNoteId);
    const before = await here.fingerprint();
    await here.run(lead, '2026-04');
    expect(await here.fingerprint()).toBe(before);
    // 100 becomes 80: £20 of what is left is credited besides.
    await here.use(member, '2026-04-10', '80', { corrects: event });
    await here.run(lead, '2026-04');
    const drafts = (await here.creditNotes(lead)).filter(({ state }) => state === 'DRAFT');
    expect(drafts.map(({ net, invoiceId }) => [net, invoiceId])).toEqual([[2000n, invoice.id]]);
    expect(codesOf(await raise('50.01'))).toEqual(['CREDIT_OVER_INVOICE']);
    const balances = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ReadLedger).balancesOfInvoices(tx, lead.leadId, [invoice.id]),
    );
    expect(balances.get(invoice.id)).toEqual({
      invoiced: 12000n,
      credited: 3600n,
      paid: 0n,
      outstanding: 8400n,
    });
    await digestsMatch(lead);
  });

  it('of 60 pounds twice at once on 100 is granted once', async () => {
    const { lead, raise } = await issued();
    const answers = await Promise.all([raise('60'), raise('60'), raise('60')]);
    expect(answers.flatMap(codesOf)).toEqual(['CREDIT_OVER_INVOICE', 'CREDIT_OVER_INVOICE']);
    expect(await here.creditNotes(lead)).toHaveLength(1);
  });

  it('races a recalculation without crediting more than there is', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { lead, member, event, raise } = await issued();
      await here.use(member, '2026-04-10', '40', { corrects: event });
      await Promise.all([raise('60'), here.run(lead, '2026-04'), raise('45')]);
      const [sum] = await here.rows<{ net: string }>(
        'select coalesce(sum(net_pence), 0)::text as net from credit_note where lead_id = $1',
        [lead.leadId],
      );
      expect(BigInt(sum?.net ?? 0)).toBeLessThanOrEqual(10000n);
    }
  });
});

describe('what is issued', () => {
  it('cannot be changed, deleted or emptied by the service', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    const event = await here.use(member, '2026-04-10', '10');
    await bill(lead, '2026-04');
    await here.use(member, '2026-04-10', '9', { corrects: event });
    await bill(lead, '2026-04');
    const before = await here.fingerprint();
    const service = new pg.Client({ connectionString: here.database.appUrl });
    await service.connect();
    try {
      await service.query(
        `select set_config('app.tenant_id', $1, false), set_config('app.tenant_ids', $2, false), set_config('app.lead_id', $3, false), set_config('app.member_lead_id', $3, false)`,
        [member.tenantId, `{${member.tenantId}}`, lead.leadId],
      );
      for (const table of [
        'invoice',
        'invoice_line',
        'credit_note',
        'credit_note_line',
        'journal_entry',
        'posting',
      ]) {
        const seen = await service.query(`select from ${table} where lead_id = $1`, [lead.leadId]);
        expect(seen.rowCount).toBeGreaterThan(0);
        for (const statement of [
          `update ${table} set lead_id = lead_id where lead_id = '${lead.leadId}'`,
          `delete from ${table} where lead_id = '${lead.leadId}'`,
          `truncate ${table} cascade`,
        ])
          await expect(service.query(statement)).rejects.toThrow(
            /cannot be (changed|deleted)|cannot change|permission denied|append-only/,
          );
      }
      for (const statement of [
        `update invoice set state = 'DRAFT'`,
        `update invoice set net_pence = net_pence + 1, gross_pence = gross_pence + 1`,
        `insert into invoice_line select tenant_id, lead_id, gen_random_uuid(), invoice_id, 99, call_off_id, call_off_revision, meter_id, price_version_id, agreement_id, date_trunc('month', period_start::timestamp)::date + 62, date_trunc('month', period_start::timestamp)::date + 63, description, quantity, events, exact, already_billed_pence, net_pence, vat_treatment, vat_rate, arithmetic, receipt_after, receipt_up_to from invoice_line`,
      ])
        await expect(service.query(statement)).rejects.toThrow(/cannot (be changed|change)/);
    } finally {
      await service.end();
    }
    expect(await here.fingerprint()).toBe(before);
  });

  it('cannot go back, skip a person, or stop adding up while it is a draft', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '10');
    const runId = await here.run(lead, '2026-04');
    const service = new pg.Client({ connectionString: here.database.appUrl });
    await service.connect();
    const tries = (statement: string) => expect(service.query(statement)).rejects;
    try {
      await service.query(
        `select set_config('app.tenant_id', $1, false), set_config('app.tenant_ids', $2, false), set_config('app.lead_id', $3, false), set_config('app.member_lead_id', $3, false)`,
        [member.tenantId, `{${member.tenantId}}`, lead.leadId],
      );
      await tries(`update invoice set state = 'APPROVED'`).toThrow(/invoice_approved/);
      await tries(
        `update invoice set state = 'APPROVED', approved_by = prepared_by, approved_at = now()`,
      ).toThrow(/invoice_two_people/);
      await tries(
        `update invoice set state = 'ISSUED', approved_by = '${newId()}', approved_at = now()`,
      ).toThrow(/cannot go from DRAFT to ISSUED|invoice_issued/);
      await tries(`update invoice set net_pence = net_pence + 1, gross_pence = gross_pence + 1`).toThrow(
        /sum of its lines/,
      );
      await tries('delete from invoice_line').toThrow(/sum of its lines/);
      // The lines that are there already were written by another transaction: none of them checks for this one.
      await tries(
        `insert into invoice_line select tenant_id, lead_id, gen_random_uuid(), invoice_id, 99, call_off_id, call_off_revision, meter_id, price_version_id, agreement_id, date_trunc('month', period_start::timestamp)::date + 62, date_trunc('month', period_start::timestamp)::date + 63, description, quantity, events, exact, already_billed_pence, net_pence, vat_treatment, vat_rate, arithmetic, receipt_after, receipt_up_to from invoice_line`,
      ).toThrow(/sum of its lines/);
    } finally {
      await service.end();
    }
    await approveAll(lead, runId);
    expect(await here.invoices(lead)).toMatchObject([{ state: 'APPROVED', net: 4420n }]);
  });

  it('is the database’s ledger too: an entry that does not balance is refused at commit', async () => {
    const lead = await here.lead();
    const { tenantId, leadId } = await here.member(lead);
    const service = new pg.Client({ connectionString: here.database.appUrl });
    await service.connect();
    const post = async (amounts: readonly number[]) => {
      const id = newId();
      await service.query('begin');
      try {
        await service.query(
          `select set_config('app.tenant_id', $1, true), set_config('app.tenant_ids', $2, true)`,
          [tenantId, `{${tenantId}}`],
        );
        await service.query(
          `insert into journal_entry (tenant_id, lead_id, id, kind, document_id, posted_at, posted_on, memo) values ($1, $2, $3, 'INVOICE', $4, now(), '2026-05-02', 'x')`,
          [tenantId, leadId, id, newId()],
        );
        for (const [index, amount] of amounts.entries())
          await service.query(
            `insert into posting (tenant_id, lead_id, entry_id, line_number, account, amount_pence) values ($1, $2, $3, $4, 'INCOME', $5)`,
            [tenantId, leadId, id, index, amount],
          );
        await service.query('commit');
      } catch (error) {
        await service.query('rollback');
        throw error;
      }
    };
    try {
      await expect(post([100, -99])).rejects.toThrow('does not balance');
      await expect(post([])).rejects.toThrow('does not balance');
      await expect(post([100])).rejects.toThrow('does not balance');
      await expect(post([0, 0])).rejects.toThrow('amount_pence');
    } finally {
      await service.end();
    }
    expect(await here.rows('select from journal_entry where tenant_id = $1', [tenantId])).toEqual([]);
  });
});

describe('the data pack of an invoice', () => {
  it('has what the calculator needs for every line, and a CSV that no spreadsheet runs', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([
      {
        '2026-04-01': {
          model: 'graduated',
          tiers: [
            { upTo: '10', unit: '1.005' },
            { upTo: null, unit: '0.333' },
          ],
          minimum: '5',
        },
      },
    ]);
    await here.rows(`update offering set title = '=HYPERLINK("http://x","y")' where id = $1`, [
      lead.offeringId,
    ]);
    const member = await here.member(lead, { startsOn: '2026-04-12' });
    await here.use(member, '2026-04-20', '12.345');
    await bill(lead, '2026-04');
    const [invoice] = await here.invoices(lead);
    const pack = here.app.get(InvoiceDataPack);
    const { json, csv } = await here.work.read(member.staff, async (tx) => ({
      json: await pack.json(tx, invoice as Invoice),
      csv: await pack.csv(tx, invoice as Invoice),
    }));
    const read = JSON.parse(JSON.stringify(json)) as {
      invoice: Record<string, unknown>;
      lines: { calculation: unknown; result: { net: string }; net: string }[];
    };
    expect(read.invoice).toMatchObject({ number: invoice?.number, gross: formatPence(invoice?.gross ?? 0n) });
    const nets = read.lines.map(({ calculation, result, net }) => {
      expect(ratedLineToJson(rateLine(valueOf(parseCalculation(calculation))))).toEqual(result);
      expect(result.net).toBe(net);
      return exact(net);
    });
    expect(formatPence(invoice?.net ?? 0n)).toBe(
      formatPence(
        BigInt(
          nets
            .reduce((sum, net) => sum.plus(net), exact('0'))
            .times(exact('100'))
            .floor(),
        ),
      ),
    );
    const [header, row] = csv.split('\r\n');
    expect(header).toMatch(/^invoice,issuedOn,dueOn,line,/);
    expect(row).toContain(`"'=HYPERLINK(""http://x"",""y""): Payslips, 12 April 2026 to 30 April 2026"`);
  });
});

describe('the checks of these tests', () => {
  it('name a row that breaks a rule, and are quiet when it is mended', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '10');
    await bill(lead, '2026-04');
    const [invoice] = await here.invoices(lead);
    // As the superuser, past every trigger.
    const of = (table: string, change: string) =>
      `update ${table} set ${change} where ${table === 'invoice' ? 'id' : 'invoice_id'} = $1`;
    const faults: readonly (readonly [name: string, table: string, breaks: string, mends: string])[] = [
      [
        'lines add up to their invoice',
        'invoice',
        'net_pence = net_pence + 1, gross_pence = gross_pence + 1',
        'net_pence = net_pence - 1, gross_pence = gross_pence - 1',
      ],
      [
        'VAT is on the sum of the lines of a rate',
        'invoice',
        'vat_pence = vat_pence + 1, gross_pence = gross_pence + 1',
        'vat_pence = vat_pence - 1, gross_pence = gross_pence - 1',
      ],
      [
        'entries sum to zero',
        'posting',
        'amount_pence = amount_pence + 1',
        'amount_pence = amount_pence - 1',
      ],
      [
        'a line is its arithmetic less what was billed',
        'invoice_line',
        'exact = exact + 1',
        'exact = exact - 1',
      ],
      [
        'document numbers have no gaps and are no more than were taken',
        'invoice',
        `number = replace(number, '00001', '00002')`,
        `number = replace(number, '00002', '00001')`,
      ],
      [
        `the records between a charge's cut-offs are its quantity`,
        'invoice_line',
        'receipt_up_to = 0',
        'receipt_up_to = 1',
      ],
      [
        'a charge cites a revision of its call-off, an agreement and a price of its own meter',
        'invoice_line',
        'call_off_revision = 2',
        'call_off_revision = 1',
      ],
      [
        'what was issued has everything that is printed',
        'invoice',
        `due_on = issued_on - 1`,
        'due_on = issued_on',
      ],
    ];
    for (const [name, table, breaks, mends] of faults) {
      await here.rows(of(table, breaks), [invoice?.id]);
      expect((await brokenInvariants(here.database.adminUrl)).map((broken) => broken.name)).toContain(name);
      await here.rows(of(table, mends), [invoice?.id]);
      expect(await brokenInvariants(here.database.adminUrl)).toEqual([]);
    }
  });
});
