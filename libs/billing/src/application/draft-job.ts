import { createHash } from 'node:crypto';
import { addJobs, type Tx } from '#libs/platform';

export const DRAFT_QUEUE = 'billing-draft';

/** Some members of one run. Who asked for a draft stands with its member, so that the newest request counts. */
export interface DraftJob {
  readonly leadId: string;
  readonly runId: string;
  readonly tenantIds: readonly string[];
}

/** So many lots at least, so that several workers have something to do. */
const LOTS = 8;
/**
 * So many members are drafted at once at most: what is read is read once for all of them, and their usage is held
 * meanwhile. More would save a little, and keep a sender waiting for longer.
 */
const MOST = 50;

/** Has members of a run of this transaction's lead authority drafted, in lots; a lot that waits already is not added twice. */
export const addDraftJobs = async (tx: Tx, runId: string, tenantIds: readonly string[]): Promise<void> => {
  if (tenantIds.length === 0) return;
  const all = [...tenantIds].sort();
  const size = Math.min(MOST, Math.ceil(all.length / LOTS));
  const lots = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  );
  await addJobs(
    tx,
    lots.map((lot) => {
      const payload: DraftJob = { leadId: tx.leadId, runId, tenantIds: lot };
      const dedupeKey = createHash('sha256')
        .update([runId, ...lot].join('/'))
        .digest('hex');
      return { queue: DRAFT_QUEUE, payload, dedupeKey };
    }),
  );
};
