import { Actor, addJob, type Tx } from '#libs/platform';
import type { Payer } from '../persistence/stripe-payer.repository.js';

export const MEMBER_QUEUE = 'stripe-member';
export const EVENT_QUEUE = 'stripe-event';
export const RECONCILE_QUEUE = 'stripe-reconcile';

/** The service itself, writing for one member of a lead authority: no person does what Stripe tells. */
export const stripeJob = ({ tenantId, leadId }: Payer): Actor => stripeLeadJob(leadId).forTenant(tenantId);

/** The service itself, in a lead authority's own books and tables. */
export const stripeLeadJob = (leadId: string): Actor =>
  Actor.job('stripe', { leadId, personId: null }).forTenant(leadId);

/** Has a member looked after soon. */
export const addMemberJob = async (tx: Tx, { tenantId, leadId }: Payer): Promise<void> => {
  await addJob(tx, {
    queue: MEMBER_QUEUE,
    payload: { tenantId, leadId },
    dedupeKey: `${leadId}/${tenantId}`,
  });
};
