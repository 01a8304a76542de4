import { addJob, type Tx } from '#libs/platform';

export const DRAFT_QUEUE = 'billing-draft';

/** One member of one run. Who asked for it stands with the member, so that the newest request counts. */
export interface DraftJob {
  readonly leadId: string;
  readonly runId: string;
  readonly tenantId: string;
}

/** Has a member of a run of this transaction's lead authority drafted; one that waits already is not added twice. */
export const addDraftJob = async (tx: Tx, runId: string, tenantId: string): Promise<void> => {
  const payload: DraftJob = { leadId: tx.leadId, runId, tenantId };
  await addJob(tx, { queue: DRAFT_QUEUE, payload, dedupeKey: `${runId}/${tenantId}` });
};
