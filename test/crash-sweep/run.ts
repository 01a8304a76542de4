import { randomUUID } from 'node:crypto';
import { Client } from '../client.js';
import type { Lane } from './lane.js';
import type { Scenario } from './scenario.js';

/** Asks for a month's run until it is answered. Answers its id. */
export const prepareRun = async (
  lane: Lane,
  preparer: Client,
  input: { readonly month: string; readonly idempotencyKey: string },
): Promise<string> => {
  const { billingRunPrepare } = await lane.insist(() =>
    preparer.ok<{ billingRunPrepare: { billingRun: { id: string } } }>(
      'mutation($input: BillingRunPrepareInput!) { billingRunPrepare(input: $input) { billingRun { id } userErrors { code message } } }',
      { input },
    ),
  );
  return billingRunPrepare.billingRun.id;
};

/** The month's run: somebody asks for it, and the worker drafts an invoice for each of two councils. */
export const run: Scenario = {
  name: 'run',
  apps: ['api', 'worker'],
  at: '2026-06-02T09:00:00Z',
  // £4.42 a payslip.
  comesTo: {
    lines: [
      'Ashbeck Borough Council 1 Payroll Core: Payslips, May 2026 2026-05-01 2026-06-01 212.5 4 93925 0.2',
      'Fenhollow Borough Council 1 Payroll Core: Payslips, May 2026 2026-05-01 2026-06-01 60 1 26520 0.2',
    ],
  },
  prepare: async (lane, { leadId, leadDomain }) => {
    const { token } = await lane.signIn(`lead-finance-preparer@${leadDomain}`, leadId, 'LEAD');
    const input = { month: '2026-05', idempotencyKey: randomUUID() };
    return async (there) => {
      await prepareRun(there, new Client(there.url, token), input);
      await there.jobsDone();
    };
  },
};
