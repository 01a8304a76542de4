import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { formatPence, month } from '#libs/kernel';
import { ReadLedger } from '#libs/ledger';
import { newId, verifyChain, type Actor, type Tx } from '#libs/platform';
import { BillingHere, codesOf, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import {
  ApproveCreditNote,
  ApproveRun,
  DecideDispute,
  EscalateDispute,
  ExplainBill,
  FindIssuedInvoice,
  InvoiceDataPack,
  IssueCreditNote,
  IssueRun,
  PreviewBill,
  RaiseConcession,
  RaiseDispute,
  ReadAccountBalances,
  ReadCountedOn,
  ReadCreditNotes,
  ReadDisputes,
  ReadInvoices,
  ReadRuns,
  StartDisputeReview,
  VoidInvoice,
  WithdrawDispute,
  type DecisionTerms,
  type Invoice,
  type RaiseDisputeCommand,
} from './index.js';

let here: BillingHere;

beforeAll(async () => {
  here = await BillingHere.start();
}, 60_000);

afterAll(() => here.stop());

afterEach(async () => {
  expect(await brokenInvariants(here.database.adminUrl)).toEqual([]);
});

const issueRun = async (lead: LeadHere, runId: string): Promise<void> => {
  const contentSha256 = (await here.draftsSha256(lead, runId)) ?? '';
  expect(
    valueOf(await here.app.get(ApproveRun).execute(lead.approver, { runId, contentSha256 })).failures,
  ).toEqual([]);
  expect(
    valueOf(await here.app.get(IssueRun).execute(lead.approver, { runId, idempotencyKey: newId() })).failures,
  ).toEqual([]);
};
const bill = async (lead: LeadHere, label: string): Promise<void> =>
  issueRun(lead, await here.run(lead, label));

interface Billed {
  readonly lead: LeadHere;
  readonly member: MemberHere;
  readonly invoice: Invoice;
  readonly lineIds: readonly string[];
}

/** April is billed in May: 100 payslips at £1, and £30 flat; VAT is 20%. */
const billed = async (): Promise<Billed> => {
  await here.setClock('2026-05-06');
  const lead = await here.lead([
    { '2026-04-01': { model: 'perUnit', unit: '1' } },
    { '2026-04-01': { model: 'flat', amount: '30' } },
  ]);
  const member = await here.member(lead);
  await here.use(member, '2026-04-10', '100');
  await bill(lead, '2026-04');
  const [invoice] = await here.invoices(lead);
  if (!invoice) throw new Error('no invoice');
  const lineIds = (await here.lines(lead, [invoice.id])).map(({ id }) => id);
  return { lead, member, invoice, lineIds };
};
const raise = ({ member, lineIds }: Billed, net: string, more: Partial<RaiseDisputeCommand> = {}) =>
  here.app.get(RaiseDispute).execute(member.staff, {
    ...{ invoiceLineId: lineIds[0] ?? '', kind: 'DISPUTE', net, reason: 'We had fewer', evidence: null },
    idempotencyKey: newId(),
    ...more,
  });
const decide = (by: Actor, disputeId: string, terms: Partial<DecisionTerms>) =>
  here.app.get(DecideDispute).execute(by, disputeId, {
    ...{ decision: 'UPHELD', net: null, outcome: 'CONCESSION', reason: 'You are right' },
    ...terms,
  });
const read = (by: Actor, disputeId: string) =>
  here.work.read(by, async (tx) => {
    const dispute = await here.app.get(ReadDisputes).byId(tx, disputeId);
    if (dispute === null) throw new Error('no dispute');
    const notes = await here.app.get(ReadDisputes).creditNotesOf(tx, [dispute]);
    return {
      ...dispute,
      steps: await here.app.get(ReadDisputes).steps(tx, [disputeId]),
      noteIds: notes.get(disputeId) ?? [],
    };
  });
/** What is held back of the invoice, with VAT. */
const held = ({ lead, invoice }: Billed) =>
  here.work.read(lead.preparer, async (tx) =>
    formatPence(
      (await here.app.get(ReadDisputes).heldOnInvoices(tx, lead.leadId, [invoice.id])).get(invoice.id) ?? 0n,
    ),
  );
const statusOf = async ({ lead }: Billed, status: string): Promise<number> =>
  (await here.invoices(lead, { statuses: [status] })).length;
const completeNote = async (lead: LeadHere, creditNoteId: string): Promise<void> => {
  const [note] = await here.work.read(lead.preparer, (tx) =>
    here.app.get(ReadCreditNotes).byIds(tx, [creditNoteId]),
  );
  const command = { creditNoteId, contentSha256: note?.contentSha256 ?? '' };
  valueOf(await here.app.get(ApproveCreditNote).execute(lead.approver, command));
  const issue = { creditNoteId, idempotencyKey: newId() };
  valueOf(await here.app.get(IssueCreditNote).execute(lead.approver, issue));
};
const fingerprint = async (): Promise<string> =>
  (await here.fingerprint()) +
  JSON.stringify(await here.rows('select * from dispute order by id')) +
  JSON.stringify(await here.rows('select * from dispute_step order by dispute_id, step_number'));
const refusedWithoutTrace = async (action: () => Promise<{ ok: boolean }>): Promise<readonly string[]> => {
  const before = await fingerprint();
  const result = await action();
  expect(await fingerprint()).toBe(before);
  return codesOf(result as never);
};
const noticesTo = async (bodyId: string): Promise<readonly string[]> => {
  const jobs = await here.rows<{ payload: { bodyId: string; role: string; mail: string } }>(
    "select payload from job where queue = 'notice' order by id",
  );
  return jobs
    .filter(({ payload }) => payload.bodyId === bodyId && /DISPUTE|ERROR|VOIDED/.test(payload.mail))
    .map(({ payload }) => `${payload.mail} ${payload.role}`);
};
/** A statement as the service's own login, acting as the lead authority for a member. */
const asService = (lead: LeadHere, tenantId: string, sql: string, values: readonly unknown[]) =>
  here.work.run(lead.approver.forTenant(tenantId), async (tx) => {
    await tx.manager.query(sql, [...values]);
    return { ok: true as const, value: null };
  });

describe('a dispute', () => {
  it('that is conceded in part drafts a credit note, holds back what it must, and tells both sides', async () => {
    const it = await billed();
    const { lead, member } = it;
    const { disputeId } = valueOf(await raise(it, '40.03', { evidence: 'Our list' }));
    expect([await held(it), await statusOf(it, 'PART_DISPUTED')]).toEqual(['48.04', 1]);
    const balances = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ReadAccountBalances).within(tx),
    );
    expect(balances.total).toMatchObject({ disputed: 4804n, notYetDue: 10796n, owed: 15600n });
    await here.setClock('2026-07-01');
    const late = await here.work.read(lead.preparer, (tx) => here.app.get(ReadAccountBalances).within(tx));
    expect(late.total).toMatchObject({ disputed: 4804n, notYetDue: 0n, days1To30: 10796n });

    valueOf(await here.app.get(StartDisputeReview).execute(lead.preparer, disputeId));
    valueOf(await decide(lead.preparer, disputeId, { decision: 'PART_UPHELD', net: '10.03' }));
    const decided = await read(member.staff, disputeId);
    expect(decided).toMatchObject({ state: 'PART_UPHELD', net: 4003n, upheld: 1003n, outcome: 'CONCESSION' });
    expect(decided.steps.map(({ number, state, words, net }) => [number, state, words, net])).toEqual([
      [1, 'OPEN', null, null],
      [2, 'UNDER_REVIEW', null, null],
      [3, 'PART_UPHELD', 'You are right', 1003n],
    ]);
    // What was upheld is not asked for until the credit note is out; the rest is payable again.
    expect(await held(it)).toBe('12.04');
    const [noteId = ''] = decided.noteIds;
    const [note] = await here.creditNotes(lead);
    expect(note).toMatchObject({ id: noteId, kind: 'CONCESSION', state: 'DRAFT', net: 1003n, gross: 1204n });
    await completeNote(lead, noteId);
    expect(await held(it)).toBe('0.00');
    expect(await noticesTo(lead.leadId)).toEqual(['DISPUTE_RAISED LEAD_FINANCE_PREPARER']);
    expect(await noticesTo(member.tenantId)).toEqual([
      'DISPUTE_UNDER_REVIEW TENANT_FINANCE',
      'DISPUTE_DECIDED TENANT_FINANCE',
    ]);
    const trail = await here.rows<{ action: string }>(
      "select action from tenant_audit where tenant_id = $1 and subject_kind = 'dispute' order by seq",
      [member.tenantId],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'dispute.raise',
      'dispute.startReview',
      'dispute.decide',
    ]);
    const chain = { kind: 'tenant' as const, tenantId: member.tenantId, leadId: lead.leadId };
    expect(await here.work.read(lead.preparer, (tx) => verifyChain(tx, chain))).toMatchObject({
      fault: null,
    });
  });

  it('of all that is left is DISPUTED and never late; a credit beside it leaves the rest', async () => {
    const it = await billed();
    const { lead, lineIds } = it;
    valueOf(await raise(it, '100'));
    valueOf(await raise(it, '30', { invoiceLineId: lineIds[1] ?? '' }));
    await here.setClock('2026-08-01');
    expect([await held(it), await statusOf(it, 'DISPUTED')]).toEqual(['156.00', 1]);
    const { creditNoteId } = valueOf(
      await here.app.get(RaiseConcession).execute(lead.preparer, {
        ...{ invoiceId: it.invoice.id, reason: 'Late', idempotencyKey: newId() },
        lines: [{ invoiceLineId: lineIds[0] ?? '', net: '25.01' }],
      }),
    );
    expect(await held(it)).toBe('156.00');
    await completeNote(lead, creditNoteId);
    expect([await held(it), await statusOf(it, 'DISPUTED')]).toEqual(['125.99', 1]);
  });

  it('that is upheld as a correction is credited by the next run, and names that credit note', async () => {
    const it = await billed();
    const { lead, member } = it;
    const { disputeId } = valueOf(await raise(it, '20'));
    valueOf(await decide(lead.preparer, disputeId, { outcome: 'CORRECTION' }));
    expect((await read(lead.preparer, disputeId)).noteIds).toEqual([]);
    expect(await held(it)).toBe('24.00');
    // What is agreed to be corrected cannot be disputed again before it is credited.
    expect(codesOf(await raise(it, '80.01'))).toEqual(['DISPUTE_OVER_LINE']);
    const [event] = await here.rows<{ source: string; event_id: string }>(
      'select source, event_id from usage_record where tenant_id = $1',
      [member.tenantId],
    );
    const corrects = { source: event?.source ?? '', eventId: event?.event_id ?? '' };
    await here.use(member, '2026-04-10', '81', { corrects });
    await here.setClock('2026-06-02');
    await bill(lead, '2026-05');
    const [note] = await here.creditNotes(lead);
    expect(note).toMatchObject({ kind: 'RECALCULATION', state: 'ISSUED', net: 1900n });
    expect((await read(member.staff, disputeId)).noteIds).toEqual([note?.id]);
    expect(await held(it)).toBe('0.00');
    expect(codesOf(await raise(it, '81.01', { kind: 'ERROR_REPORT' }))).toEqual(['DISPUTE_OVER_LINE']);
  });

  it('that is rejected can be escalated to somebody else, who decides about the rest', async () => {
    const it = await billed();
    const { lead, member } = it;
    const { disputeId } = valueOf(await raise(it, '50'));
    valueOf(await decide(lead.preparer, disputeId, { decision: 'REJECTED', outcome: null }));
    expect(await held(it)).toBe('0.00');
    const escalate = (reason = 'Look again') =>
      here.app.get(EscalateDispute).execute(member.staff, disputeId, reason);
    await here.setClock('2026-06-06');
    expect(await refusedWithoutTrace(() => escalate())).toEqual(['ESCALATION_LATE']);
    await here.setClock('2026-06-05');
    expect(await refusedWithoutTrace(() => escalate(' '))).toEqual(['FIELD_REQUIRED']);
    valueOf(await escalate());
    expect(await held(it)).toBe('60.00');
    expect(await refusedWithoutTrace(() => decide(lead.preparer, disputeId, {}))).toEqual([
      'DISPUTE_SAME_PERSON',
    ]);
    valueOf(await decide(lead.approver, disputeId, { decision: 'PART_UPHELD', net: '20' }));
    valueOf(await escalate('Still more'));
    expect(await held(it)).toBe('60.00');
    valueOf(await here.app.get(WithdrawDispute).execute(member.staff, disputeId));
    expect(await read(member.staff, disputeId)).toMatchObject({ state: 'PART_UPHELD', upheld: 2000n });
    expect(await held(it)).toBe('24.00');
    expect(await noticesTo(lead.leadId)).toEqual([
      'DISPUTE_RAISED LEAD_FINANCE_PREPARER',
      'DISPUTE_ESCALATED LEAD_FINANCE_APPROVER',
      'DISPUTE_ESCALATED LEAD_FINANCE_APPROVER',
      'DISPUTE_WITHDRAWN LEAD_FINANCE_PREPARER',
    ]);
  });

  it('is refused late, over the line, twice at once, and to anyone else; an error is reported later', async () => {
    const it = await billed();
    const { lead, member } = it;
    expect(await refusedWithoutTrace(() => raise(it, '100.01'))).toEqual(['DISPUTE_OVER_LINE']);
    const other = await here.member(lead);
    expect(await refusedWithoutTrace(() => raise({ ...it, member: other }, '1'))).toEqual(['NOT_FOUND']);
    await here.setClock('2026-06-06');
    expect(await refusedWithoutTrace(() => raise(it, '1'))).toEqual(['DISPUTE_LATE']);
    const both = await Promise.all([
      raise(it, '60', { kind: 'ERROR_REPORT' }),
      raise(it, '60', { kind: 'ERROR_REPORT' }),
    ]);
    expect(both.flatMap(codesOf)).toEqual(['DISPUTE_OPEN_ALREADY']);
    const [first] = both.flatMap((result) => (result.ok ? [result.value.disputeId] : []));
    const report = first ?? '';
    // A report holds back nothing until it is upheld.
    expect(await held(it)).toBe('0.00');
    for (const act of [
      () => here.app.get(WithdrawDispute).execute(other.staff, report),
      () => here.app.get(EscalateDispute).execute(other.staff, report, 'x'),
    ])
      expect(await refusedWithoutTrace(act)).toEqual(['NOT_FOUND']);
    const stranger = await here.lead();
    expect(await refusedWithoutTrace(() => decide(stranger.preparer, report, {}))).toEqual(['NOT_FOUND']);
    valueOf(await decide(lead.preparer, report, {}));
    expect(await held(it)).toBe('72.00');
    expect(await refusedWithoutTrace(() => decide(lead.approver, report, {}))).toEqual(['STATE_NOT_ALLOWED']);
    expect(
      await refusedWithoutTrace(() => here.app.get(WithdrawDispute).execute(member.staff, report)),
    ).toEqual(['STATE_NOT_ALLOWED']);
    expect(await noticesTo(lead.leadId)).toEqual(['ERROR_REPORTED LEAD_FINANCE_PREPARER']);
  });

  it('that concedes more than is left of the line by now is refused, and nothing is kept', async () => {
    const it = await billed();
    const { lead, lineIds } = it;
    const { disputeId } = valueOf(await raise(it, '100'));
    valueOf(
      await here.app.get(RaiseConcession).execute(lead.preparer, {
        ...{ invoiceId: it.invoice.id, reason: 'Late', idempotencyKey: newId() },
        lines: [{ invoiceLineId: lineIds[0] ?? '', net: '1' }],
      }),
    );
    expect(await refusedWithoutTrace(() => decide(lead.preparer, disputeId, {}))).toEqual([
      'CREDIT_OVER_INVOICE',
    ]);
  });

  it('is guarded by the database', async () => {
    const it = await billed();
    const { lead, member } = it;
    const { disputeId } = valueOf(await raise(it, '50'));
    const change = (sql: string) =>
      asService(lead, member.tenantId, `update dispute set ${sql} where id = $1`, [disputeId]);
    await expect(change(`net_pence = 4999`)).rejects.toThrow('what was disputed cannot be changed');
    await expect(change(`state = 'ESCALATED'`)).rejects.toThrow('cannot go from OPEN to ESCALATED');
    await expect(change(`state = 'UPHELD'`)).rejects.toThrow('dispute_upheld');
    const copy = (what: string) =>
      asService(
        lead,
        member.tenantId,
        `insert into dispute select tenant_id, lead_id, gen_random_uuid(), invoice_id, invoice_line_id, ${what},
           upheld_pence, outcome, reason, evidence, raised_by, raised_at, changed_at from dispute where id = $1`,
        [disputeId],
      );
    await expect(copy(`kind, 'OPEN', net_pence`)).rejects.toThrow('dispute_one_open');
    await expect(copy(`kind, 'REJECTED', net_pence`)).rejects.toThrow('a dispute begins open');
    await expect(copy(`kind, 'OPEN', 10001`)).rejects.toThrow('a dispute begins open');
    await expect(
      asService(lead, member.tenantId, `update dispute_step set words = 'x' where dispute_id = $1`, [
        disputeId,
      ]),
    ).rejects.toThrow(/permission denied|append-only/);
  });
});

const runSums = async (tx: Tx, { runId }: Invoice) => {
  const run = await here.app.get(ReadRuns).byId(tx, runId);
  if (run === null) throw new Error('no run');
  return here.app.get(ReadRuns).sums(tx, run);
};

describe('voiding an invoice', () => {
  const voidIt = ({ lead, invoice }: Billed, by = lead.preparer, reason = 'Wrong month') =>
    here.app.get(VoidInvoice).execute(by, { invoiceId: invoice.id, reason });

  it('undoes it in the ledger, keeps its number and its words, and has the next run bill the months again', async () => {
    const it = await billed();
    const { lead, member, invoice } = it;
    valueOf(await voidIt(it));
    const [line] = await here.lines(lead, [invoice.id]);
    const counted = await here.work.read(lead.preparer, async (tx) => {
      const found = await here.app.get(ReadInvoices).line(tx, line?.id ?? '');
      const page = { limit: 10, after: null };
      const records = found ? await here.app.get(ReadInvoices).records(tx, found, page) : [];
      return here.app.get(ReadCountedOn).ofRecords(tx, records);
    });
    expect(counted).toEqual([[]]);
    const [after] = await here.invoices(lead);
    expect(after).toEqual({
      ...invoice,
      state: 'VOID',
      voided: { by: lead.preparer.identity.personId, at: expect.any(Date), reason: 'Wrong month' },
    });
    const { balances, entries, pack, csv } = await here.work.read(member.staff, async (tx) => ({
      balances: await here.app.get(ReadLedger).balancesOfInvoices(tx, lead.leadId, [invoice.id]),
      entries: await here.app.get(ReadLedger).entriesOf(tx, lead.leadId, [invoice.id]),
      pack: await here.app.get(InvoiceDataPack).json(tx, after as Invoice),
      csv: await here.app.get(InvoiceDataPack).csv(tx, after as Invoice),
    }));
    expect(balances.get(invoice.id)).toEqual({ invoiced: 0n, credited: 0n, paid: 0n, outstanding: 0n });
    expect(entries.map(({ kind, memo }) => [kind, memo])).toEqual([
      ['INVOICE', 'Invoice for April 2026'],
      ['VOID', `Invoice ${invoice.number} voided`],
    ]);
    expect(pack['invoice']).toMatchObject({ state: 'VOID', voided: { reason: 'Wrong month' } });
    expect(
      csv
        .split('\r\n')
        .slice(0, 2)
        .map((row) => row.split(',').at(-1)),
    ).toEqual(['state', 'VOID']);
    expect(await noticesTo(member.tenantId)).toEqual(['INVOICE_VOIDED TENANT_FINANCE']);
    expect(await refusedWithoutTrace(() => voidIt(it))).toEqual(['STATE_NOT_ALLOWED']);
    expect(codesOf(await raise(it, '1'))).toEqual(['STATE_NOT_ALLOWED']);
    const sums = await here.work.read(lead.preparer, async (tx) => ({
      totals: await here.app.get(ReadInvoices).totals(tx, {}),
      ofRun: await runSums(tx, invoice),
    }));
    expect(sums).toEqual({
      totals: { count: 1, net: 0n, vat: 0n, gross: 0n, outstanding: 0n },
      ofRun: [],
    });
    // Money that comes for it all the same is known to be for it, and nothing is matched to it.
    const found = await here.work.read(lead.preparer, async (tx) => {
      const find = here.app.get(FindIssuedInvoice);
      return [await find.byId(tx, invoice.id), (await find.onceIssued(tx, invoice.id))?.number];
    });
    expect(found).toEqual([null, invoice.number]);

    await here.setClock('2026-06-02');
    await bill(lead, '2026-05');
    const [again] = await here.invoices(lead, { statuses: ['ISSUED'] });
    expect(again?.number).toMatch(/00002$/);
    // April's two lines again, and May's flat amount.
    const lines = await here.lines(lead, [again?.id ?? '']);
    expect(lines.map(({ description, net }) => `${description} ${formatPence(net)}`)).toEqual([
      'Payroll Core: Payslips, April 2026 100.00',
      'Payroll Core: Meter 1, April 2026 30.00',
      'Payroll Core: Meter 1, May 2026 30.00',
    ]);
  });

  it('of one that billed only a part of a month has that part billed again', async () => {
    const it = await billed();
    const { lead, member } = it;
    await here.use(member, '2026-04-20', '7');
    await bill(lead, '2026-04');
    const [second] = await here.invoices(lead);
    valueOf(await voidIt({ ...it, invoice: second as Invoice }));
    await here.setClock('2026-06-02');
    await bill(lead, '2026-05');
    const [again] = await here.invoices(lead, { statuses: ['ISSUED'] });
    const lines = await here.lines(lead, [again?.id ?? '']);
    expect(lines.map(({ description, net }) => `${description} ${formatPence(net)}`)).toEqual([
      'Payroll Core: Payslips, April 2026 (change since it was billed) 7.00',
      'Payroll Core: Meter 1, May 2026 30.00',
    ]);
  });

  it('is refused to its issuer, in another month, and when anything has come of it', async () => {
    const it = await billed();
    const { lead, member } = it;
    expect(await refusedWithoutTrace(() => voidIt(it, lead.approver, ' '))).toEqual([
      'VOID_SAME_PERSON',
      'FIELD_REQUIRED',
    ]);
    const stranger = await here.lead();
    expect(await refusedWithoutTrace(() => voidIt(it, stranger.preparer))).toEqual(['NOT_FOUND']);
    await here.setClock('2026-06-01T00:00:00Z');
    expect(await refusedWithoutTrace(() => voidIt(it))).toEqual(['INVOICE_NOT_VOIDABLE']);
    await here.setClock('2026-05-31T22:30:00Z');
    // Late use, drafted: that draft was worked out from this invoice.
    await here.use(member, '2026-04-20', '7');
    await here.run(lead, '2026-04');
    expect(await refusedWithoutTrace(() => voidIt(it))).toEqual(['INVOICE_NOT_VOIDABLE']);

    const disputed = await billed();
    const { disputeId } = valueOf(await raise(disputed, '1'));
    valueOf(await here.app.get(WithdrawDispute).execute(disputed.member.staff, disputeId));
    expect(await refusedWithoutTrace(() => voidIt(disputed))).toEqual(['INVOICE_NOT_VOIDABLE']);

    const credited = await billed();
    valueOf(
      await here.app.get(RaiseConcession).execute(credited.lead.preparer, {
        ...{ invoiceId: credited.invoice.id, reason: 'Late', idempotencyKey: newId() },
        lines: [{ invoiceLineId: credited.lineIds[0] ?? '', net: '1' }],
      }),
    );
    expect(await refusedWithoutTrace(() => voidIt(credited))).toEqual(['INVOICE_NOT_VOIDABLE']);
  });

  it('races a dispute and a concession, and one of them wins', async () => {
    const it = await billed();
    const answers = await Promise.all([
      voidIt(it),
      raise(it, '10'),
      here.app.get(RaiseConcession).execute(it.lead.preparer, {
        ...{ invoiceId: it.invoice.id, reason: 'Late', idempotencyKey: newId() },
        lines: [{ invoiceLineId: it.lineIds[0] ?? '', net: '10' }],
      }),
    ]);
    const [voided, ...others] = answers.map(({ ok }) => ok);
    expect(others.some((ok) => ok)).toBe(!voided);
  });

  it('is guarded by the database', async () => {
    const it = await billed();
    const { lead, member, invoice } = it;
    const by = newId();
    const set = (sql: string, values: readonly unknown[] = []) =>
      asService(lead, member.tenantId, `update invoice set ${sql} where id = $1`, [invoice.id, ...values]);
    const voiding = `state = 'VOID', voided_by = $2, void_reason = 'x', voided_at`;
    const on = '2026-05-20T00:00:00Z';
    await expect(set(`${voiding} = $3`, [by, on])).rejects.toThrow('on which nothing was done');
    await expect(set(`${voiding} = $3`, [by, '2026-05-31T23:00:00Z'])).rejects.toThrow('same_month');
    await expect(set(`${voiding} = $3`, [lead.approver.identity.personId, on])).rejects.toThrow('two_people');
    await expect(set(`state = 'VOID'`)).rejects.toThrow('invoice_voided');
    await expect(set(`${voiding} = $3, net_pence = 1`, [by, on])).rejects.toThrow('cannot be changed');
    valueOf(await voidIt(it));
    await expect(
      set(`state = 'ISSUED', voided_by = null, voided_at = null, void_reason = null`),
    ).rejects.toThrow('cannot be changed');
  });
});

describe('why a bill differs from the one before', () => {
  it('is told of an invoice and of a preview, the same to both sides, and adds up', async () => {
    const it = await billed();
    const { lead, member } = it;
    const explain = (by: Actor, invoice: Invoice) =>
      here.work.read(by, (tx) => here.app.get(ExplainBill).invoice(tx, invoice));
    expect(await explain(lead.preparer, it.invoice)).toBeNull();
    await here.setClock('2026-06-02');
    await here.use(member, '2026-05-10', '148');
    await here.use(member, '2026-04-11', '3');
    const preview = await here.work.read(member.staff, async (tx) => {
      const { tenantId, leadId } = member;
      const seen = valueOf(
        await here.app.get(PreviewBill).within(tx, { tenantId, leadId }, month('2026-05')),
      );
      return here.app.get(ExplainBill).preview(tx, seen);
    });
    await bill(lead, '2026-05');
    const [may] = await here.invoices(lead, { month: '2026-05-01' });
    const bridge = await explain(member.staff, may as Invoice);
    expect(bridge?.previous.id).toBe(it.invoice.id);
    const rows = (of: typeof bridge) =>
      of?.rows.map(({ kind, amount, names }) => `${kind} ${names?.meterTitle ?? ''} ${formatPence(amount)}`);
    expect(rows(bridge)).toEqual(['VOLUME Payslips 48.00', 'EARLIER_MONTHS Payslips 3.00']);
    expect([bridge?.start, bridge?.end]).toEqual([13_000n, 18_100n]);
    expect(rows(preview)).toEqual(rows(bridge));
    expect(await explain(lead.preparer, may as Invoice)).toEqual(bridge);
    const shown = await here.work.read(member.staff, (tx) =>
      here.app.get(ReadInvoices).byId(tx, may?.id ?? ''),
    );
    expect(shown?.net).toBe(bridge?.end);
  });

  it('is not told of what is billed of a month after its bill', async () => {
    const it = await billed();
    const { lead, member } = it;
    const { tenantId, leadId } = member;
    await here.use(member, '2026-04-12', '2');
    const preview = await here.work.read(lead.preparer, async (tx) =>
      here.app
        .get(ExplainBill)
        .preview(
          tx,
          valueOf(await here.app.get(PreviewBill).within(tx, { tenantId, leadId }, month('2026-04'))),
        ),
    );
    await bill(lead, '2026-04');
    const further = (await here.invoices(lead)).find(({ id }) => id !== it.invoice.id);
    expect(further?.period).toEqual(it.invoice.period);
    const told = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ExplainBill).invoice(tx, further as Invoice),
    );
    expect([preview, told]).toEqual([null, null]);
  });

  it('leaves out what was voided, and counts credit notes with the bill that they came with', async () => {
    const it = await billed();
    const { lead, member, invoice } = it;
    valueOf(
      await here.app.get(VoidInvoice).execute(lead.preparer, { invoiceId: invoice.id, reason: 'Wrong' }),
    );
    await bill(lead, '2026-04');
    const [april] = await here.invoices(lead, { statuses: ['ISSUED'] });
    const explain = (of: Invoice) =>
      here.work.read(lead.preparer, (tx) => here.app.get(ExplainBill).invoice(tx, of));
    expect(await explain(april as Invoice)).toBeNull();
    const [event] = await here.rows<{ source: string; event_id: string }>(
      'select source, event_id from usage_record where tenant_id = $1',
      [member.tenantId],
    );
    const corrects = { source: event?.source ?? '', eventId: event?.event_id ?? '' };
    await here.use(member, '2026-04-10', '90', { corrects });
    await here.setClock('2026-06-02');
    await bill(lead, '2026-05');
    const [may] = await here.invoices(lead, { month: '2026-05-01' });
    const bridge = await explain(may as Invoice);
    expect(bridge?.rows.map(({ kind, amount }) => `${kind} ${formatPence(amount)}`)).toEqual([
      'ENDED_SERVICE -100.00',
      'CREDITS -10.00',
    ]);
    expect([bridge?.start, bridge?.end]).toEqual([13_000n, 2_000n]);
  });
});
