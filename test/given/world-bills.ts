import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Stack } from '../stack.js';
import {
  givenBilledMonth,
  givenConcession,
  givenDecision,
  givenDiscount,
  givenIssuedCreditNote,
  givenRun,
  seeInvoices,
  type SeenInvoice,
} from './billing.js';
import type { Lead } from './directory.js';
import { givenDispute, givenDisputeMove, givenVoid, linesOf } from './disputes.js';
import { givenAllocation, givenReceipt } from './payments.js';
import { returnOfB, returnsOfApril, type Returning } from './world-returns.js';
import { eventId, sendEvents, type Business } from './world-business.js';
import type { Hosted } from './world-hosted.js';

const RECEIVED = '2026-05-05';

/** April is billed and issued by both lead authorities; A pays part of it, and too much by mistake. */
export const april = async (
  stack: Stack,
  l: Hosted,
  m: Hosted,
  a: Business,
  returning: Returning,
): Promise<SeenInvoice> => {
  const { member, callOff } = a;
  await stack.setClock('2026-05-06');
  await returnsOfApril(l.lead, a, returning);
  const { invoices } = await givenBilledMonth(stack, l.lead, '2026-04');
  const { invoices: byMistake } = await givenBilledMonth(stack, m.lead, '2026-04');
  for (const { id } of byMistake) await givenVoid(m.lead, id, 'CANARY-M-void');
  await givenBilledMonth(stack, m.lead, '2026-04');
  // A has an invoice for each purchase order: the one of its own call-off is much the larger.
  const [invoice] = invoices
    .filter(({ memberId }) => memberId === member.bodyId)
    .sort((x, y) => Number(y.gross.amount) - Number(x.gross.amount));
  if (!invoice || invoices.some(({ number }) => number === null)) throw new Error('April was not issued');
  const payer = 'CANARY-A-payer';
  await givenReceipt(l.lead, {
    amount: '1009.37',
    payer,
    reference: `CANARY-A-reference ${invoice.number}`,
    receivedOn: RECEIVED,
  });
  const unmatched = await givenReceipt(l.lead, {
    amount: '2003.89',
    payer,
    reference: 'CANARY-A-no-number',
    receivedOn: RECEIVED,
  });
  await givenAllocation(l.lead, { receiptId: unmatched.id, invoiceId: invoice.id, amount: '1013.61' });
  await givenStatement(l.lead, [
    ['90000.41', payer, `${invoice.number} CANARY-A-too-much`],
    ['77.13', 'CANARY-L-payer', 'CANARY-L-unknown'],
  ]);
  await givenReceipt(m.lead, {
    amount: '401.77',
    payer: 'CANARY-M-payer',
    reference: 'CANARY-M-none',
    receivedOn: RECEIVED,
  });
  await discounts(l, callOff.id);
  return invoice;
};

/** Of months that nobody bills yet: one that holds, one that was declined, one that waits. */
const discounts = async ({ lead }: Hosted, callOffId: string): Promise<void> => {
  const ofMonth = (firstMonth: string): Promise<string> =>
    givenDiscount(lead, callOffId, { firstMonth, reason: 'CANARY-A-discount' });
  await givenDecision(lead, await ofMonth('2027-01'));
  await givenDecision(lead, await ofMonth('2027-02'), 'Decline');
  await ofMonth('2027-03');
  const reader = await lead.as('LEAD_AUDITOR');
  await reader.ok('query { discounts { edges { node { id } } } }');
};

/** A disputes its line of April twice: it takes the first back, and escalates what was rejected of the second. */
export const disputes = async (
  { lead }: Hosted,
  { member }: Business,
  { id }: SeenInvoice,
): Promise<void> => {
  const finance = await member.as('TENANT_FINANCE');
  const reviewer = await lead.as('LEAD_FINANCE_PREPARER');
  const [line = ''] = await linesOf(finance, id);
  const said = { reason: 'CANARY-A-dispute', evidence: 'CANARY-A-evidence' };
  await givenDisputeMove(finance, 'Withdraw', await givenDispute(finance, line, { ...said, net: '29.83' }));
  const dispute = await givenDispute(finance, line, { ...said, net: '31.79' });
  await givenDisputeMove(reviewer, 'ReviewStart', dispute);
  await givenDisputeMove(reviewer, 'Decide', dispute, { decision: 'REJECTED', reason: 'CANARY-A-rejected' });
  await givenDisputeMove(finance, 'Escalate', dispute, { reason: 'CANARY-A-escalated' });
};

/** Imports a bank statement of these amounts, payers and references. */
const givenStatement = async (
  lead: Lead,
  rows: readonly (readonly [amount: string, payer: string, reference: string])[],
): Promise<void> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  const content = ['date,amount,payer,reference', ...rows.map((row) => [RECEIVED, ...row].join(','))];
  await preparer.ok(
    'mutation($input: BankStatementImportInput!) { bankStatementImport(input: $input) { userErrors { code message } } }',
    {
      input: {
        fileName: 'CANARY-L-statement.csv',
        content: content.join('\n'),
        idempotencyKey: randomUUID(),
      },
    },
  );
};

/** In May a concession is credited, April is corrected downwards, and A's bill is approved and issued by itself. */
export const may = async (
  stack: Stack,
  { lead }: Hosted,
  a: Business,
  issued: SeenInvoice,
  returning: Returning,
): Promise<void> => {
  const concession = await givenConcession(lead, issued.id, '103.79', 'CANARY-A-concession');
  await givenIssuedCreditNote(lead, concession);
  await sendEvents(stack, a.usageKey, 'A', [
    { id: eventId('A', 5), quantity: '12001.25', time: '2026-04-02T07:30:00Z', corrects: eventId('A', 1) },
    { id: eventId('A', 6), quantity: '1301.75', time: '2026-05-02T07:30:00Z' },
  ]);
  await returnOfB(stack, lead, returning, '2026-05');
  await givenRun(stack, lead, '2026-05');
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  await approveDrafts(approver, a);
  const [approved] = (await invoicesOf(approver, a)).filter(({ state }) => state === 'APPROVED');
  await approver.ok(
    'mutation($input: InvoiceIssueInput!) { invoiceIssue(input: $input) { userErrors { code message } } }',
    { input: { invoiceId: approved?.id, idempotencyKey: randomUUID() } },
  );
};

/** June's bill of A is approved, and July's is a draft. */
export const juneAndJuly = async (
  stack: Stack,
  { lead }: Hosted,
  a: Business,
  returning: Returning,
): Promise<void> => {
  const used = (number: number, quantity: string, time: string): Promise<void> =>
    sendEvents(stack, a.usageKey, 'A', [{ id: eventId('A', number), quantity, time }]);
  await used(7, '1409.25', '2026-06-02T07:30:00Z');
  await returnOfB(stack, lead, returning, '2026-06');
  await givenRun(stack, lead, '2026-06');
  await approveDrafts(await lead.as('LEAD_FINANCE_APPROVER'), a);
  await used(8, '1511.25', '2026-07-02T07:30:00Z');
  await stack.setClock('2026-08-06');
  await givenRun(stack, lead, '2026-07');
};

const invoicesOf = (approver: Client, { member }: Business): Promise<readonly SeenInvoice[]> =>
  seeInvoices(approver, { withBodyId: member.bodyId });

/** Approves A's draft invoices, one by one. */
const approveDrafts = async (approver: Client, a: Business): Promise<void> => {
  const drafts = (await invoicesOf(approver, a)).filter(({ state }) => state === 'DRAFT');
  if (drafts.length === 0) throw new Error('nothing was drafted');
  for (const { id, contentSha256 } of drafts)
    await approver.ok(
      'mutation($input: InvoiceApproveInput!) { invoiceApprove(input: $input) { userErrors { code message } } }',
      { input: { invoiceId: id, contentSha256 } },
    );
};
