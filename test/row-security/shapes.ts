import type { Kind, Policy } from './catalogue.js';

const setting = (name: string): string => `(select nullif(current_setting('${name}', true), '')::uuid)`;
const WITNESS = `(select current_setting('app.witness', true)) = 'on'`;
const DOOR = `(select current_setting('app.door', true)) = 'system'`;

/** What a policy of each kind says, written once more: the migrations are checked against this, not against themselves. */
const shapes: Record<Kind, { readonly reads: string; readonly writes: string }> = {
  tenant: {
    reads: `tenant_id = any ((select coalesce(nullif(current_setting('app.tenant_ids', true), ''), '{}')::uuid[])::uuid[])
            or lead_id = ${setting('app.member_lead_id')}`,
    writes: `tenant_id = ${setting('app.tenant_id')} and lead_id = coalesce(${setting('app.member_lead_id')}, lead_id)`,
  },
  witness: {
    reads: `tenant_id = any ((select coalesce(nullif(current_setting('app.tenant_ids', true), ''), '{}')::uuid[])::uuid[])
            or (lead_id = ${setting('app.member_lead_id')} and ${WITNESS})`,
    writes: `lead_id = ${setting('app.member_lead_id')} and ${WITNESS}`,
  },
  lead: { reads: `lead_id = ${setting('app.lead_id')}`, writes: `lead_id = ${setting('app.lead_id')}` },
  public: {
    reads: `published or lead_id = ${setting('app.lead_id')} or ${DOOR}`,
    writes: `lead_id = ${setting('app.lead_id')} or ${DOOR}`,
  },
  system: { reads: DOOR, writes: DOOR },
  plumbing: { reads: 'true', writes: 'true' },
};

/** The same expression in one form, whoever printed it: servers add casts, brackets and names. No word is lost. */
function normalised(expression: string | null): string | null {
  if (expression === null) return null;
  return expression
    .toLowerCase()
    .replace(/::text/g, '')
    .replace(/ as "?\w+"?/g, '')
    .replace(/[\s()]/g, '');
}

function describe({ command, permissive, roles, using, check }: Policy): string {
  return JSON.stringify([command, permissive, roles, normalised(using), normalised(check)]);
}

/** What is wrong with a table's policies: they must be the two of its kind and no other. */
export function policyFaults(kind: Kind, policies: readonly Policy[]): readonly string[] {
  const { reads, writes } = shapes[kind];
  const everyone = { permissive: 'PERMISSIVE', roles: '{public}' };
  const wanted: readonly Policy[] = [
    { name: 'reads', command: 'SELECT', ...everyone, using: reads, check: null },
    { name: 'writes', command: 'ALL', ...everyone, using: writes, check: writes },
  ];
  return [
    ...wanted.flatMap((policy) => {
      const found = policies.find(({ name }) => name === policy.name);
      if (!found) return [`has no policy "${policy.name}"`];
      return describe(found) === describe(policy)
        ? []
        : [`policy "${policy.name}" is not of the kind's shape`];
    }),
    ...policies
      .filter(({ name }) => !wanted.some((policy) => policy.name === name))
      .map(({ name }) => `has a policy too many, "${name}"`),
  ];
}
