import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { formatPounds, parseMonth } from '#libs/kernel';
import { newId } from '#libs/platform';
import { BillingHere, codesOf, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import {
  ApproveInvoice,
  ApproveLateUsage,
  IssueInvoice,
  PreviewBill,
  ReadLateUsage,
  SetLateUsageLimit,
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

const issued = async (lead: LeadHere, { id, contentSha256 }: Invoice): Promise<void> => {
  valueOf(await here.app.get(ApproveInvoice).execute(lead.approver, { invoiceId: id, contentSha256 }));
  const command = { invoiceId: id, withoutOrderReason: 'Test', idempotencyKey: newId() };
  valueOf(await here.app.get(IssueInvoice).execute(lead.approver, command));
};
const late = (lead: LeadHere, waiting = false) =>
  here.work.read(lead.preparer, (tx) =>
    here.app.get(ReadLateUsage).page(tx, { waiting }, { limit: 10, after: null }),
  );
const approve = (lead: LeadHere, lateUsageId: string, net: string, reason = 'The payroll system was down') =>
  here.app.get(ApproveLateUsage).execute(lead.approver, { lateUsageId, net, reason });
const sums = async (lead: LeadHere, month: string): Promise<readonly string[]> =>
  (await here.invoices(lead, { month: `${month}-01` })).map(
    ({ state, net }) => `${state} ${formatPounds(net)}`,
  );
const held = async (lead: LeadHere): Promise<readonly string[]> =>
  (await late(lead, true)).map(({ month, net }) => `${month} ${formatPounds(net)}`);
const noteWritten = async (action: () => Promise<{ ok: boolean }>) => {
  const table = () => here.rows('select * from late_usage order by id');
  const [before, fingerprint] = [await table(), await here.fingerprint()];
  const codes = codesOf((await action()) as never);
  expect([await table(), await here.fingerprint()]).toEqual([before, fingerprint]);
  return codes;
};

/** April is issued at £100; then £600 of April's use comes. */
const given = async (): Promise<{ lead: LeadHere; member: MemberHere }> => {
  await here.setClock('2026-05-02');
  const lead = await here.lead([{ '2020-04-01': { model: 'perUnit', unit: '1' } }]);
  const member = await here.member(lead);
  await here.use(member, '2026-04-10', '100');
  await here.run(lead, '2026-04');
  for (const draft of await here.invoices(lead)) await issued(lead, draft);
  await here.setClock('2026-06-02');
  await here.use(member, '2026-04-11', '600');
  await here.use(member, '2026-05-11', '20');
  return { lead, member };
};

describe('late use above the limit', () => {
  it('waits in drafts and previews alike, until it is approved and a run bills it', async () => {
    const { lead, member } = await given();
    const runId = await here.run(lead, '2026-05');
    expect(await sums(lead, '2026-05')).toEqual(['DRAFT £20.00']);
    expect(await held(lead)).toEqual(['2026-04-01 £600.00']);
    const [{ reason } = { reason: null }] = await here.membersOfRun(lead, runId);
    expect(reason).toBe('£600.00 of late usage is not billed before it is approved');
    const month = parseMonth('2026-05');
    if (month === null) throw new Error('a month');
    const seen = await here.work.read(member.staff, async (tx) =>
      valueOf(await here.app.get(PreviewBill).within(tx, member, month)),
    );
    expect(seen.late.map(({ net }) => net)).toEqual([60_000n]);
    expect(seen.invoices.map(({ totals }) => totals.net)).toEqual([2_000n]);

    const [waiting] = await late(lead);
    valueOf(await approve(lead, waiting?.id ?? '', '600.00'));
    expect(await held(lead)).toEqual([]);
    await here.run(lead, '2026-05');
    expect(await sums(lead, '2026-05')).toEqual(['DRAFT £620.00']);
    for (const draft of await here.invoices(lead, { month: '2026-05-01' })) await issued(lead, draft);
    await here.run(lead, '2026-05');
    expect(await sums(lead, '2026-05')).toEqual(['ISSUED £620.00']);
    expect(await late(lead)).toMatchObject([
      { isWaiting: false, approvedNet: 60_000n, reason: 'The payroll system was down' },
    ]);
  });

  it('waits anew when more comes after the approval', async () => {
    const { lead, member } = await given();
    await here.run(lead, '2026-05');
    const [first] = await late(lead);
    valueOf(await approve(lead, first?.id ?? '', '600.00'));
    await here.use(member, '2026-04-12', '50');
    await here.run(lead, '2026-05');
    expect(await held(lead)).toEqual(['2026-04-01 £650.00']);
    expect(await sums(lead, '2026-05')).toEqual(['DRAFT £20.00']);
    valueOf(await approve(lead, first?.id ?? '', '650.00'));
    await here.run(lead, '2026-05');
    expect(await sums(lead, '2026-05')).toEqual(['DRAFT £670.00']);
  });

  it('waits no more when it is taken back, or the limit is raised', async () => {
    const { lead, member } = await given();
    const more = await here.use(member, '2026-04-13', '70');
    await here.run(lead, '2026-05');
    expect(await held(lead)).toEqual(['2026-04-01 £670.00']);
    await here.use(member, '2026-04-13', '0', { corrects: more });
    await here.run(lead, '2026-05');
    expect(await held(lead)).toEqual(['2026-04-01 £600.00']);
    valueOf(await here.app.get(SetLateUsageLimit).execute(lead.approver, { amount: '600' }));
    await here.run(lead, '2026-05');
    expect([await held(lead), await sums(lead, '2026-05')]).toEqual([[], ['DRAFT £620.00']]);
  });

  it('is approved as it was seen, with a reason, once, and by its own lead authority', async () => {
    const { lead } = await given();
    await here.run(lead, '2026-05');
    const [{ id } = { id: '' }] = await late(lead);
    const other = await here.lead();
    expect(await noteWritten(() => approve(lead, id, '600.00', ' '))).toEqual(['FIELD_REQUIRED']);
    expect(await noteWritten(() => approve(lead, id, '599.99'))).toEqual(['CONTENT_CHANGED']);
    expect(await noteWritten(() => approve(other, id, '600.00'))).toEqual(['NOT_FOUND']);
    expect(await noteWritten(() => approve(lead, newId(), '600.00'))).toEqual(['NOT_FOUND']);
    valueOf(await approve(lead, id, '600.00'));
    expect(await noteWritten(() => approve(lead, id, '600.00'))).toEqual(['STATE_NOT_ALLOWED']);
  });
});

describe('the limit', () => {
  it('is £500 until it is set, and refused when it is no amount or too much', async () => {
    const lead = await here.lead();
    const limit = () => here.work.read(lead.preparer, (tx) => here.app.get(ReadLateUsage).limit(tx));
    const set = (amount: string) => here.app.get(SetLateUsageLimit).execute(lead.approver, { amount });
    expect(await limit()).toBe(50_000n);
    expect([codesOf(await set('x')), codesOf(await set('-1')), codesOf(await set('1.001'))]).toEqual([
      ['AMOUNT_FORMAT'],
      ['TOO_SMALL'],
      ['TOO_MANY_DECIMALS'],
    ]);
    expect(codesOf(await set('100000.01'))).toEqual(['TOO_BIG']);
    expect(await limit()).toBe(50_000n);
    valueOf(await set('0'));
    expect(await limit()).toBe(0n);
  });
});
