import { randomUUID } from 'node:crypto';
import { Client } from '../client.js';
import type { Scenario } from './scenario.js';

/** The month's run: somebody asks for it, and the worker drafts an invoice for each of two councils. */
export const run: Scenario = {
  name: 'run',
  apps: ['api', 'worker'],
  at: '2026-06-02T09:00:00Z',
  prepare: async (lane, { leadId, leadDomain }) => {
    const { token } = await lane.signIn(`lead-finance-preparer@${leadDomain}`, leadId, 'LEAD');
    const input = { month: '2026-05', idempotencyKey: randomUUID() };
    return async (there) => {
      await there.insist(() =>
        new Client(there.url, token).ok(
          'mutation($input: BillingRunPrepareInput!) { billingRunPrepare(input: $input) { billingRun { id } userErrors { code message } } }',
          { input },
        ),
      );
      await there.jobsDone();
    };
  },
};
