import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { month } from '#libs/kernel';
import { type Actor, JobStore, newId, type AuditRecord } from '#libs/platform';
import { BillingHere, codesOf, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import {
  ApproveInvoice,
  ChooseInvoiceGrouping,
  DraftInvoices,
  ExplainBill,
  InvoiceDataPack,
  IssueInvoice,
  PrepareBillingRun,
  PreviewBill,
  RaiseConcession,
  ApproveCreditNote,
  IssueCreditNote,
  ReadCostSplits,
  ReadOrderCharges,
  ReadRuns,
  RecordCostSplit,
  RetryParked,
  SetSmallestInvoice,
  StopBillingRun,
  VoidInvoice,
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

const prepare = async ({ preparer }: LeadHere, label: string): Promise<string> =>
  valueOf(await here.app.get(PrepareBillingRun).execute(preparer, { month: label, idempotencyKey: newId() }))
    .runId;
const stop = (lead: LeadHere, runId: string, by = lead.preparer) =>
  here.app.get(StopBillingRun).execute(by, { runId });
const retry = (lead: LeadHere, runId: string, tenantId: string | null = null, by = lead.preparer) =>
  here.app.get(RetryParked).execute(by, { runId, tenantId });
const stateOf = async (runId: string): Promise<string> =>
  (await here.rows<{ state: string }>('select state from billing_run where id = $1', [runId]))[0]?.state ??
  '';
const statesOf = async (lead: LeadHere, runId: string): Promise<readonly string[]> =>
  (await here.membersOfRun(lead, runId)).map(({ state }) => state);
/** How often each member was drafted, by its audit chain. */
const draftsOf = (lead: LeadHere, action: AuditRecord['action'] = 'invoice.draft') =>
  here.rows<{ tenant_id: string; drafts: number }>(
    `select tenant_id, count(*)::int as drafts from tenant_audit where lead_id = $1 and action = $2 group by 1`,
    [lead.leadId, action],
  );
/** Does one drafting job. */
const draftOne = async (): Promise<void> => {
  const [jobs, handler] = [here.app.get(JobStore), here.app.get(DraftInvoices)];
  const job = await jobs.take([handler.queue]);
  if (!job) throw new Error('no job is due');
  await handler.handle(job);
  await jobs.remove(job);
};
const approve = (lead: LeadHere, { id, contentSha256 }: Pick<Invoice, 'id' | 'contentSha256'>) =>
  here.app.get(ApproveInvoice).execute(lead.approver, { invoiceId: id, contentSha256 });
const issue = (lead: LeadHere, invoiceId: string, withoutOrderReason: string | null = null) =>
  here.app
    .get(IssueInvoice)
    .execute(lead.approver, { invoiceId, withoutOrderReason, idempotencyKey: newId() });
const issued = async (lead: LeadHere, invoice: Invoice): Promise<void> => {
  valueOf(await approve(lead, invoice));
  valueOf(await issue(lead, invoice.id));
};
const unchanged = async (action: () => Promise<{ ok: boolean }>): Promise<readonly string[]> => {
  const before = await here.fingerprint();
  const result = await action();
  expect(await here.fingerprint()).toBe(before);
  return codesOf(result as never);
};

describe('many workers at once', () => {
  it('draft each member once', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    const members = await here.members(lead, 15, '2026-05-01');
    for (const member of members) await here.use(member, '2026-05-10', '1');
    await prepare(lead, '2026-05');
    // Eight lots, of two members each but for the last.
    expect(await here.draft(8)).toBe(8);
    expect((await draftsOf(lead)).map(({ drafts }) => drafts)).toEqual(Array(15).fill(1));
    expect(await here.invoices(lead)).toHaveLength(15);
  });

  it('go on with what a worker had in hand when it was killed', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    for (const member of await here.members(lead, 3, '2026-05-01')) await here.use(member, '2026-05-10', '1');
    const runId = await prepare(lead, '2026-05');
    const handler = here.app.get(DraftInvoices);
    const lost = await here.app.get(JobStore).take([handler.queue]);
    await here.draft(2);
    expect(await statesOf(lead, runId)).toEqual(['WAITING', 'DONE', 'DONE']);
    await here.rows(`update job set leased_until = now() - interval '1 second' where id = $1`, [lost?.id]);
    await here.draft(2);
    expect(await statesOf(lead, runId)).toEqual(['DONE', 'DONE', 'DONE']);
    // The first worker was not killed after all, only slow: what it does comes to nothing.
    if (lost)
      await expect(handler.handle({ ...lost, attempts: 1 })).rejects.toThrow('taken by another worker');
    expect((await draftsOf(lead)).map(({ drafts }) => drafts)).toEqual([1, 1, 1]);
    expect(await stateOf(runId)).toBe('PREPARED');
  });
});

describe('a run that is stopped', () => {
  it('keeps what is drafted, leaves the others undone, and is prepared again', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    for (const member of await here.members(lead, 3, '2026-05-01')) await here.use(member, '2026-05-10', '1');
    const runId = await prepare(lead, '2026-05');
    await draftOne();
    const stranger = (await here.lead()).preparer;
    expect(await unchanged(() => stop(lead, runId, stranger))).toEqual(['NOT_FOUND']);
    expect(await stateOf(runId)).toBe('PREPARING');
    expect(codesOf(await stop(lead, runId))).toEqual([]);
    expect(await unchanged(() => stop(lead, runId))).toEqual(['STATE_NOT_ALLOWED']);
    const [drafted] = await here.invoices(lead);
    await here.draft(2);
    expect(await statesOf(lead, runId)).toEqual(['WAITING', 'WAITING', 'DONE']);
    expect(await here.invoices(lead)).toEqual([drafted]);
    expect(await stateOf(runId)).toBe('STOPPED');
    expect(await unchanged(() => retry(lead, runId))).toEqual(['STATE_NOT_ALLOWED']);

    expect(await prepare(lead, '2026-05')).toBe(runId);
    await here.draft(2);
    expect(await statesOf(lead, runId)).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await here.invoices(lead)).toHaveLength(3);
    expect((await draftsOf(lead)).map(({ drafts }) => drafts)).toEqual([1, 1, 1]);
    expect(await stateOf(runId)).toBe('PREPARED');
    expect(await unchanged(() => stop(lead, runId))).toEqual(['STATE_NOT_ALLOWED']);
  });

  it('finishes the member in hand, and is prepared when that was the last one', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    const member = await here.member(lead, { startsOn: '2026-05-01' });
    await here.use(member, '2026-05-10', '1');
    const runId = await prepare(lead, '2026-05');
    const [jobs, handler] = [here.app.get(JobStore), here.app.get(DraftInvoices)];
    const job = await jobs.take([handler.queue]);
    if (!job) throw new Error('no job is due');
    // Stopped between the look at the run and the draft: the row of the run is waited for.
    let stopped: Promise<unknown> = Promise.resolve();
    const held = here.work.run(lead.preparer, async (tx) => {
      await tx.manager.query('select 1 from billing_run where id = $1 for no key update', [runId]);
      stopped = handler.handle(job);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.manager.query(`update billing_run set state = 'STOPPED' where id = $1`, [runId]);
      return { ok: true, value: null } as const;
    });
    await held;
    await stopped;
    expect([await stateOf(runId), await statesOf(lead, runId)]).toEqual(['PREPARED', ['DONE']]);
    expect(await here.invoices(lead)).toHaveLength(1);
  });

  it('drafts for whoever asked last', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    const member = await here.member(lead, { startsOn: '2026-05-01' });
    await here.use(member, '2026-05-10', '1');
    const runId = await prepare(lead, '2026-05');
    valueOf(await stop(lead, runId));
    // The job that the first one added waits still.
    await prepare({ ...lead, preparer: lead.approver }, '2026-05');
    await here.draft();
    const [draft] = await here.invoices(lead);
    expect(draft?.preparedBy).toBe(lead.approver.identity.personId);
    expect(draft && codesOf(await approve(lead, draft))).toEqual(['SELF_APPROVAL']);
  });
});

describe('progress', () => {
  it('says since when, and how long to go by how it went', async () => {
    await here.setClock('2026-06-02T09:00:00Z');
    const lead = await here.lead();
    for (const member of await here.members(lead, 4, '2026-05-01')) await here.use(member, '2026-05-10', '1');
    const runId = await prepare(lead, '2026-05');
    const look = () =>
      here.work.read(lead.preparer, async (tx) => {
        const run = await here.app.get(ReadRuns).byId(tx, runId);
        if (!run) throw new Error('the run is there');
        return { run, toGo: await here.app.get(ReadRuns).secondsToGo(tx, run) };
      });
    const first = await look();
    expect(first.toGo).toBeNull();
    expect(Math.abs(first.run.begunAt.getTime() - Date.UTC(2026, 5, 2, 9))).toBeLessThan(10_000);
    await here.setClock('2026-06-02T09:02:00Z');
    await draftOne();
    const { toGo } = await look();
    expect(Math.abs((toGo ?? 0) - 360)).toBeLessThan(30);
    await here.draft();
    expect((await look()).toGo).toBeNull();
    await here.setClock('2026-06-03');
    await prepare(lead, '2026-05');
    const again = await look();
    expect([again.toGo, again.run.startedAt]).toEqual([null, first.run.startedAt]);
    expect(again.run.begunAt > first.run.begunAt).toBe(true);
    await here.draft();
  });
});

describe('parked members', () => {
  /** Two members whose bills are parked, for use that no price covers, and one that is done. */
  const parkedRun = async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([{ '2026-04-16': { model: 'perUnit', unit: '1' } }]);
    const gaps = await here.members(lead, 2, '2026-04-01');
    for (const gap of gaps) await here.use(gap, '2026-04-02', '1');
    const good = await here.member(lead, { startsOn: '2026-04-16' });
    await here.use(good, '2026-04-20', '3');
    const runId = await here.run(lead, '2026-04');
    expect([...(await statesOf(lead, runId))].sort()).toEqual(['DONE', 'PARKED', 'PARKED']);
    return { lead, gaps, good, runId };
  };
  const fillGap = (lead: LeadHere) =>
    here.price(lead.leadId, lead.meterIds[0] ?? '', '2026-04-01', { model: 'perUnit', unit: '2' });

  it('are tried again one at a time, or all at once, and the others stay as they are', async () => {
    const { lead, gaps, good, runId } = await parkedRun();
    await fillGap(lead);
    const [first] = gaps;
    valueOf(await retry(lead, runId, first?.tenantId ?? ''));
    expect(await stateOf(runId)).toBe('PREPARING');
    expect(await here.draft(2)).toBe(1);
    expect([...(await statesOf(lead, runId))].sort()).toEqual(['DONE', 'DONE', 'PARKED']);
    expect(await stateOf(runId)).toBe('PREPARED');
    valueOf(await retry(lead, runId));
    expect(await here.draft(2)).toBe(1);
    expect(await statesOf(lead, runId)).toEqual(['DONE', 'DONE', 'DONE']);
    const invoices = await here.invoices(lead);
    expect(invoices.map(({ net }) => net).sort()).toEqual([200n, 200n, 300n]);
    expect((await draftsOf(lead)).map(({ drafts }) => drafts)).toEqual([1, 1, 1]);
    const ofGood = invoices.find(({ tenantId }) => tenantId === good.tenantId);
    expect(ofGood?.preparedBy).toBe(lead.preparer.identity.personId);
  });

  it('are parked again, and people told again, when nothing was put right', async () => {
    const { lead, runId } = await parkedRun();
    valueOf(await retry(lead, runId));
    await here.draft();
    expect([...(await statesOf(lead, runId))].sort()).toEqual(['DONE', 'PARKED', 'PARKED']);
  });

  it('are not tried when there are none, when the member is another’s, or of somebody else’s run', async () => {
    const { lead, good, runId } = await parkedRun();
    const other = await here.lead();
    const stranger = await here.member(other);
    expect(await unchanged(() => retry(lead, runId, good.tenantId))).toEqual(['RUN_NOTHING_TO_APPROVE']);
    expect(await unchanged(() => retry(lead, runId, stranger.tenantId))).toEqual(['NOT_FOUND']);
    expect(await unchanged(() => retry(lead, runId, null, other.preparer))).toEqual(['NOT_FOUND']);
    expect(await stateOf(runId)).toBe('PREPARED');
  });
});

const limitedOrder = async (
  { tenantId, leadId, callOffId }: MemberHere,
  number: string,
  pence: number | null,
  startsOn = '2020-04-01',
): Promise<string> => {
  const id = newId();
  await here.rows(
    `insert into purchase_order (tenant_id, lead_id, id, call_off_id, number, exempt, value_pence, starts_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, false, $6, $7, now(), $8)`,
    [tenantId, leadId, id, callOffId, number, pence, startsOn, newId()],
  );
  return id;
};
const charged = (lead: LeadHere, id: string) =>
  here.work.read(
    lead.preparer,
    async (tx) => (await here.app.get(ReadOrderCharges).of(tx, [id])).get(id) ?? 0n,
  );
const noticesTo = (tenantId: string) =>
  here.rows<{ words: { warnings: string } }>(
    `select payload->'words' as words from job where queue = 'notice' and payload->>'bodyId' = $1
       and payload->>'mail' = 'INVOICE_WARNINGS' order by created_at`,
    [tenantId],
  );

describe('a purchase order', () => {
  it('has back what was charged to it when the invoice is voided, and is charged once when it is billed again', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([{ '2020-04-01': { model: 'perUnit', unit: '1' } }]);
    const member = await here.member(lead);
    const order = await limitedOrder(member, 'PO-VOID', 10_000);
    await here.use(member, '2026-04-10', '30');
    await here.run(lead, '2026-04');
    const [first] = await here.invoices(lead);
    await issued(lead, first as Invoice);
    expect(await charged(lead, order)).toBe(3000n);
    const voided = { invoiceId: first?.id ?? '', reason: 'Issued by mistake' };
    valueOf(await here.app.get(VoidInvoice).execute(lead.preparer, voided));
    expect(await charged(lead, order)).toBe(0n);
    await here.run(lead, '2026-04');
    const again = (await here.invoices(lead)).find(({ state }) => state === 'DRAFT');
    await issued(lead, again as Invoice);
    expect(await charged(lead, order)).toBe(3000n);
  });

  it('is charged with issued lines less what is credited on them, and is warned of before it runs out', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([{ '2020-04-01': { model: 'perUnit', unit: '1' } }]);
    const member = await here.member(lead, { order: 'NONE_RECORDED' });
    const orderId = await limitedOrder(member, '4500012345', 500_000);
    await here.use(member, '2026-04-10', '3800');
    await here.run(lead, '2026-04');
    const [april] = await here.invoices(lead);
    if (!april) throw new Error('April is drafted');
    expect([april.warnings, await charged(lead, orderId)]).toEqual([[], 0n]);
    valueOf(await approve(lead, april));

    await here.setClock('2026-06-02');
    await here.use(member, '2026-05-10', '3480');
    await here.run(lead, '2026-05');
    const may = async () => (await here.invoices(lead, { month: '2026-05-01' }))[0] as Invoice;
    const warning = {
      code: 'PO_EXHAUSTED',
      message: 'PO 4500012345 has £1,200 left. This invoice is £3,480.',
    };
    // What is approved and not issued counts already.
    expect((await may()).warnings).toEqual([warning]);
    expect((await noticesTo(member.tenantId)).map(({ words }) => words.warnings)).toEqual([warning.message]);
    const seen = await here.work.read(member.staff, (tx) =>
      here.app.get(PreviewBill).within(tx, { ...member }, month('2026-05')),
    );
    expect(valueOf(seen).invoices.map(({ warnings }) => warnings)).toEqual([[warning]]);
    valueOf(await issue(lead, april.id));
    expect(await charged(lead, orderId)).toBe(380_000n);
    await here.run(lead, '2026-05');
    expect((await may()).warnings).toEqual([warning]);
    expect(await noticesTo(member.tenantId)).toHaveLength(1);
    // It is a warning: the invoice goes out, as it was approved with it.
    await issued(lead, await may());
    expect(await charged(lead, orderId)).toBe(728_000n);

    const [line] = await here.lines(lead, [april.id]);
    const { creditNoteId } = valueOf(
      await here.app.get(RaiseConcession).execute(lead.preparer, {
        ...{
          invoiceId: april.id,
          reason: 'A mistake.',
          lines: [{ invoiceLineId: line?.id ?? '', net: '1000.00' }],
        },
        idempotencyKey: newId(),
      }),
    );
    const [note] = await here.creditNotes(lead);
    expect(await charged(lead, orderId)).toBe(728_000n);
    const { contentSha256 = '' } = note ?? {};
    valueOf(await here.app.get(ApproveCreditNote).execute(lead.approver, { creditNoteId, contentSha256 }));
    valueOf(
      await here.app.get(IssueCreditNote).execute(lead.approver, { creditNoteId, idempotencyKey: newId() }),
    );
    expect(await charged(lead, orderId)).toBe(628_000n);
  });

  it('that is missing holds an invoice up, unless a named approver says why it goes out without', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead();
    const member = await here.member(lead, { order: 'NONE_RECORDED' });
    await here.use(member, '2026-04-10', '1');
    await here.run(lead, '2026-04');
    const [draft] = await here.invoices(lead);
    if (!draft) throw new Error('April is drafted');
    expect(draft.warnings.map(({ code }) => code)).toEqual(['PO_REQUIRED']);
    expect(await noticesTo(member.tenantId)).toHaveLength(1);
    valueOf(await approve(lead, draft));
    expect(await unchanged(() => issue(lead, draft.id))).toEqual(['PO_REQUIRED']);
    expect(await unchanged(() => issue(lead, draft.id, '  '))).toEqual(['FIELD_REQUIRED']);
    expect(await unchanged(() => issue(lead, draft.id, 'x'.repeat(501)))).toEqual(['TEXT_TOO_LONG']);
    valueOf(await issue(lead, draft.id, ' They asked for it by letter. '));
    const [invoice] = await here.invoices(lead);
    expect(invoice?.purchaseOrders).toMatchObject([
      { callOffId: member.callOffId, number: null, withoutReason: 'They asked for it by letter.' },
    ]);
    const [audit] = await here.rows<{ reason: string; person_id: string }>(
      `select details->>'withoutOrderReason' as reason, person_id from tenant_audit
       where action = 'invoice.issue' and subject_id = $1`,
      [draft.id],
    );
    expect(audit).toEqual({
      reason: 'They asked for it by letter.',
      person_id: lead.approver.identity.personId,
    });
  });
});

describe('invoices by purchase order', () => {
  const group = (member: MemberHere, grouping: 'CONSOLIDATED' | 'PER_ORDER', by = member.staff) =>
    here.app.get(ChooseInvoiceGrouping).execute(by, { leadId: member.leadId, grouping });
  /** A member that used 10 in April under one order, and 5 in May under another. */
  const given = async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead([{ '2020-04-01': { model: 'perUnit', unit: '1' } }]);
    const member = await here.member(lead, { order: 'OLD' });
    await limitedOrder(member, 'NEW', null, '2026-05-01');
    await here.use(member, '2026-04-10', '10');
    await here.use(member, '2026-05-10', '5');
    return { lead, member };
  };
  const shown = async (lead: LeadHere) =>
    (await here.invoices(lead)).map(({ forOrder, net }) => [forOrder, net]).sort();

  it('are the member’s choice, one set however many workers and runs there are, and one again when it changes its mind', async () => {
    const { lead, member } = await given();
    await here.run(lead, '2026-05');
    expect(await shown(lead)).toEqual([[null, 1500n]]);
    valueOf(await group(member, 'PER_ORDER'));
    await Promise.all([here.run(lead, '2026-05', { workers: 3 }), here.run(lead, '2026-05', { workers: 3 })]);
    await here.draft(4);
    expect(await shown(lead)).toEqual([
      ['NEW', 500n],
      ['OLD', 1000n],
    ]);
    const before = await here.fingerprint();
    await here.run(lead, '2026-05', { workers: 2 });
    expect(await here.fingerprint()).toBe(before);

    valueOf(await group(member, 'CONSOLIDATED'));
    await here.run(lead, '2026-05');
    expect(await shown(lead)).toEqual([[null, 1500n]]);
    expect((await draftsOf(lead, 'invoice.withdrawDraft')).map(({ drafts }) => drafts)).toEqual([3]);
  });

  it('quote the order that they are for, though another one was recorded since', async () => {
    const { lead, member } = await given();
    valueOf(await group(member, 'PER_ORDER'));
    await here.run(lead, '2026-05');
    const old = (await here.invoices(lead)).find(({ forOrder }) => forOrder === 'OLD');
    if (!old) throw new Error('there is one for OLD');
    valueOf(await approve(lead, old));
    const latest = await limitedOrder(member, 'LATEST', null);
    valueOf(await issue(lead, old.id));
    const invoice = (await here.invoices(lead)).find(({ id }) => id === old.id);
    expect(invoice?.purchaseOrders?.map(({ number }) => number)).toEqual(['OLD']);
    expect(await charged(lead, latest)).toBe(0n);
    // What is billed is not billed again; what is left follows the latest order.
    await here.run(lead, '2026-05');
    expect(await shown(lead)).toEqual([
      ['LATEST', 500n],
      ['OLD', 1000n],
    ]);
  });

  it('are each explained by the one before for the same order; a preview of several is not', async () => {
    const { lead, member } = await given();
    valueOf(await group(member, 'PER_ORDER'));
    // NEW covers May and June alike; a last part of April comes late for OLD.
    await here.run(lead, '2026-05');
    for (const draft of await here.invoices(lead)) await issued(lead, draft);
    const may = (await here.invoices(lead)).find(({ forOrder }) => forOrder === 'NEW');
    await here.setClock('2026-07-02');
    await here.use(member, '2026-06-10', '7');
    await here.use(member, '2026-04-11', '2');
    const previewed = await here.work.read(member.staff, async (tx) => {
      const whose = { tenantId: member.tenantId, leadId: member.leadId };
      const seen = valueOf(await here.app.get(PreviewBill).within(tx, whose, month('2026-06')));
      return { invoices: seen.invoices.length, bridge: await here.app.get(ExplainBill).preview(tx, seen) };
    });
    expect(previewed).toEqual({ invoices: 2, bridge: null });
    await here.run(lead, '2026-06');
    const june = (await here.invoices(lead, { month: '2026-06-01' })).find(
      ({ forOrder }) => forOrder === 'NEW',
    );
    const bridge = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ExplainBill).invoice(tx, june as Invoice),
    );
    expect(bridge?.previous.id).toBe(may?.id);
    expect([bridge?.start, bridge?.rows.map(({ kind, amount }) => [kind, amount]), bridge?.end]).toEqual([
      500n,
      [['VOLUME', 200n]],
      700n,
    ]);
  });

  it('are nobody else’s choice', async () => {
    const { lead, member } = await given();
    const other = await here.member(await here.lead());
    const choose = (by: Actor) =>
      here.app.get(ChooseInvoiceGrouping).execute(by, { leadId: lead.leadId, grouping: 'PER_ORDER' });
    expect(await unchanged(() => choose(other.staff))).toEqual(['NOT_FOUND']);
    await expect(choose(lead.preparer)).rejects.toThrow('no tenant');
    expect(await here.rows('select 1 from invoice_grouping where tenant_id = $1', [member.tenantId])).toEqual(
      [],
    );
  });
});

describe('the smallest invoice', () => {
  const set = (lead: LeadHere, amount: string) =>
    here.app.get(SetSmallestInvoice).execute(lead.approver, { amount });

  it('carries less to the next run with a note, in drafts that are there already as well', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([{ '2020-04-01': { model: 'perUnit', unit: '1' } }]);
    const [small, large] = [await here.member(lead), await here.member(lead)];
    await here.use(small, '2026-04-10', '3.20');
    await here.use(large, '2026-04-10', '40');
    const april = await here.run(lead, '2026-04');
    expect(await here.invoices(lead)).toHaveLength(2);
    valueOf(await set(lead, '25.00'));
    await here.run(lead, '2026-04');
    expect((await here.invoices(lead)).map(({ tenantId, net }) => [tenantId, net])).toEqual([
      [large.tenantId, 4000n],
    ]);
    const notes = async (runId: string) =>
      (await here.membersOfRun(lead, runId)).flatMap(({ tenantId, reason }) =>
        tenantId === small.tenantId ? [reason] : [],
      );
    expect(await notes(april)).toEqual(['£3.20 carried to May']);
    const seen = await here.work.read(small.staff, (tx) =>
      here.app.get(PreviewBill).within(tx, { ...small }, month('2026-04')),
    );
    expect([valueOf(seen).carried, valueOf(seen).invoices.map(({ totals }) => totals.net)]).toEqual([
      320n,
      [320n],
    ]);

    await here.setClock('2026-06-02');
    await here.use(small, '2026-05-10', '30');
    const may = await here.run(lead, '2026-05');
    const [bill] = await here.invoices(lead, { tenantId: small.tenantId });
    const lines = await here.lines(lead, [bill?.id ?? '']);
    expect(lines.map(({ description, net }) => [description, net])).toEqual([
      ['Payroll Core: Payslips, April 2026', 320n],
      ['Payroll Core: Payslips, May 2026', 3000n],
    ]);
    expect([await notes(may), await notes(april)]).toEqual([[null], ['£3.20 carried to May']]);
    const before = await here.fingerprint();
    await here.run(lead, '2026-05');
    expect(await here.fingerprint()).toBe(before);
  });

  it('takes a draft of an earlier month along when a correction makes it too small, and says so there', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead([{ '2020-04-01': { model: 'perUnit', unit: '1' } }]);
    const member = await here.member(lead);
    const event = await here.use(member, '2026-04-10', '30');
    await here.use(member, '2026-05-10', '40');
    valueOf(await set(lead, '25.00'));
    const april = await here.run(lead, '2026-04');
    await here.use(member, '2026-04-10', '5', { corrects: event });
    await here.run(lead, '2026-05');
    expect((await here.invoices(lead)).map(({ period, net }) => [period.start, net])).toEqual([
      ['2026-05-01', 4500n],
    ]);
    expect((await here.membersOfRun(lead, april)).map(({ reason }) => reason)).toEqual([
      '£5.00 carried to May',
    ]);
  });

  it('is refused when it is not an amount, or too much, and changes nothing when it is the same', async () => {
    const lead = await here.lead();
    for (const [amount, code] of [
      ['-1', 'TOO_SMALL'],
      ['1.001', 'TOO_MANY_DECIMALS'],
      ['1000.01', 'TOO_BIG'],
      ['much', 'AMOUNT_FORMAT'],
    ] as const)
      expect(codesOf(await set(lead, amount))).toEqual([code]);
    valueOf(await set(lead, '0'));
    expect(await here.rows('select 1 from billing_setting where lead_id = $1', [lead.leadId])).toEqual([]);
    valueOf(await set(lead, '1000.00'));
    valueOf(await set(lead, '1000'));
    const audits = await here.rows(
      `select details->>'smallestInvoice' as set, details->>'before' as before from lead_audit
       where lead_id = $1 and action = 'billing.smallest-invoice-set'`,
      [lead.leadId],
    );
    expect(audits).toEqual([{ set: '100000', before: '0' }]);
  });
});

describe('a cost split', () => {
  const shares = [
    { costCentre: ' HR01 ', subjectiveCode: '4200', percent: '66.67' },
    { costCentre: 'FIN2', subjectiveCode: '', percent: '33.33' },
  ];
  const record = (member: MemberHere, rest = {}, by = member.staff) =>
    here.app.get(RecordCostSplit).execute(by, {
      ...{
        callOffId: member.callOffId,
        meterId: null,
        fromMonth: '2026-04',
        shares,
        idempotencyKey: newId(),
      },
      ...rest,
    });
  const billed = async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([
      { '2020-04-01': { model: 'perUnit', unit: '0.01' } },
      { '2020-04-01': { model: 'flat', amount: '30' } },
    ]);
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '100');
    await here.run(lead, '2026-04');
    const [draft] = await here.invoices(lead);
    if (draft) await issued(lead, draft);
    const [invoice] = await here.invoices(lead);
    if (!invoice) throw new Error('April is issued');
    return { lead, member, invoice };
  };
  const splitOf = async (lead: LeadHere, invoice: Invoice, by: Actor) => {
    const lines = await here.lines(lead, [invoice.id]);
    const split = await here.work.read(by, (tx) => here.app.get(ReadCostSplits).ofLines(tx, lines));
    return lines.map(({ id }) => split.get(id)?.map(({ costCentre, net }) => [costCentre, net]) ?? []);
  };
  const packOf = (by: Actor, invoice: Invoice) =>
    here.work.read(by, async (tx) => ({
      json: await here.app.get(InvoiceDataPack).json(tx, invoice),
      csv: await here.app.get(InvoiceDataPack).csv(tx, invoice),
    }));

  it('shows on the member’s lines and downloads, and nowhere of the lead authority’s', async () => {
    const { lead, member, invoice } = await billed();
    const before = await packOf(lead.approver, invoice);
    expect(await packOf(member.staff, invoice)).toEqual(before);
    valueOf(await record(member));
    expect(await splitOf(lead, invoice, member.staff)).toEqual([
      [
        ['HR01', 67n],
        ['FIN2', 33n],
      ],
      [
        ['HR01', 2000n],
        ['FIN2', 1000n],
      ],
    ]);
    expect(await splitOf(lead, invoice, lead.approver)).toEqual([[], []]);
    expect(await packOf(lead.approver, invoice)).toEqual(before);
    const own = await packOf(member.staff, invoice);
    const [line] = own.json['lines'] as { costSplit: unknown }[];
    expect(line?.costSplit).toEqual([
      { costCentre: 'HR01', subjectiveCode: '4200', percent: '66.67', net: '0.67' },
      { costCentre: 'FIN2', subjectiveCode: '', percent: '33.33', net: '0.33' },
    ]);
    const [head, ...rows] = own.csv.trim().split('\r\n');
    expect(head).toBe(`${before.csv.split('\r\n')[0] ?? ''},costCentre,subjectiveCode,sharePercent,shareNet`);
    expect(rows.map((row) => row.split(',').slice(-4).join(' '))).toEqual([
      'HR01 4200 66.67 0.67',
      'FIN2  33.33 0.33',
      'HR01 4200 66.67 20.00',
      'FIN2  33.33 10.00',
    ]);
    // Its audit record is on the member's own chain.
    const audits = await here.rows<{ lead_id: string }>(
      `select lead_id from tenant_audit where tenant_id = $1 and action = 'costSplit.record'`,
      [member.tenantId],
    );
    expect(audits).toEqual([{ lead_id: member.tenantId }]);
  });

  it('of one meter comes before the call-off’s; lines without one stand whole in the file', async () => {
    const { lead, member, invoice } = await billed();
    valueOf(await record(member, { meterId: member.meterIds[1] }));
    expect((await splitOf(lead, invoice, member.staff)).map((of) => of.length)).toEqual([0, 2]);
    const { csv } = await packOf(member.staff, invoice);
    const [, first] = csv.split('\r\n');
    expect(first?.split(',').slice(-4)).toEqual(['', '', '100', '1.00']);
  });

  it('is refused with every fault, for another’s call-off, and for a meter that is not of it', async () => {
    const { lead, member } = await billed();
    const other = await here.member(await here.lead());
    const faults = {
      fromMonth: '2026-13',
      shares: [{ costCentre: 'A', subjectiveCode: '', percent: '98.5' }],
    };
    expect(await unchanged(() => record(member, faults))).toEqual(['MONTH_FORMAT', 'APPORTION_SUM']);
    expect(await unchanged(() => record(member, {}, other.staff))).toEqual(['NOT_FOUND']);
    expect(await unchanged(() => record(member, { meterId: other.meterIds[0] }))).toEqual(['NOT_FOUND']);
    await expect(record(member, {}, lead.preparer)).rejects.toThrow('no tenant');
    expect(await here.rows('select 1 from cost_split where tenant_id = $1', [member.tenantId])).toEqual([]);
  });
});
