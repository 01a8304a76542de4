import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { JobStore, newId } from '#libs/platform';
import { BillingHere, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import { WorkOutBills } from './application/work-out-bills.js';
import {
  ApproveInvoice,
  ChooseInvoiceGrouping,
  ApproveDiscount,
  DraftInvoices,
  IssueInvoice,
  PrepareBillingRun,
  PreviewBill,
  ProposeDiscount,
  SetLateUsageLimit,
  SetSmallestInvoice,
} from './index.js';

let here: BillingHere;

beforeAll(async () => {
  here = await BillingHere.start();
}, 60_000);
afterAll(() => here.stop());
afterEach(async () => {
  expect(await brokenInvariants(here.database.adminUrl)).toEqual([]);
});

const prepare = async ({ preparer }: LeadHere, month: string): Promise<string> =>
  valueOf(await here.app.get(PrepareBillingRun).execute(preparer, { month, idempotencyKey: newId() })).runId;

/** Prepares May once more and has it drafted; answers whose bills were worked out anew. */
const workedOut = async (lead: LeadHere): Promise<readonly string[]> => {
  const decide = jest.spyOn(here.app.get(WorkOutBills), 'decide');
  await here.run(lead, '2026-05');
  const members = decide.mock.calls.map(([, { tenantId }]) => tenantId);
  decide.mockRestore();
  return members;
};

/** What each member's draft of May says it charges, and what a preview does. */
const charged = async (lead: LeadHere, members: readonly MemberHere[]): Promise<readonly bigint[]> => {
  const invoices = await here.invoices(lead);
  return members.map(({ tenantId }) =>
    invoices
      .filter((each) => each.tenantId === tenantId && each.state === 'DRAFT')
      .reduce((sum, { net }) => sum + net, 0n),
  );
};
const previewed = async (lead: LeadHere, members: readonly MemberHere[]): Promise<readonly bigint[]> => {
  const sums: bigint[] = [];
  for (const { tenantId, leadId } of members) {
    const preview = await here.work.read(lead.preparer, (tx) =>
      here.app
        .get(PreviewBill)
        .within(tx, { tenantId, leadId }, { start: '2026-05-01', end: '2026-06-01' } as never),
    );
    const { invoices, carried } = valueOf(preview);
    sums.push(carried > 0n ? 0n : invoices.reduce((sum, { totals }) => sum + totals.net, 0n));
  }
  return sums;
};

describe('a run of many members', () => {
  it('drafts several at once, and a fault is its member’s alone', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    const members = await here.members(lead, 20, '2026-05-01');
    for (const member of members) await here.use(member, '2026-05-10', '1');
    const broken = [...members].sort((a, b) => (a.tenantId < b.tenantId ? -1 : 1))[7] as MemberHere;
    // A revision that cannot be: the database refuses the line, as it refuses a bug's.
    await here.rows(`update call_off set agreement_id = $1 where id = $2`, [newId(), broken.callOffId]);
    const runId = await prepare(lead, '2026-05');
    const lots = await here.rows<{ members: number }>(
      `select jsonb_array_length(payload -> 'tenantIds') as members from job where queue = 'billing-draft'`,
    );
    expect(lots.map(({ members: size }) => size).sort()).toEqual([2, 3, 3, 3, 3, 3, 3]);
    for (let tries = 0; tries < 3; tries += 1) {
      await here.draft(3).catch(() => undefined);
      await here.rows(
        "update job set leased_until = null, lease_token = null, run_at = now() where queue = 'billing-draft'",
      );
    }
    await here.draft();
    const parked = (await here.membersOfRun(lead, runId)).filter(({ state }) => state === 'PARKED');
    expect(parked.map(({ tenantId }) => tenantId)).toEqual([broken.tenantId]);
    expect((await here.invoices(lead)).map(({ tenantId }) => tenantId).sort()).toEqual(
      members
        .map(({ tenantId }) => tenantId)
        .filter((id) => id !== broken.tenantId)
        .sort(),
    );
  });

  it('leaves nothing of a lot whose job another worker has taken meanwhile', async () => {
    await here.setClock('2026-06-02');
    const lead = await here.lead();
    for (const member of await here.members(lead, 17, '2026-05-01'))
      await here.use(member, '2026-05-10', '1');
    await prepare(lead, '2026-05');
    const [jobs, handler] = [here.app.get(JobStore), here.app.get(DraftInvoices)];
    const slow = await jobs.take([handler.queue]);
    if (!slow) throw new Error('no job is due');
    const decide = jest.spyOn(here.app.get(WorkOutBills), 'decide');
    decide.mockImplementationOnce(async (...asked) => {
      await here.rows('update job set lease_token = $1 where id = $2', [newId(), slow.id]);
      return here.app.get(WorkOutBills).decide(...asked);
    });
    await expect(handler.handle(slow)).rejects.toThrow('taken by another worker');
    decide.mockRestore();
    expect(await here.invoices(lead)).toEqual([]);
    await here.rows('update job set leased_until = null, lease_token = null where id = $1', [slow.id]);
    await here.draft(2);
    expect(await here.invoices(lead)).toHaveLength(17);
  });
});

describe('a run that is prepared again', () => {
  let lead: LeadHere;
  let members: readonly MemberHere[];
  let one: MemberHere;
  /** All of them, as a change for all has it. */
  let all: readonly string[];

  beforeAll(async () => {
    await here.setClock('2026-06-02');
    lead = await here.lead();
    members = await here.members(lead, 3, '2026-04-01');
    [one] = members as [MemberHere];
    all = members.map(({ tenantId }) => tenantId).sort();
    for (const member of members) await here.use(member, '2026-05-10', '10');
    await here.run(lead, '2026-05');
  });
  const again = async (): Promise<readonly string[]> => [...(await workedOut(lead))].sort();

  it('leaves alone whoever has not changed', async () => {
    expect(await again()).toEqual([]);
    const before = await charged(lead, members);
    expect(before).toEqual(await previewed(lead, members));
    expect(await here.membersOfRun(lead, await prepare(lead, '2026-05'))).toHaveLength(3);
    await here.draft(4);
    expect(await charged(lead, members)).toEqual(before);
  });

  const discounted = async (): Promise<void> => {
    const { discountId } = valueOf(
      await here.app.get(ProposeDiscount).execute(lead.preparer, {
        ...{
          callOffId: one.callOffId,
          meterId: null,
          percent: '10',
          firstMonth: '2026-05',
          lastMonth: '2026-05',
        },
        ...{ reason: 'Agreed for May', idempotencyKey: newId() },
      }),
    );
    valueOf(await here.app.get(ApproveDiscount).execute(lead.approver, { discountId }));
  };
  const approved = async () => {
    const mine = (await here.invoices(lead)).find(({ tenantId }) => tenantId === one.tenantId);
    if (!mine) throw new Error('no draft');
    const { id: invoiceId, contentSha256 } = mine;
    valueOf(await here.app.get(ApproveInvoice).execute(lead.approver, { invoiceId, contentSha256 }));
    return invoiceId;
  };

  const ofOne: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['more usage', () => here.use(one, '2026-05-11', '1')],
    ['usage of another month', () => here.use(one, '2026-04-11', '1')],
    [
      'a correction',
      async () => here.use(one, '2026-05-12', '3', { corrects: await here.use(one, '2026-05-12', '2') }),
    ],
    ['a purchase order', () => here.purchaseOrder(one, 'PO-2', '2026-05-01')],
    [
      'another way to be invoiced',
      async () =>
        valueOf(
          await here.app
            .get(ChooseInvoiceGrouping)
            .execute(one.staff, { leadId: lead.leadId, grouping: 'PER_ORDER' }),
        ),
    ],
    ['a discount', discounted],
    [
      'another revision of its call-off',
      () => here.rows('update call_off set revision = revision + 1 where id = $1', [one.callOffId]),
    ],
    ['an approval', approved],
    [
      'an issue',
      async () => {
        const [mine] = (await here.invoices(lead)).filter(
          ({ tenantId, state }) => tenantId === one.tenantId && state === 'APPROVED',
        );
        valueOf(
          await here.app.get(IssueInvoice).execute(lead.approver, {
            invoiceId: mine?.id ?? '',
            withoutOrderReason: null,
            idempotencyKey: newId(),
          }),
        );
      },
    ],
  ];
  it.each(ofOne)('works out anew the one member that had %s', async (_, change) => {
    await change();
    expect(await again()).toEqual([one.tenantId]);
    expect(await charged(lead, members)).toEqual(await previewed(lead, members));
    expect(await again()).toEqual([]);
  });

  const ofAll: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'another price',
      () => here.price(lead.leadId, one.meterIds[0] ?? '', '2026-05-15', { model: 'perUnit', unit: '9' }),
    ],
    [
      'a smallest invoice',
      async () => valueOf(await here.app.get(SetSmallestInvoice).execute(lead.approver, { amount: '1.00' })),
    ],
    [
      'another limit for late usage',
      async () => valueOf(await here.app.get(SetLateUsageLimit).execute(lead.approver, { amount: '1.00' })),
    ],
    ['a day', () => here.setClock('2026-06-03')],
  ];
  it.each(ofAll)('works out everyone anew after %s', async (_, change) => {
    await change();
    expect(await again()).toEqual(all);
    expect(await charged(lead, members)).toEqual(await previewed(lead, members));
    expect(await again()).toEqual([]);
  });
});
