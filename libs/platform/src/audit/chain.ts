/** One chain of audit records: between a tenant and a lead authority, of a lead authority alone, or the platform's. */
export type Chain =
  | { readonly kind: 'tenant'; readonly tenantId: string; readonly leadId: string }
  | { readonly kind: 'lead'; readonly leadId: string }
  | { readonly kind: 'platform' };

/** SQL that leaves one chain's records of `<kind>_audit`, and its values from `$1` on. */
export const whereOf = (chain: Chain): { readonly where: string; readonly values: readonly string[] } => {
  if (chain.kind === 'tenant')
    return { where: 'tenant_id = $1 and lead_id = $2', values: [chain.tenantId, chain.leadId] };
  if (chain.kind === 'lead') return { where: 'lead_id = $1', values: [chain.leadId] };
  return { where: 'true', values: [] };
};
