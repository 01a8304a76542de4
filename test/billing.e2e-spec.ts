import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseCalculation, recomputePack, rateLine, ratedLineToJson } from '#libs/pricing';
import type { Client } from './client.js';
import {
  givenApprovedRun,
  givenBilledMonth,
  givenConcession,
  givenIssuedCreditNote,
  givenIssuedRun,
  givenRun,
  seeInvoices,
  seeRun,
  type SeenInvoice,
} from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering, payslips } from './given/catalogue.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { givenUsage, givenUsageKey, usageEvent } from './given/metering.js';
import { givenAllocation, givenReceipt } from './given/payments.js';
import { Stack } from './stack.js';

let stack: Stack;
let lead: Lead;
let ashbeck: Member;
let fenhollow: Member;
let preparer: Client;
let approver: Client;
let finance: Client;
let key: { id: string; secret: string };
let otherKey: { id: string; secret: string };
let april: SeenInvoice;
let aprilRun: string;

/** Moves the clock; sessions end meanwhile, and people sign in again. */
const goTo = async (date: string): Promise<void> => {
  await stack.setClock(date);
  preparer = await lead.as('LEAD_FINANCE_PREPARER');
  approver = await lead.as('LEAD_FINANCE_APPROVER');
  finance = await ashbeck.as('TENANT_FINANCE');
};
const use = (secret: string, time: string, quantity: string, more: object = {}) =>
  givenUsage(stack.url, secret, [usageEvent({ id: randomUUID(), time, quantity, ...more })]);

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-04-02');
  lead = await givenLead(stack);
  await givenLeadDetails(lead);
  ashbeck = await givenMember(stack);
  fenhollow = await givenMember(stack, { body: 'INV-FENHOLLOW' });
  const catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const { frameworkId, lotId } = await givenFramework(catalogue, [
    { bodyId: ashbeck.bodyId },
    { bodyId: fenhollow.bodyId },
  ]);
  const { offeringId } = await givenOffering(catalogue, lotId, { meters: [payslips] });
  await givenAgreementVersion(catalogue, frameworkId);
  const keys = [];
  for (const member of [ashbeck, fenhollow]) {
    await givenMembership(lead, member, { frameworkId, offeringIds: [offeringId] });
    const callOff = await givenCallOff(member, offeringId);
    if (member === ashbeck)
      await givenPurchaseOrder(member, callOff.id, { number: 'PO-77', startsOn: '2026-04-01' });
    keys.push(await givenUsageKey(await member.as('TENANT_ADMIN'), [callOff.id]));
  }
  [key, otherKey] = keys as [typeof key, typeof key];
  await goTo('2026-04-30');
  await use(key.secret, '2026-04-29T22:30:00Z', '100');
  await use(otherKey.secret, '2026-04-29T22:30:00Z', '7');
}, 180_000);

afterAll(() => stack.stop());

const INVOICE = `id number state runId issuedOn dueOn net { amount } vat { amount } gross { amount } paid { amount } credited { amount }
  outstanding { amount } vatSummary { treatment rate net { amount } vat { amount } } purchaseOrders { callOffReference number }
  seller { name vatNumber } buyer { name } contentSha256 issuedSha256 auditHead availableActions memberName leadName preparedById
  lines { edges { node { id description quantity: net { amount } net { amount } working { quantity events worth calculationJson steps { label quantity unit amount } } } } pageInfo { hasNextPage } }
  creditNotes { number } payments { amount { amount } } journal { kind memo postings { account invoiceId amount { amount } } }`;
interface Money {
  amount: string;
}
interface FullInvoice {
  [name: string]: unknown;
  id: string;
  number: string;
  state: string;
  net: Money;
  vat: Money;
  gross: Money;
  outstanding: Money;
  paid: Money;
  credited: Money;
  contentSha256: string;
  availableActions: string[];
  lines: {
    edges: {
      node: {
        id: string;
        description: string;
        net: Money;
        working: { quantity: string; calculationJson: string };
      };
    }[];
  };
  journal: {
    kind: string;
    memo: string;
    postings: { account: string; invoiceId: string | null; amount: Money }[];
  }[];
}
const see = async (client: Client, id: string): Promise<FullInvoice> =>
  (await client.ok<{ invoice: FullInvoice }>(`query($id: ID!) { invoice(id: $id) { ${INVOICE} } }`, { id }))
    .invoice;
const codesOf = async (client: Client, query: string, variables: object = {}): Promise<readonly string[]> =>
  (await client.send(query, variables)).errors.map(({ extensions }) => extensions.code);
const mutation = (name: string): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation($input: ${input}!) { ${name}(input: $input) { userErrors { code message } } }`;
};
const refused = async (client: Client, name: string, input: object): Promise<readonly string[]> => {
  const before = await stack.fingerprint();
  const codes = await client.refusedWith(mutation(name), { input });
  expect(await stack.fingerprint()).toBe(before);
  return codes;
};
const pence = (amount: string): bigint => BigInt(amount.replace('.', ''));

describe('a month is billed', () => {
  it('shows each side what is coming, before it is over', async () => {
    const query =
      'query($month: String!, $memberId: ID) { billingPreview(month: $month, memberId: $memberId) { memberName leadName isFinal holds { code } net { amount } gross { amount } lines { description net { amount } working { quantity } } credits { reason } waiting { amount } } }';
    const own = await finance.ok<{ billingPreview: object[] }>(query, { month: '2026-04' });
    const leads = await preparer.ok<{ billingPreview: object[] }>(query, {
      month: '2026-04',
      memberId: ashbeck.bodyId,
    });
    expect(own).toEqual(leads);
    expect(own.billingPreview).toMatchObject([
      {
        memberName: ashbeck.name,
        isFinal: false,
        holds: [],
        net: { amount: '442.00' },
        gross: { amount: '530.40' },
        lines: [
          {
            description: 'Payroll Core: Payslips, April 2026',
            net: { amount: '442.00' },
            working: { quantity: '100' },
          },
        ],
      },
    ]);
    expect(await codesOf(preparer, query, { month: '2026-04' })).toEqual(['FIELD_REQUIRED']);
    expect(await codesOf(preparer, query, { month: '2026-4', memberId: ashbeck.bodyId })).toEqual([
      'MONTH_FORMAT',
    ]);
    expect(await codesOf(finance, query, { month: '2026-04', memberId: fenhollow.bodyId })).toEqual([
      'NOT_FOUND',
    ]);
    expect(await codesOf(preparer, query, { month: '2026-04', memberId: lead.bodyId })).toEqual([
      'NOT_FOUND',
    ]);
    const ahead = await finance.ok<{ billingPreview: { holds: object[] }[] }>(query, { month: '2026-05' });
    expect(ahead.billingPreview[0]?.holds).toEqual([{ code: 'PERIOD_NOT_ENDED' }]);
  });

  it('when it is over, by the one who prepares', async () => {
    expect(
      await refused(preparer, 'billingRunPrepare', { month: '2026-04', idempotencyKey: randomUUID() }),
    ).toEqual(['PERIOD_NOT_ENDED']);
    await goTo('2026-05-05');
    expect(
      await refused(preparer, 'billingRunPrepare', { month: 'April', idempotencyKey: randomUUID() }),
    ).toEqual(['MONTH_FORMAT']);
    expect(
      await refused(approver, 'billingRunPrepare', { month: '2026-04', idempotencyKey: randomUUID() }),
    ).toEqual(['ROLE_REQUIRED']);
    expect(
      await refused(finance, 'billingRunPrepare', { month: '2026-04', idempotencyKey: randomUUID() }),
    ).toEqual(['ROLE_REQUIRED']);
    const run = await givenRun(stack, lead, '2026-04');
    aprilRun = run.id;
    expect(run).toMatchObject({ state: 'PREPARED', waiting: 0, done: 2, parked: 0 });
    expect((await givenRun(stack, lead, '2026-04')).id).toBe(run.id);
    const drafts = await seeInvoices(preparer, { runId: run.id });
    expect(drafts.map(({ state, gross }) => [state, gross.amount]).sort()).toEqual([
      ['DRAFT', '37.13'],
      ['DRAFT', '530.40'],
    ]);
    const { billingRun } = await preparer.ok<{ billingRun: { members: { edges: { node: object }[] } } }>(
      'query($id: ID!) { billingRun(id: $id) { totals { drafts net { amount } } members { edges { node { memberName state reason } } } } }',
      { id: run.id },
    );
    expect(billingRun).toMatchObject({ totals: { drafts: 2, net: { amount: '472.94' } } });
    expect(billingRun.members.edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        { memberName: ashbeck.name, state: 'DONE', reason: null },
        { memberName: fenhollow.name, state: 'DONE', reason: null },
      ]),
    );
  });

  it('and is not shown to members before it is issued', async () => {
    const [draft] = await seeInvoices(preparer, { withBodyId: ashbeck.bodyId });
    expect(await seeInvoices(finance)).toEqual([]);
    const random = `inv_${randomUUID().replaceAll('-', '')}`;
    const asked = async (id: string) =>
      JSON.stringify(
        (await finance.send('query($id: ID!) { invoice(id: $id) { id } }', { id })).errors.map(
          ({ message, extensions }) => [message, extensions.code],
        ),
      );
    expect(await asked(draft?.id ?? '')).toBe(await asked(random));
    expect((await finance.get(`/v1/invoices/${draft?.id}.json`)).status).toBe(404);
    expect(
      await codesOf(finance, 'query($id: ID!) { billingRun(id: $id) { id } }', { id: aprilRun }),
    ).toEqual(['ROLE_REQUIRED']);
  });

  it('when someone else approves exactly what is there', async () => {
    const [draft] = await seeInvoices(preparer, { withBodyId: ashbeck.bodyId });
    const input = { invoiceId: draft?.id, contentSha256: draft?.contentSha256 };
    expect(await refused(preparer, 'invoiceApprove', input)).toEqual(['ROLE_REQUIRED']);
    const both = await lead.as('LEAD_FINANCE_APPROVER', 'lead-finance-preparer');
    expect(await refused(both, 'invoiceApprove', input)).toEqual(['SELF_APPROVAL']);
    expect((await see(both, draft?.id ?? '')).availableActions).toEqual([]);
    expect((await see(approver, draft?.id ?? '')).availableActions).toEqual(['APPROVE']);
    expect(await refused(approver, 'invoiceApprove', { ...input, contentSha256: '0'.repeat(64) })).toEqual([
      'CONTENT_CHANGED',
    ]);
    expect(
      await refused(approver, 'invoiceIssue', { invoiceId: draft?.id, idempotencyKey: randomUUID() }),
    ).toEqual(['INVOICE_NOT_APPROVED']);
    await approver.ok(mutation('invoiceApprove'), { input });
    expect(await refused(approver, 'invoiceApprove', input)).toEqual(['STATE_NOT_ALLOWED']);
    expect((await see(approver, draft?.id ?? '')).availableActions).toEqual(['ISSUE']);
    await givenApprovedRun(lead, aprilRun);
    expect((await seeRun(approver, aprilRun)).draftsSha256).toBeNull();
    const nothing = { billingRunId: aprilRun, contentSha256: '' };
    expect(await refused(approver, 'billingRunApprove', nothing)).toEqual(['RUN_NOTHING_TO_APPROVE']);
  });

  it('and issued, each member with a purchase order or an exemption', async () => {
    const issue = `mutation($input: BillingRunIssueInput!) { billingRunIssue(input: $input) { billingRun { totals { approved issued } } failures { memberId code message nextStep } userErrors { code } } }`;
    const { billingRunIssue } = await approver.ok<{ billingRunIssue: { failures: object[] } }>(issue, {
      input: { billingRunId: aprilRun, idempotencyKey: randomUUID() },
    });
    expect(billingRunIssue).toMatchObject({ billingRun: { totals: { approved: 1, issued: 1 } } });
    expect(billingRunIssue.failures).toMatchObject([{ memberId: fenhollow.bodyId, code: 'PO_REQUIRED' }]);
    const { callOffs } = await (
      await fenhollow.as('TENANT_FINANCE')
    ).ok<{ callOffs: { edges: { node: { id: string } }[] } }>('query { callOffs { edges { node { id } } } }');
    await givenPurchaseOrder(fenhollow, callOffs.edges[0]?.node.id ?? '', {
      isExempt: true,
      startsOn: '2026-04-01',
    });
    await givenIssuedRun(lead, aprilRun);
    const [invoice, ...others] = await seeInvoices(finance);
    expect(others).toEqual([]);
    if (!invoice) throw new Error('Ashbeck sees no invoice');
    april = invoice;
    const full = await see(finance, april.id);
    expect(full).toMatchObject({
      number: 'NORTH-2026-00001',
      state: 'ISSUED',
      runId: null,
      preparedById: null,
      issuedOn: '2026-05-05',
      dueOn: '2026-06-04',
      vatSummary: [
        { treatment: 'STANDARD', rate: '0.2', net: { amount: '442.00' }, vat: { amount: '88.40' } },
      ],
      outstanding: { amount: '530.40' },
      purchaseOrders: [{ number: 'PO-77' }],
      seller: { name: lead.name, vatNumber: 'GB000000000' },
      buyer: { name: ashbeck.name },
      availableActions: ['DISPUTE'],
    });
    expect(
      full.journal
        .flatMap(({ postings }) => postings)
        .reduce((sum, { amount }) => sum + pence(amount.amount), 0n),
    ).toBe(0n);
    const issued = { invoiceId: april.id, idempotencyKey: randomUUID() };
    expect(await refused(approver, 'invoiceIssue', issued)).toEqual(['INVOICE_ISSUED']);
    await stack.jobsDone();
    await stack.mailbox.next(`tenant-finance@${ashbeck.domain}`, /NORTH-2026-00001/, new Date(0));
  });

  it('and anyone can go from a line to its records, and work it out again', async () => {
    const full = await see(finance, april.id);
    const [line] = full.lines.edges.map(({ node }) => node);
    const { invoiceLineRecords } = await finance.ok<{
      invoiceLineRecords: { edges: { node: object }[] };
    }>(
      'query($id: ID!) { invoiceLineRecords(invoiceLineId: $id) { edges { node { quantity day countedOn { kind documentId number invoiceLineId } } } } }',
      { id: line?.id },
    );
    const here = { kind: 'INVOICE', documentId: april.id, number: full.number, invoiceLineId: line?.id };
    // 22:30 UTC on the 29th is the 29th's last but one hour in London: 23:30.
    expect(invoiceLineRecords.edges.map(({ node }) => node)).toEqual([
      { quantity: '100', day: '2026-04-29', countedOn: [here] },
    ]);
    const lineOf = 'query($of: ID!, $id: ID!) { invoiceLine(invoiceId: $of, id: $id) { id lineNumber } }';
    expect(await finance.ok(lineOf, { of: april.id, id: line?.id })).toEqual({
      invoiceLine: { id: line?.id, lineNumber: 1 },
    });
    const elsewhere = april.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await codesOf(finance, lineOf, { of: elsewhere, id: line?.id })).toEqual(['NOT_FOUND']);
    const other = await fenhollow.as('TENANT_FINANCE');
    expect(await codesOf(other, lineOf, { of: april.id, id: line?.id })).toEqual(['NOT_FOUND']);
    expect(
      await codesOf(
        other,
        'query($id: ID!) { invoiceLineRecords(invoiceLineId: $id) { edges { node { day } } } }',
        { id: line?.id },
      ),
    ).toEqual(['NOT_FOUND']);

    const answer = await finance.get(`/v1/invoices/${april.id}.json`);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="NORTH-2026-00001.json"',
    ]);
    const pack = (await answer.json()) as {
      invoice: { gross: string };
      lines: { calculation: unknown; result: { net: string } }[];
    };
    expect(pack.invoice.gross).toBe('530.40');
    const recomputed = recomputePack(pack);
    expect(recomputed.ok && recomputed.value).toMatchObject({ same: true, gross: '530.40' });
    for (const { calculation, result } of pack.lines) {
      const read = parseCalculation(calculation);
      expect(read.ok && ratedLineToJson(rateLine(read.value))).toEqual(result);
    }
    expect(JSON.parse(line?.working.calculationJson ?? '')).toEqual(pack.lines[0]?.calculation);
    const csv = await (await finance.get(`/v1/invoices/${april.id}.csv`)).text();
    expect(csv.split('\r\n')[1]).toContain('NORTH-2026-00001,2026-05-05,2026-06-04,1,');
  });

  it('and downloads are for those who may read it', async () => {
    const path = `/v1/invoices/${april.id}`;
    const other = await fenhollow.as('TENANT_FINANCE');
    const statuses = async (client: Client, name: string) => {
      const answer = await client.get(name);
      const body = (await answer.json()) as { errors?: { message: string; extensions: { code: string } }[] };
      return [answer.status, body.errors?.[0]?.extensions.code, body.errors?.[0]?.message];
    };
    expect((await statuses(stack.visitor(), `${path}.json`)).slice(0, 2)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect((await statuses(await ashbeck.as('TENANT_DPO'), `${path}.json`)).slice(0, 2)).toEqual([
      403,
      'ROLE_REQUIRED',
    ]);
    const unknown = await statuses(other, `/v1/invoices/inv_${randomUUID().replaceAll('-', '')}.json`);
    expect(unknown.slice(0, 2)).toEqual([404, 'NOT_FOUND']);
    for (const name of [
      `${path}.json`,
      `${path}.csv`,
      `${path}.pdf`,
      '/v1/invoices/..json',
      '/v1/invoices/x.json',
      '/v1/invoices/x',
    ])
      expect(await statuses(other, name)).toEqual(unknown);
    expect((await statuses(finance, `${path}.pdf`)).slice(0, 2)).toEqual([404, 'FORMAT_NOT_AVAILABLE']);
    expect((await statuses(finance, `${path}.xml`)).slice(0, 2)).toEqual([404, 'FORMAT_NOT_AVAILABLE']);
  });
});

describe('an invoice is paid', () => {
  it('in parts, by its number in the reference, and more than it comes to', async () => {
    const part = await givenReceipt(lead, {
      amount: '200.00',
      reference: 'north 2026 00001',
      receivedOn: '2026-05-05',
    });
    expect(part).toMatchObject({
      unallocated: { amount: '0.00' },
      allocations: [{ invoiceId: april.id, amount: { amount: '200.00' } }],
    });
    expect(await see(finance, april.id)).toMatchObject({
      state: 'PART_PAID',
      paid: { amount: '200.00' },
      outstanding: { amount: '330.40' },
    });
    await goTo('2026-06-05');
    expect((await see(finance, april.id)).state).toBe('OVERDUE');
    const rest = await givenReceipt(lead, {
      amount: '340.40',
      reference: 'NORTH-2026-00001',
      receivedOn: '2026-06-05',
    });
    expect(rest.allocations).toMatchObject([
      { invoiceId: april.id, amount: { amount: '330.40' } },
      { invoiceId: null, amount: { amount: '10.00' } },
    ]);
    const paid = await see(finance, april.id);
    expect(paid).toMatchObject({
      state: 'PAID',
      outstanding: { amount: '0.00' },
      payments: [{ amount: { amount: '200.00' } }, { amount: { amount: '330.40' } }],
    });
    expect(
      paid.journal
        .flatMap(({ postings }) => postings)
        .reduce((sum, { amount }) => sum + pence(amount.amount), 0n),
    ).toBe(0n);
    const statement =
      'query($id: ID!) { tenantStatement(withBodyId: $id) { owed { amount } onAccount { amount } balance { amount } lines { edges { node { kind memo amount { amount } balance { amount } } } } } }';
    const own = await finance.ok<{ tenantStatement: { lines: { edges: { node: { balance: Money } }[] } } }>(
      statement,
      { id: lead.bodyId },
    );
    expect(own.tenantStatement).toMatchObject({
      owed: { amount: '0.00' },
      onAccount: { amount: '10.00' },
      balance: { amount: '-10.00' },
    });
    expect(own.tenantStatement.lines.edges.map(({ node }) => node.balance.amount)).toEqual(
      expect.arrayContaining(['530.40', '330.40', '-10.00']),
    );
    expect(await preparer.ok(statement, { id: ashbeck.bodyId })).toEqual(own);
    const other = await fenhollow.as('TENANT_FINANCE');
    expect(await other.ok(statement, { id: ashbeck.bodyId })).toMatchObject({
      tenantStatement: { owed: { amount: '0.00' }, lines: { edges: [] } },
    });
  });

  it('by a person where the reference tells nothing', async () => {
    const other = (await seeInvoices(await fenhollow.as('TENANT_FINANCE')))[0];
    const receipt = await givenReceipt(lead, {
      amount: '50.00',
      reference: 'THANK YOU',
      receivedOn: '2026-06-05',
      payer: 'FENHOLLOW DC',
    });
    expect(receipt).toMatchObject({ unallocated: { amount: '50.00' }, allocations: [] });
    const allocate = (amount: string) => ({
      receiptId: receipt.id,
      invoiceId: other?.id,
      amount,
      idempotencyKey: randomUUID(),
    });
    expect(await refused(preparer, 'receiptAllocate', allocate('37.14'))).toEqual([
      'ALLOCATION_OVER_INVOICE',
    ]);
    expect(await refused(preparer, 'receiptAllocate', allocate('50.01'))).toEqual([
      'ALLOCATION_OVER_RECEIPT',
    ]);
    expect(await refused(preparer, 'receiptAllocate', allocate('0.00'))).toEqual(['PAYMENT_AMOUNT']);
    expect(await refused(approver, 'receiptAllocate', allocate('1.00'))).toEqual(['ROLE_REQUIRED']);
    const done = await givenAllocation(lead, {
      receiptId: receipt.id,
      invoiceId: other?.id ?? '',
      amount: '37.13',
    });
    expect(done.unallocated.amount).toBe('12.87');
    expect((await see(preparer, other?.id ?? '')).state).toBe('PAID');
  });

  it('from a bank statement, all of it or nothing', async () => {
    const load = (content: string) => ({ fileName: 'may.csv', content, idempotencyKey: randomUUID() });
    expect(
      await refused(preparer, 'bankStatementImport', load('date,amount,payer\n2026-06-01,1.00,A')),
    ).toEqual(['CSV_FORMAT']);
    expect(await refused(preparer, 'bankStatementImport', load('date;amount;payer;reference\n'))).toEqual([
      'CSV_FORMAT',
    ]);
    expect(
      await refused(
        preparer,
        'bankStatementImport',
        load('date,amount,payer,reference\n2026-06-01,1.00,A,x\n03/06/2026,"1,234.50",B,y\n'),
      ),
    ).toEqual(['IMPORT_REJECTED', 'IMPORT_REJECTED']);
    const good = 'date,amount,payer,reference\n2026-06-01,5.00,ASHBECK,nothing known\n';
    await preparer.ok(mutation('bankStatementImport'), { input: load(good) });
    expect(await refused(preparer, 'bankStatementImport', load(good))).toEqual(['ALREADY_IMPORTED']);
  });
});

describe('what changes after a bill', () => {
  it('lands on the next one: late use as a line of its month, less use as a credit note', async () => {
    await use(key.secret, '2026-04-15T09:00:00Z', '1');
    await use(key.secret, '2026-05-15T09:00:00Z', '2');
    await use(otherKey.secret, '2026-05-15T09:00:00Z', '3');
    const { invoices } = await givenBilledMonth(stack, lead, '2026-05');
    const own = invoices.find(({ memberId }) => memberId === ashbeck.bodyId);
    const full = await see(finance, own?.id ?? '');
    expect(full.lines.edges.map(({ node }) => [node.description, node.net.amount])).toEqual([
      ['Payroll Core: Payslips, April 2026 (change since it was billed)', '4.42'],
      ['Payroll Core: Payslips, May 2026', '8.84'],
    ]);
    const first = await finance.ok<{
      invoiceLineRecords: { edges: { node: { name: { source: string; eventId: string } } }[] };
    }>(
      'query($id: ID!) { invoiceLineRecords(invoiceLineId: $id) { edges { node { name { source eventId } } } } }',
      { id: (await see(finance, april.id)).lines.edges[0]?.node.id },
    );
    const corrects = first.invoiceLineRecords.edges[0]?.node.name.eventId ?? '';
    await use(key.secret, '2026-04-29T22:30:00Z', '98', { corrects });
    await givenRun(stack, lead, '2026-05');
    const { creditNotes } = await preparer.ok<{
      creditNotes: {
        edges: { node: { id: string; kind: string; net: Money; gross: Money; invoiceNumber: string } }[];
      };
    }>(
      'query { creditNotes { edges { node { id kind state net { amount } gross { amount } invoiceNumber reason lines { edges { node { description net { amount } working { quantity alreadyBilled { amount } } } } } } } } }',
    );
    // First what the newest line of April has left, then the older one.
    expect(
      creditNotes.edges.map(({ node }) => [node.kind, node.net.amount, node.invoiceNumber]).sort(),
    ).toEqual(
      [
        ['RECALCULATION', '4.42', full.number],
        ['RECALCULATION', '4.42', april.number],
      ].sort(),
    );
    for (const { node } of creditNotes.edges) await givenIssuedCreditNote(lead, node.id);
    expect(await see(finance, april.id)).toMatchObject({
      credited: { amount: '5.30' },
      outstanding: { amount: '-5.30' },
    });
    const again = await givenRun(stack, lead, '2026-05');
    expect(again.draftsSha256).toBeNull();
  });

  it('or is a concession, for a reason, approved by someone else', async () => {
    const [may] = await seeInvoices(finance);
    const line = (await see(preparer, may?.id ?? '')).lines.edges[1]?.node.id;
    const raise = (net: string, reason: string) => ({
      invoiceId: may?.id,
      lines: [{ invoiceLineId: line, net }],
      reason,
      idempotencyKey: randomUUID(),
    });
    expect(await refused(preparer, 'creditNoteRaise', raise('8.85', 'x'))).toEqual(['CREDIT_OVER_INVOICE']);
    expect(await refused(preparer, 'creditNoteRaise', raise('1.00', '  '))).toEqual(['CREDIT_NEEDS_REASON']);
    expect(await refused(approver, 'creditNoteRaise', raise('1.00', 'x'))).toEqual(['ROLE_REQUIRED']);
    expect(await refused(finance, 'creditNoteRaise', raise('1.00', 'x'))).toEqual(['ROLE_REQUIRED']);
    const [theirs] = await seeInvoices(await fenhollow.as('TENANT_FINANCE'));
    const creditNoteId = await givenConcession(lead, theirs?.id ?? '', '1.00');
    expect(
      await codesOf(await fenhollow.as('TENANT_FINANCE'), 'query($id: ID!) { creditNote(id: $id) { id } }', {
        id: creditNoteId,
      }),
    ).toEqual(['NOT_FOUND']);
    expect(await givenIssuedCreditNote(lead, creditNoteId)).toMatch(/^NORTH-CN-2026-\d{5}$/);
    const other = await fenhollow.as('TENANT_FINANCE');
    const { creditNote } = await other.ok<{ creditNote: object }>(
      'query($id: ID!) { creditNote(id: $id) { kind reason gross { amount } lines { edges { node { working { quantity } } } } } }',
      { id: creditNoteId },
    );
    expect(creditNote).toEqual({
      kind: 'CONCESSION',
      reason: 'Late delivery',
      gross: { amount: '1.20' },
      lines: { edges: [{ node: { working: null } }] },
    });
    expect((await givenRun(stack, lead, '2026-05')).draftsSha256).toBeNull();
  });
});
