import type { Actor, Chain } from '#libs/platform';
import { notFound } from '../graphql/index.js';

/** The chain that whoever acts means: with another body, or of its own affairs. */
export const chainOf = ({ identity }: Actor, other: string | null): Chain => {
  const own = identity.bodyId;
  if (own === null) throw notFound();
  if (identity.capacity !== 'LEAD') return { kind: 'tenant', tenantId: own, leadId: other ?? own };
  return other === null ? { kind: 'lead', leadId: own } : { kind: 'tenant', tenantId: other, leadId: own };
};

/** What naming the other body means, for descriptions. */
export const WITH_BODY =
  "For a tenant: the lead authority concerned, or nothing for the tenant's own affairs. For a lead authority: the member, or nothing for its own catalogue, people, runs and receipts.";
