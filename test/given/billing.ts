import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Stack } from '../stack.js';
import type { Lead } from './directory.js';

export interface SeenRun {
  readonly id: string;
  readonly state: string;
  readonly draftsSha256: string | null;
  readonly waiting: number;
  readonly done: number;
  readonly parked: number;
}

export interface SeenInvoice {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly memberId: string;
  readonly contentSha256: string;
  readonly gross: { readonly amount: string };
}

const RUN = 'id state draftsSha256 waiting done parked';
const INVOICE = 'id number state memberId contentSha256 gross { amount }';

/** A billing run of a month that is over, prepared and drafted. */
export const givenRun = async (stack: Stack, lead: Lead, month: string): Promise<SeenRun> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  const { billingRunPrepare } = await preparer.ok<{ billingRunPrepare: { billingRun: { id: string } } }>(
    'mutation($input: BillingRunPrepareInput!) { billingRunPrepare(input: $input) { billingRun { id } userErrors { code message } } }',
    { input: { month, idempotencyKey: randomUUID() } },
  );
  await stack.jobsDone();
  return seeRun(preparer, billingRunPrepare.billingRun.id);
};

export const seeRun = async (client: Client, id: string): Promise<SeenRun> => {
  const { billingRun } = await client.ok<{ billingRun: SeenRun }>(
    `query($id: ID!) { billingRun(id: $id) { ${RUN} } }`,
    { id },
  );
  return billingRun;
};

/** Approves every draft of a run as it stands. */
export const givenApprovedRun = async (lead: Lead, billingRunId: string): Promise<void> => {
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  const { draftsSha256 } = await seeRun(approver, billingRunId);
  await approver.ok(
    'mutation($input: BillingRunApproveInput!) { billingRunApprove(input: $input) { failures { code message } userErrors { code message } } }',
    { input: { billingRunId, contentSha256: draftsSha256 } },
  );
};

/** Issues what is approved of a run. */
export const givenIssuedRun = async (lead: Lead, billingRunId: string): Promise<void> => {
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  await approver.ok(
    'mutation($input: BillingRunIssueInput!) { billingRunIssue(input: $input) { failures { code message } userErrors { code message } } }',
    { input: { billingRunId, idempotencyKey: randomUUID() } },
  );
};

/** A month that is over, billed from usage to issued invoices; answers the run and its invoices, newest first. */
export const givenBilledMonth = async (
  stack: Stack,
  lead: Lead,
  month: string,
): Promise<{ runId: string; invoices: readonly SeenInvoice[] }> => {
  const { id: runId } = await givenRun(stack, lead, month);
  await givenApprovedRun(lead, runId);
  await givenIssuedRun(lead, runId);
  return { runId, invoices: await seeInvoices(await lead.as('LEAD_FINANCE_PREPARER'), { runId }) };
};

/** The invoices that someone sees, newest first. */
export const seeInvoices = async (
  client: Client,
  filter: { runId?: string; withBodyId?: string } = {},
): Promise<readonly SeenInvoice[]> => {
  const { invoices } = await client.ok<{ invoices: { edges: { node: SeenInvoice }[] } }>(
    `query($runId: ID, $withBodyId: ID) { invoices(first: 100, runId: $runId, withBodyId: $withBodyId) { edges { node { ${INVOICE} } } } }`,
    filter,
  );
  return invoices.edges.map(({ node }) => node);
};

/** A draft concession on the first line of an issued invoice. Answers the credit note's id. */
export const givenConcession = async (
  lead: Lead,
  invoiceId: string,
  net: string,
  reason = 'Late delivery',
): Promise<string> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  const { invoice } = await preparer.ok<{ invoice: { lines: { edges: { node: { id: string } }[] } } }>(
    'query($id: ID!) { invoice(id: $id) { lines(first: 1) { edges { node { id } } } } }',
    { id: invoiceId },
  );
  const lines = invoice.lines.edges.map(({ node }) => ({ invoiceLineId: node.id, net }));
  const { creditNoteRaise } = await preparer.ok<{ creditNoteRaise: { creditNote: { id: string } } }>(
    'mutation($input: CreditNoteRaiseInput!) { creditNoteRaise(input: $input) { creditNote { id } userErrors { code message } } }',
    { input: { invoiceId, lines, reason, idempotencyKey: randomUUID() } },
  );
  return creditNoteRaise.creditNote.id;
};

/** Approves a draft credit note and issues it. Answers its number. */
export const givenIssuedCreditNote = async (lead: Lead, creditNoteId: string): Promise<string> => {
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  const { creditNote } = await approver.ok<{ creditNote: { contentSha256: string } }>(
    'query($id: ID!) { creditNote(id: $id) { contentSha256 } }',
    { id: creditNoteId },
  );
  await approver.ok(
    'mutation($input: CreditNoteApproveInput!) { creditNoteApprove(input: $input) { creditNote { id } userErrors { code message } } }',
    { input: { creditNoteId, contentSha256: creditNote.contentSha256 } },
  );
  const { creditNoteIssue } = await approver.ok<{ creditNoteIssue: { creditNote: { number: string } } }>(
    'mutation($input: CreditNoteIssueInput!) { creditNoteIssue(input: $input) { creditNote { number } userErrors { code message } } }',
    { input: { creditNoteId, idempotencyKey: randomUUID() } },
  );
  return creditNoteIssue.creditNote.number;
};

/** A discount on a call-off that was proposed. Answers its id. */
export const givenDiscount = async (
  lead: Lead,
  callOffId: string,
  {
    percent = '10',
    firstMonth,
    lastMonth = firstMonth,
    reason = 'Agreed for the first year',
    meterId = null,
  }: {
    readonly percent?: string;
    readonly firstMonth: string;
    readonly lastMonth?: string;
    readonly reason?: string;
    readonly meterId?: string | null;
  },
): Promise<string> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  const { discountPropose } = await preparer.ok<{ discountPropose: { discount: { id: string } } }>(
    'mutation($input: DiscountProposeInput!) { discountPropose(input: $input) { discount { id } userErrors { code message } } }',
    { input: { callOffId, meterId, percent, firstMonth, lastMonth, reason, idempotencyKey: randomUUID() } },
  );
  return discountPropose.discount.id;
};

/** Approves a discount, or declines it. */
export const givenDecision = async (
  lead: Lead,
  discountId: string,
  decision: 'Approve' | 'Decline' = 'Approve',
): Promise<void> => {
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  await approver.ok(
    `mutation($input: Discount${decision}Input!) { discount${decision}(input: $input) { discount { id } userErrors { code message } } }`,
    { input: { discountId } },
  );
};
