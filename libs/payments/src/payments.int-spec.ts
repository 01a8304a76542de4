import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ApproveRun, IssueRun, type Invoice } from '#libs/billing';
import { localDate, type Pence } from '#libs/kernel';
import { ReadLedger } from '#libs/ledger';
import { newId } from '#libs/platform';
import { BillingHere, codesOf, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import {
  AllocateReceipt,
  ImportBankStatement,
  PaymentsModule,
  ReadReceipts,
  RecordReceipt,
} from './index.js';

let here: BillingHere;

beforeAll(async () => {
  here = await BillingHere.start([PaymentsModule]);
}, 60_000);

afterAll(() => here.stop());

afterEach(async () => {
  expect(await brokenInvariants(here.database.adminUrl)).toEqual([]);
});

/** A lead authority, and members that each were issued an invoice of £100.00 and VAT of £20.00. */
const given = async ({ members = 1, itself = false } = {}) => {
  await here.setClock('2026-05-02');
  const lead = await here.lead([{ '2026-04-01': { model: 'perUnit', unit: '1' } }]);
  const own: MemberHere[] = itself ? [await here.member(lead, { itself })] : [];
  const others = await here.members(lead, members - own.length, '2026-04-01');
  for (const member of [...own, ...others]) await here.use(member, '2026-04-10', '100');
  const runId = await here.run(lead, '2026-04');
  const contentSha256 = (await here.draftsSha256(lead, runId)) ?? '';
  valueOf(await here.app.get(ApproveRun).execute(lead.approver, { runId, contentSha256 }));
  const issued = valueOf(
    await here.app.get(IssueRun).execute(lead.approver, { runId, idempotencyKey: newId() }),
  );
  expect(issued.failures).toEqual([]);
  const invoices = await here.invoices(lead);
  expect(invoices.map(({ gross }) => gross)).toEqual(Array.from({ length: members }, () => 12000n));
  const [member, invoice] = [[...own, ...others][0], invoices[0]];
  if (!member || !invoice) throw new Error('nothing was issued');
  return { lead, member, members: [...own, ...others], invoice, invoices };
};

const record = async (lead: LeadHere, amount: Pence, reference: string): Promise<string> => {
  const money = { amount, receivedOn: localDate('2026-05-02'), payer: 'ASHBECK BC', reference };
  const { receiptId } = valueOf(
    await here.app.get(RecordReceipt).execute(lead.preparer, { ...money, idempotencyKey: newId() }),
  );
  return receiptId;
};
const allocate = (
  lead: LeadHere,
  receiptId: string,
  invoiceId: string,
  amount: Pence,
  idempotencyKey = newId(),
) => here.app.get(AllocateReceipt).execute(lead.preparer, { receiptId, invoiceId, amount, idempotencyKey });
const importing = (lead: LeadHere, content: string, fileName = 'june.csv') =>
  here.app.get(ImportBankStatement).execute(lead.preparer, { fileName, content, idempotencyKey: newId() });

/** What is left of a receipt, and where the rest of it went. */
const seen = ({ preparer, leadId }: LeadHere, receiptId: string) =>
  here.work.read(preparer, async (tx) => {
    const receipt = await here.app.get(ReadReceipts).byId(tx, receiptId);
    if (receipt === null) throw new Error('the receipt is not there');
    const allocations = await here.app.get(ReadReceipts).allocationsOf(tx, leadId, [receiptId]);
    return {
      left: receipt.amount - receipt.allocated,
      allocations: allocations.map(({ tenantId, invoiceId, amount, matchedBy }) => [
        tenantId,
        invoiceId,
        amount,
        matchedBy,
      ]),
    };
  });
const outstandingOn = ({ preparer, leadId }: LeadHere, { id }: Invoice) =>
  here.work.read(preparer, async (tx) => {
    const balances = await here.app.get(ReadLedger).balancesOfInvoices(tx, leadId, [id]);
    return balances.get(id)?.outstanding;
  });
/** The accounts of a set of books that are not at nothing. */
const booksOf = ({ preparer, leadId }: LeadHere, tenantId = leadId) =>
  here.work.read(preparer, async (tx) => {
    const sums = await here.app.get(ReadLedger).balances(tx, { tenantId, leadId });
    expect(Object.values(sums).reduce((total, sum) => total + sum, 0n)).toBe(0n);
    return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n));
  });
/** A digest of every row that a payment writes. */
const everything = async (): Promise<string> => {
  const tables = ['bank_statement', 'receipt', 'receipt_allocation', 'lead_audit', 'idempotency_receipt'];
  const parts = tables.map(
    (name) =>
      `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as digest from ${name} t`,
  );
  return `${await here.fingerprint()}${JSON.stringify(await here.rows(parts.join(' union all ')))}`;
};
const refusedWithoutTrace = async (action: () => Promise<Parameters<typeof codesOf>[0]>) => {
  const before = await everything();
  const codes = codesOf(await action());
  expect(await everything()).toBe(before);
  return codes;
};
const howMany = (codes: readonly (readonly string[])[]) => {
  const names = codes.map(([code = 'OK']) => code);
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, names.filter((n) => n === name).length]),
  );
};

const BILLED = { INCOME: -10000n, VAT_OUTPUT: -2000n };

describe('a receipt', () => {
  it('that pays a part is matched by its reference, and the rest stays outstanding', async () => {
    const { lead, member, invoice } = await given();
    const { tenantId } = member;
    const reference = `${(invoice.number ?? '').toLowerCase().replaceAll('-', ' ')} 20 JUNE`;
    const receiptId = await record(lead, 4000n, reference);
    expect(await seen(lead, receiptId)).toEqual({
      left: 0n,
      allocations: [[tenantId, invoice.id, 4000n, 'REFERENCE']],
    });
    expect(await outstandingOn(lead, invoice)).toBe(8000n);
    expect(await booksOf(lead)).toEqual({});
    expect(await booksOf(lead, tenantId)).toEqual({ ...BILLED, BANK: 4000n, RECEIVABLE: 8000n });
  });

  it('that pays too much leaves the rest on account, and so does all of one for a paid invoice', async () => {
    const { lead, member, invoice } = await given();
    const { tenantId } = member;
    const [first, second] = [
      await record(lead, 12001n, invoice.number ?? ''),
      await record(lead, 500n, invoice.number ?? ''),
    ];
    const toInvoice = [tenantId, invoice.id, 12000n, 'REFERENCE'];
    const { left, allocations } = await seen(lead, first);
    expect(left).toBe(0n);
    expect(allocations).toHaveLength(2);
    expect(allocations).toEqual(expect.arrayContaining([toInvoice, [tenantId, null, 1n, 'REFERENCE']]));
    expect(await seen(lead, second)).toEqual({
      left: 0n,
      allocations: [[tenantId, null, 500n, 'REFERENCE']],
    });
    expect(await outstandingOn(lead, invoice)).toBe(0n);
    expect(await booksOf(lead)).toEqual({});
    expect(await booksOf(lead, tenantId)).toEqual({ ...BILLED, BANK: 12501n, ON_ACCOUNT: -501n });
  });

  it('that names no issued invoice, or two, stays in suspense until a person says whose it is', async () => {
    const { lead, members, invoices } = await given({ members: 2 });
    const [one, two] = invoices.map(({ number }) => number ?? '');
    const receiptIds = [
      await record(lead, 700n, ''),
      await record(lead, 700n, 'council tax'),
      await record(lead, 700n, `${one}9`),
      await record(lead, 700n, `${one} ${two}`),
    ];
    for (const receiptId of receiptIds)
      expect(await seen(lead, receiptId)).toEqual({ left: 700n, allocations: [] });
    expect(await booksOf(lead)).toEqual({ BANK: 2800n, SUSPENSE: -2800n });

    const [receiptId = '', invoice] = [receiptIds[3], invoices[1]];
    if (!invoice) throw new Error('no second invoice');
    expect(codesOf(await allocate(lead, receiptId, invoice.id, 450n))).toEqual([]);
    expect(await seen(lead, receiptId)).toEqual({
      left: 250n,
      allocations: [[invoice.tenantId, invoice.id, 450n, 'PERSON']],
    });
    expect(await booksOf(lead)).toEqual({ BANK: 2350n, SUSPENSE: -2350n });
    expect(await booksOf(lead, invoice.tenantId)).toEqual({ ...BILLED, BANK: 450n, RECEIVABLE: 11550n });
    const other = members.find(({ tenantId }) => tenantId !== invoice.tenantId);
    expect(await booksOf(lead, other?.tenantId)).toEqual({ ...BILLED, RECEIVABLE: 12000n });
  });

  it('is recorded once for a key, and its audit records are there', async () => {
    const { lead, invoice } = await given();
    const money = { amount: 12000n, receivedOn: localDate('2026-05-01'), payer: 'A' };
    const command = { ...money, reference: invoice.number ?? '', idempotencyKey: newId() };
    const receive = () => here.app.get(RecordReceipt).execute(lead.preparer, command);
    const answers = await Promise.all(Array.from({ length: 8 }, receive));
    const ids = answers.map((answer) => valueOf(answer).receiptId);
    expect(new Set(ids).size).toBe(1);
    expect(await here.rows('select id from receipt where lead_id = $1', [lead.leadId])).toHaveLength(1);
    expect(
      await here.rows(
        `select action, subject_id = $2 as this from lead_audit where lead_id = $1 and action like 'receipt.%'`,
        [lead.leadId, ids[0]],
      ),
    ).toEqual([{ action: 'receipt.record', this: true }]);
    expect(
      await here.rows(`select action from tenant_audit where tenant_id = $1 and action like 'receipt.%'`, [
        invoice.tenantId,
      ]),
    ).toEqual([{ action: 'receipt.allocate' }]);
    // Each side's books say where the money came from.
    expect(
      await here.rows(
        `select tenant_id = lead_id as leads, memo from journal_entry where lead_id = $1 and kind = 'ALLOCATION' order by 1`,
        [lead.leadId],
      ),
    ).toEqual([
      { leads: false, memo: `Payment of invoice ${invoice.number}` },
      { leads: true, memo: `Taken from money held until matched: Payment of invoice ${invoice.number}` },
    ]);
  });

  it('with a fault leaves no trace', async () => {
    const { lead, invoice } = await given();
    const money = { amount: 0n, receivedOn: localDate('2026-05-03'), payer: '' };
    const command = { ...money, reference: invoice.number ?? '', idempotencyKey: newId() };
    expect(
      await refusedWithoutTrace(() => here.app.get(RecordReceipt).execute(lead.preparer, command)),
    ).toEqual(['PAYMENT_AMOUNT', 'RECEIPT_IN_FUTURE', 'FIELD_REQUIRED']);
  });
});

describe('8 allocations at once', () => {
  it('never take more than the receipt has', async () => {
    const { lead, members, invoices } = await given({ members: 8 });
    const receiptId = await record(lead, 10000n, '');
    const results = await Promise.all(invoices.map(({ id }) => allocate(lead, receiptId, id, 3000n)));
    expect(howMany(results.map(codesOf))).toEqual({ OK: 3, ALLOCATION_OVER_RECEIPT: 5 });
    expect((await seen(lead, receiptId)).left).toBe(1000n);
    expect(await booksOf(lead)).toEqual({ BANK: 1000n, SUSPENSE: -1000n });
    const banks = [];
    for (const { tenantId } of members) banks.push((await booksOf(lead, tenantId))['BANK'] ?? 0n);
    expect(banks.sort()).toEqual([0n, 0n, 0n, 0n, 0n, 3000n, 3000n, 3000n]);
  });

  it('never pay more than the invoice owes', async () => {
    const { lead, member, invoice } = await given();
    const receiptIds: string[] = [];
    for (let i = 0; i < 8; i += 1) receiptIds.push(await record(lead, 5000n, ''));
    const results = await Promise.all(receiptIds.map((id) => allocate(lead, id, invoice.id, 5000n)));
    expect(howMany(results.map(codesOf))).toEqual({ OK: 2, ALLOCATION_OVER_INVOICE: 6 });
    expect(await outstandingOn(lead, invoice)).toBe(2000n);
    expect(await booksOf(lead)).toEqual({ BANK: 30000n, SUSPENSE: -30000n });
    expect(await booksOf(lead, member.tenantId)).toEqual({ ...BILLED, BANK: 10000n, RECEIVABLE: 2000n });
  });

  it('with one key are one', async () => {
    const { lead, invoice } = await given();
    const [receiptId, key] = [await record(lead, 10000n, ''), newId()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => allocate(lead, receiptId, invoice.id, 1000n, key)),
    );
    expect(answers.map((answer) => valueOf(answer).receiptId)).toEqual(answers.map(() => receiptId));
    expect((await seen(lead, receiptId)).left).toBe(9000n);
  });
});

describe('an allocation', () => {
  it('of too much, or of nothing, leaves no trace', async () => {
    const { lead, invoice } = await given();
    const [small, large] = [await record(lead, 100n, ''), await record(lead, 20000n, '')];
    for (const [receiptId, amount, code] of [
      [small, 0n, 'PAYMENT_AMOUNT'],
      [small, -1n, 'PAYMENT_AMOUNT'],
      [small, 101n, 'ALLOCATION_OVER_RECEIPT'],
      [large, 12001n, 'ALLOCATION_OVER_INVOICE'],
    ] as const)
      expect(await refusedWithoutTrace(() => allocate(lead, receiptId, invoice.id, amount))).toEqual([code]);
  });

  it("with another lead authority's receipt or invoice is not found, like one that does not exist", async () => {
    const [here1, there] = [await given(), await given()];
    const [ours, theirs] = [await record(here1.lead, 100n, ''), await record(there.lead, 100n, '')];
    const tries = [
      [theirs, here1.invoice.id],
      [ours, there.invoice.id],
      [theirs, there.invoice.id],
      [newId(), here1.invoice.id],
      [ours, newId()],
    ] as const;
    for (const [receiptId, invoiceId] of tries)
      expect(await refusedWithoutTrace(() => allocate(here1.lead, receiptId, invoiceId, 100n))).toEqual([
        'NOT_FOUND',
      ]);
    await here.work.read(here1.lead.preparer, async (tx) => {
      const receipts = here.app.get(ReadReceipts);
      expect(await receipts.byId(tx, theirs)).toBeNull();
      expect((await receipts.page(tx, { limit: 10, after: null })).map(({ id }) => id)).toEqual([ours]);
      expect(await receipts.allocationsOf(tx, there.lead.leadId, [theirs])).toEqual([]);
    });
  });

  it('never pays a draft', async () => {
    const { lead } = await given();
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '5');
    await here.run(lead, '2026-04');
    const draft = (await here.invoices(lead)).find(({ state }) => state === 'DRAFT');
    const receiptId = await record(lead, 100n, '');
    expect(draft?.tenantId).toBe(member.tenantId);
    expect(await refusedWithoutTrace(() => allocate(lead, receiptId, draft?.id ?? '', 100n))).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('a bank statement', () => {
  const statement = (...rows: readonly string[]) =>
    ['date,amount,payer,reference', ...rows].map((line) => `${line}\n`).join('');

  it('is taken whole: each row is matched like a receipt', async () => {
    const { lead, invoices } = await given({ members: 2 });
    const [one, two] = invoices;
    const content = statement(
      `2026-05-01,120.00,ASHBECK BC,${one?.number}`,
      `2026-05-01,50.00,BIRCHDALE DC,${two?.number} 20 MAY`,
      '2026-05-02,0.01,UNKNOWN,=1+1',
      `2026-05-02,75.00,BIRCHDALE DC,${two?.number}`,
    );
    const { statementId } = valueOf(await importing(lead, content));
    expect(
      await here.rows(
        `select statement_row, amount_pence, allocated_pence, reference like '=%' as formula from receipt
         where lead_id = $1 and statement_id = $2 order by statement_row`,
        [lead.leadId, statementId],
      ),
    ).toEqual([
      { statement_row: 1, amount_pence: '12000', allocated_pence: '12000', formula: false },
      { statement_row: 2, amount_pence: '5000', allocated_pence: '5000', formula: false },
      { statement_row: 3, amount_pence: '1', allocated_pence: '0', formula: true },
      { statement_row: 4, amount_pence: '7500', allocated_pence: '7500', formula: false },
    ]);
    expect(await booksOf(lead)).toEqual({ BANK: 1n, SUSPENSE: -1n });
    expect(await booksOf(lead, one?.tenantId)).toEqual({ ...BILLED, BANK: 12000n });
    expect(await booksOf(lead, two?.tenantId)).toEqual({ ...BILLED, BANK: 12500n, ON_ACCOUNT: -500n });
  });

  it('is taken once, whatever its name, also when it comes 8 times at once', async () => {
    const { lead, invoice } = await given();
    const content = statement(`2026-05-01,1.00,A,${invoice.number}`, '2026-05-01,2.00,B,');
    const names = Array.from({ length: 8 }, (_, index) => `copy ${index}.csv`);
    const results = await Promise.all(names.map((name) => importing(lead, content, name)));
    expect(howMany(results.map(codesOf))).toEqual({ OK: 1, ALREADY_IMPORTED: 7 });
    const again = () => importing(lead, content, 'another.csv');
    expect(await refusedWithoutTrace(again)).toEqual(['ALREADY_IMPORTED']);
    const refused = await again();
    expect(refused.ok ? [] : refused.refusals.map(({ message }) => message)).toEqual([
      'This statement was already imported on 2 May 2026.',
    ]);
    expect(await booksOf(lead)).toEqual({ BANK: 200n, SUSPENSE: -200n });
    expect(await outstandingOn(lead, invoice)).toBe(11900n);
    // Another lead authority may have the same file.
    expect(codesOf(await importing((await given()).lead, content))).toEqual([]);
  });

  it('with one bad row saves none', async () => {
    const { lead, invoice } = await given();
    const rows = Array.from({ length: 60 }, () => `2026-05-01,1.00,A,${invoice.number}`);
    rows[55] = `2026-05-01,"1,000.00",A,${invoice.number}`;
    expect(await refusedWithoutTrace(() => importing(lead, statement(...rows)))).toEqual(['IMPORT_REJECTED']);
    expect(await refusedWithoutTrace(() => importing(lead, 'nonsense'))).toEqual(['CSV_FORMAT']);
    expect(await refusedWithoutTrace(() => importing(lead, statement(rows[0] ?? ''), ''))).toEqual([
      'FIELD_REQUIRED',
    ]);
  });
});

describe('a lead authority that is its own member', () => {
  it('has one set of books, in which everything balances', async () => {
    const { lead, invoices } = await given({ members: 2, itself: true });
    const { leadId } = lead;
    const own = invoices.find(({ tenantId }) => tenantId === leadId);
    const other = invoices.find(({ tenantId }) => tenantId !== leadId);
    if (!own || !other) throw new Error('an invoice is missing');
    await record(lead, 12500n, own.number ?? '');
    await record(lead, 3000n, other.number ?? '');
    const receiptId = await record(lead, 900n, '');
    expect(await booksOf(lead)).toEqual({ ...BILLED, BANK: 13400n, ON_ACCOUNT: -500n, SUSPENSE: -900n });
    expect(await booksOf(lead, other.tenantId)).toEqual({ ...BILLED, BANK: 3000n, RECEIVABLE: 9000n });
    expect(await outstandingOn(lead, own)).toBe(0n);
    expect(await refusedWithoutTrace(() => allocate(lead, receiptId, own.id, 1n))).toEqual([
      'ALLOCATION_OVER_INVOICE',
    ]);
    expect(codesOf(await allocate(lead, receiptId, other.id, 900n))).toEqual([]);
    expect(await booksOf(lead)).toEqual({ ...BILLED, BANK: 12500n, ON_ACCOUNT: -500n });
  });
});
