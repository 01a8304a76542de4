import type { NewJob } from '#libs/platform';

export const SHARE_QUEUE = 'cost-share';

/** One member of one agreed version. */
export interface ShareJob {
  readonly leadId: string;
  readonly costSchemeId: string;
  readonly tenantId: string;
  /** Who agreed the version: its records are made for them. */
  readonly personId: string;
}

export const shareJob = (
  scheme: { readonly leadId: string; readonly id: string },
  { tenantId, personId }: Pick<ShareJob, 'tenantId' | 'personId'>,
): NewJob => {
  const payload: ShareJob = { leadId: scheme.leadId, costSchemeId: scheme.id, tenantId, personId };
  return { queue: SHARE_QUEUE, payload, dedupeKey: `${scheme.id}/${tenantId}` };
};
