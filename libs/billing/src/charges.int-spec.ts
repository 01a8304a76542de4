import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { formatPence, lastDayOf, month } from '#libs/kernel';
import { newId } from '#libs/platform';
import { recomputePack } from '#libs/pricing';
import { BillingHere, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import {
  ApproveDiscount,
  ApproveRun,
  ChooseInvoiceGrouping,
  DecideDispute,
  ExplainBill,
  InvoiceDataPack,
  IssueRun,
  PreviewBill,
  ProposeDiscount,
  RaiseDispute,
  ReadDisputes,
  ReadOrderCharges,
  SetSmallestInvoice,
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

/** Payslips at £1, licences at £60 a month in advance, and £500 once; a call-off from 16 April with 100 payslips. */
const given = async (): Promise<{ lead: LeadHere; member: MemberHere }> => {
  await here.setClock('2026-05-04');
  const lead = await here.lead(
    [
      { '2026-04-01': { model: 'perUnit', unit: '1' } },
      { '2026-04-01': { model: 'perUnit', unit: '60' } },
      { '2026-04-01': { model: 'flat', amount: '500' } },
    ],
    {
      charges: [
        { charge: 'USAGE', timing: 'ARREARS' },
        { charge: 'RECURRING', timing: 'ADVANCE' },
        { charge: 'ONE_TIME', timing: 'ARREARS' },
      ],
    },
  );
  const member = await here.member(lead, { startsOn: '2026-04-16', order: 'NONE_RECORDED' });
  await here.use(member, '2026-04-20', '100');
  return { lead, member };
};
const issueRun = async (lead: LeadHere, runId: string): Promise<void> => {
  const contentSha256 = (await here.draftsSha256(lead, runId)) ?? '';
  valueOf(await here.app.get(ApproveRun).execute(lead.approver, { runId, contentSha256 }));
  const { failures } = valueOf(
    await here.app.get(IssueRun).execute(lead.approver, { runId, idempotencyKey: newId() }),
  );
  expect(failures).toEqual([]);
};
const bill = async (lead: LeadHere, label: string): Promise<void> =>
  issueRun(lead, await here.run(lead, label));
/** What an invoice charges: the service, its days and its net. */
const linesOf = async (lead: LeadHere, { id }: Invoice): Promise<readonly string[]> =>
  (await here.lines(lead, [id])).map(
    ({ description, net }) => `${description.replace('Payroll Core: ', '')} ${formatPence(net)}`,
  );
const ofOrder = async (lead: LeadHere, forOrder: string, label: string): Promise<Invoice> => {
  const found = await here.invoices(lead, { month: month(label).start });
  const invoice = found.find((each) => each.forOrder === forOrder);
  if (!invoice) throw new Error(`there is no invoice for ${forOrder}`);
  return invoice;
};
const rowsOf = async (lead: LeadHere, invoice: Invoice) => {
  const bridge = await here.work.read(lead.preparer, (tx) => here.app.get(ExplainBill).invoice(tx, invoice));
  return {
    ends: [bridge?.start, bridge?.end],
    rows: bridge?.rows.map(
      ({ kind, names, amount }) => `${kind} ${names?.meterTitle} ${formatPence(amount)}`,
    ),
  };
};
const discount = async ({ preparer, approver }: LeadHere, { callOffId }: MemberHere): Promise<void> => {
  const { discountId } = valueOf(
    await here.app.get(ProposeDiscount).execute(preparer, {
      ...{ callOffId, meterId: null, percent: '10', firstMonth: '2026-05', lastMonth: '2026-06' },
      ...{ reason: 'Agreed for the first summer', idempotencyKey: newId() },
    }),
  );
  valueOf(await here.app.get(ApproveDiscount).execute(approver, { discountId }));
};

/** One purchase order to the end of April, another from May on, and an invoice for each; April's are issued. */
const byOrder = async () => {
  const { lead, member } = await given();
  await here.purchaseOrder(member, 'OLD', '2026-04-01');
  await here.rows(`update purchase_order set ends_on = '2026-04-30' where tenant_id = $1`, [member.tenantId]);
  await here.purchaseOrder(member, 'NEW', '2026-05-01');
  const choice = { leadId: lead.leadId, grouping: 'PER_ORDER' } as const;
  valueOf(await here.app.get(ChooseInvoiceGrouping).execute(member.staff, choice));
  await bill(lead, '2026-04');
  return {
    lead,
    member,
    old: await ofOrder(lead, 'OLD', '2026-04'),
    now: await ofOrder(lead, 'NEW', '2026-04'),
  };
};
/** What is charged to the order of a number, after credits. */
const charged = async (lead: LeadHere, { tenantId }: MemberHere, number: string): Promise<bigint> => {
  const [order] = await here.rows<{ id: string }>(
    'select id from purchase_order where tenant_id = $1 and number = $2',
    [tenantId, number],
  );
  const id = order?.id ?? '';
  return here.work.read(
    lead.preparer,
    async (tx) => (await here.app.get(ReadOrderCharges).of(tx, [id])).get(id) ?? 0n,
  );
};

describe('what is not metered', () => {
  it('is on the invoice of the purchase order that covers its own days, not those of the run', async () => {
    const { lead, member, old, now } = await byOrder();
    expect([await linesOf(lead, old), old.net, old.vat]).toEqual([
      [
        'Payslips, 16 April 2026 to 30 April 2026 100.00',
        'Meter 1, 16 April 2026 to 30 April 2026 30.00',
        'Meter 2, 16 April 2026 500.00',
      ],
      63000n,
      12600n,
    ]);
    expect([await linesOf(lead, now), now.net, now.vat]).toEqual([['Meter 1, May 2026 60.00'], 6000n, 1200n]);
    expect([await charged(lead, member, 'OLD'), await charged(lead, member, 'NEW')]).toEqual([63000n, 6000n]);

    // A month on: what is new on the order's bill is called new, and the licences of June are compared with May's.
    await here.setClock('2026-06-03');
    await here.use(member, '2026-05-10', '40');
    await here.run(lead, '2026-05');
    const may = await ofOrder(lead, 'NEW', '2026-05');
    expect(await linesOf(lead, may)).toEqual(['Payslips, May 2026 40.00', 'Meter 1, June 2026 60.00']);
    expect(await rowsOf(lead, may)).toEqual({ ends: [6000n, 10000n], rows: ['NEW_SERVICE Payslips 40.00'] });
  });

  it('is disputed, corrected by a discount, credited on its order, and worked out again from the data pack', async () => {
    const { lead, member, now } = await byOrder();
    const [line] = await here.lines(lead, [now.id]);
    const raised = await here.app.get(RaiseDispute).execute(member.staff, {
      ...{ invoiceLineId: line?.id ?? '', kind: 'DISPUTE', net: '6.00', reason: 'We agreed less' },
      ...{ evidence: null, idempotencyKey: newId() },
    });
    const { disputeId } = valueOf(raised);
    const decision = { decision: 'UPHELD', net: null, outcome: 'CORRECTION', reason: 'You did' } as const;
    valueOf(await here.app.get(DecideDispute).execute(lead.preparer, disputeId, decision));
    await discount(lead, member);

    await here.setClock('2026-06-03');
    await here.use(member, '2026-05-10', '40');
    await bill(lead, '2026-05');
    const notes = await here.creditNotes(lead);
    expect(
      notes.map(({ invoiceId, state, net, vat, reason }) => [invoiceId, state, net, vat, reason]),
    ).toEqual([[now.id, 'ISSUED', 600n, 120n, 'What is due for May 2026 comes to less than was billed.']]);
    const named = await here.work.read(member.staff, async (tx) => {
      const dispute = await here.app.get(ReadDisputes).byId(tx, disputeId);
      return dispute && (await here.app.get(ReadDisputes).creditNotesOf(tx, [dispute])).get(disputeId);
    });
    expect(named).toEqual(notes.map(({ id }) => id));
    const held = await here.work.read(lead.preparer, (tx) =>
      here.app.get(ReadDisputes).heldOnInvoices(tx, lead.leadId, [now.id]),
    );
    expect(held.get(now.id) ?? 0n).toBe(0n);

    // £40 and £60, each less 10%; £6 came off what the order was charged with before.
    const may = await ofOrder(lead, 'NEW', '2026-05');
    expect(await linesOf(lead, may)).toEqual(['Payslips, May 2026 36.00', 'Meter 1, June 2026 54.00']);
    expect(await charged(lead, member, 'NEW')).toBe(5400n + 9000n);
    const pack = await here.work.read(member.staff, (tx) => here.app.get(InvoiceDataPack).json(tx, may));
    const again = recomputePack(JSON.parse(JSON.stringify(pack)) as Parameters<typeof recomputePack>[0]);
    expect(again.ok && [again.value.same, again.value.net, again.value.vat]).toEqual([
      true,
      '90.00',
      '18.00',
    ]);
    expect(await rowsOf(lead, may)).toEqual({
      ends: [6000n, 8400n],
      rows: ['NEW_SERVICE Payslips 36.00', 'PRICE Meter 1 -6.00', 'CREDITS undefined -6.00'],
    });
  });

  it('of a voided invoice is billed again, what is due once as well', async () => {
    const { lead, member } = await given();
    await here.purchaseOrder(member, 'ALL');
    await bill(lead, '2026-04');
    const [april] = await here.invoices(lead);
    const invoiceId = april?.id ?? '';
    valueOf(await here.app.get(VoidInvoice).execute(lead.preparer, { invoiceId, reason: 'Wrong address' }));
    await here.setClock('2026-06-03');
    await bill(lead, '2026-05');
    const [again] = await here.invoices(lead, { statuses: ['ISSUED'] });
    expect(await linesOf(lead, again as Invoice)).toEqual([
      'Payslips, 16 April 2026 to 30 April 2026 100.00',
      'Meter 1, 16 April 2026 to 30 April 2026 30.00',
      'Meter 2, 16 April 2026 500.00',
      'Meter 1, May 2026 60.00',
      'Meter 1, June 2026 60.00',
    ]);
    expect(await charged(lead, member, 'ALL')).toBe(75000n);
  });

  it('is carried below the smallest invoice, at what it is worth by then, and previewed as the run bills it', async () => {
    const { lead, member } = await given();
    await here.purchaseOrder(member, 'ALL');
    valueOf(await here.app.get(SetSmallestInvoice).execute(lead.approver, { amount: '790.00' }));
    const words = async (label: string) =>
      (await here.membersOfRun(lead, await here.run(lead, label))).map(({ reason }) => reason);
    expect(await words('2026-04')).toEqual(['£690.00 carried to May']);
    await discount(lead, member);
    await here.setClock('2026-06-03');
    expect(await words('2026-05')).toEqual(['£738.00 carried to June']);
    expect([await here.invoices(lead), await here.creditNotes(lead)]).toEqual([[], []]);

    await here.setClock('2026-07-02');
    const seen = await here.work.read(member.staff, (tx) =>
      here.app.get(PreviewBill).within(tx, { ...member }, month('2026-06')),
    );
    await here.run(lead, '2026-06');
    const [june] = await here.invoices(lead);
    const lines = await here.lines(lead, [june?.id ?? '']);
    expect(lines.map(({ period, net }) => [period.start, lastDayOf(period), net])).toEqual([
      ['2026-04-16', '2026-04-30', 10000n],
      ['2026-04-16', '2026-04-30', 3000n],
      ['2026-04-16', '2026-04-16', 50000n],
      ['2026-05-01', '2026-05-31', 5400n],
      ['2026-06-01', '2026-06-30', 5400n],
      ['2026-07-01', '2026-07-31', 6000n],
    ]);
    expect(valueOf(seen).invoices.map(({ totals }) => totals)).toEqual([
      { net: 79800n, vat: 15960n, gross: 95760n, vatSummary: expect.any(Array) },
    ]);
    expect(valueOf(seen).carried).toBe(0n);
  });
});
