import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Lead } from './directory.js';

export interface SeenDispute {
  readonly id: string;
  readonly state: string;
  readonly invoiceLineId: string;
}

const DISPUTE = 'id state invoiceLineId';

/** The ids of an invoice's lines, in order. */
export const linesOf = async (client: Client, invoiceId: string): Promise<readonly string[]> => {
  const { invoice } = await client.ok<{ invoice: { lines: { edges: { node: { id: string } }[] } } }>(
    'query($id: ID!) { invoice(id: $id) { lines(first: 50) { edges { node { id } } } } }',
    { id: invoiceId },
  );
  return invoice.lines.edges.map(({ node }) => node.id);
};

/** A line of an issued invoice, disputed by the member's finance staff. Answers the dispute's id. */
export const givenDispute = async (
  finance: Client,
  invoiceLineId: string,
  more: { net?: string; kind?: string; reason?: string; evidence?: string } = {},
): Promise<string> => {
  const { disputeRaise } = await finance.ok<{ disputeRaise: { dispute: { id: string } } }>(
    'mutation($input: DisputeRaiseInput!) { disputeRaise(input: $input) { dispute { id } userErrors { code message } } }',
    {
      input: { invoiceLineId, net: '1.00', reason: 'We had fewer', ...more, idempotencyKey: randomUUID() },
    },
  );
  return disputeRaise.dispute.id;
};

type Move = 'ReviewStart' | 'Decide' | 'Withdraw' | 'Escalate';

/** Moves a dispute on, as whoever may. */
export const givenDisputeMove = async (
  client: Client,
  move: Move,
  disputeId: string,
  more: object = {},
): Promise<void> => {
  await client.ok(
    `mutation($input: Dispute${move}Input!) { dispute${move}(input: $input) { dispute { id } userErrors { code message } } }`,
    { input: { disputeId, ...more } },
  );
};

export const seeDisputes = async (client: Client): Promise<readonly SeenDispute[]> => {
  const { disputes } = await client.ok<{ disputes: { edges: { node: SeenDispute }[] } }>(
    `query { disputes(first: 100) { edges { node { ${DISPUTE} } } } }`,
  );
  return disputes.edges.map(({ node }) => node);
};

/** Takes back what is open on a line, so that it can be disputed anew. */
export const withdrawOpen = async (finance: Client, invoiceLineId: string): Promise<void> => {
  for (const { id, state, invoiceLineId: on } of await seeDisputes(finance))
    if (on === invoiceLineId && ['OPEN', 'UNDER_REVIEW', 'ESCALATED'].includes(state))
      await givenDisputeMove(finance, 'Withdraw', id);
};

/** Voids an issued invoice, by a finance approver who did not issue it. */
export const givenVoid = async (lead: Lead, invoiceId: string, reason = 'Wrong member'): Promise<void> => {
  const other = await lead.as('LEAD_FINANCE_APPROVER', 'second-approver');
  await other.ok(
    'mutation($input: InvoiceVoidInput!) { invoiceVoid(input: $input) { invoice { id } userErrors { code message } } }',
    { input: { invoiceId, reason } },
  );
};
