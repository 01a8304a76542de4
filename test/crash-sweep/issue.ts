import { randomUUID } from 'node:crypto';
import { Client } from '../client.js';
import { seeRun } from '../given/billing.js';
import type { Lane } from './lane.js';
import type { Scenario } from './scenario.js';

/** Approves as somebody does who looks again after no answer: what is approved already is none of the drafts any more. */
export const approve = async (lane: Lane, approver: Client, billingRunId: string): Promise<void> => {
  for (;;) {
    const { draftsSha256: contentSha256 } = await lane.insist(() => seeRun(approver, billingRunId));
    if (contentSha256 === null) return;
    await lane.insist(() =>
      approver.send(
        'mutation($input: BillingRunApproveInput!) { billingRunApprove(input: $input) { userErrors { code } } }',
        { input: { billingRunId, contentSha256 } },
      ),
    );
  }
};

/** Issues what is approved of a run, with the same key until it is answered. */
export const issueRun = (
  lane: Lane,
  approver: Client,
  input: { readonly billingRunId: string; readonly idempotencyKey: string },
): Promise<unknown> =>
  lane.insist(() =>
    approver.ok(
      'mutation($input: BillingRunIssueInput!) { billingRunIssue(input: $input) { failures { code message } userErrors { code message } } }',
      { input },
    ),
  );

/** The drafts of the run are approved and issued by somebody else than their preparer; the members get mail. */
export const issue: Scenario = {
  name: 'issue',
  apps: ['api', 'worker'],
  at: '2026-06-02T10:00:00Z',
  comesTo: {
    'postings by account': [
      'Ashbeck Borough Council INVOICE INCOME 2026-06-02 -93925 1',
      'Ashbeck Borough Council INVOICE RECEIVABLE 2026-06-02 112710 1',
      'Ashbeck Borough Council INVOICE VAT_OUTPUT 2026-06-02 -18785 1',
      'Fenhollow Borough Council INVOICE INCOME 2026-06-02 -26520 1',
      'Fenhollow Borough Council INVOICE RECEIVABLE 2026-06-02 31824 1',
      'Fenhollow Borough Council INVOICE VAT_OUTPUT 2026-06-02 -5304 1',
    ],
  },
  prepare: async (lane, { leadId, leadDomain }) => {
    const { token } = await lane.signIn(`lead-finance-approver@${leadDomain}`, leadId, 'LEAD');
    const [row] = await lane.sql<{ id: string }>(
      `select 'run_' || replace(id::text, '-', '') as id from billing_run`,
    );
    const billingRunId = row?.id ?? '';
    const idempotencyKey = randomUUID();
    return async (there) => {
      const approver = new Client(there.url, token);
      await approve(there, approver, billingRunId);
      await issueRun(there, approver, { billingRunId, idempotencyKey });
      await there.jobsDone();
    };
  },
};
