import type { ChainOwners } from '#libs/directory';
import {
  Actor,
  tenantChains,
  verifyChain,
  type Chain,
  type ChainReport,
  type UnitOfWork,
} from '#libs/platform';

export interface NamedReport extends ChainReport {
  /** Whose chain it is, in words. */
  readonly name: string;
}

const JOB = 'audit-verify';
const keyOf = (chain: Chain): string =>
  chain.kind === 'tenant'
    ? `${chain.tenantId} ${chain.leadId}`
    : chain.kind === 'lead'
      ? chain.leadId
      : 'platform';

/**
 * Follows every chain of the service, as whoever may read it: the platform's through its door, each lead authority's
 * with those of its members, and each workspace's own. One chain at a time, each as of one moment.
 */
export async function* verifyAllChains(work: UnitOfWork, owners: ChainOwners): AsyncGenerator<NamedReport> {
  const names = new Map([...owners.leads, ...owners.workspaces].map(({ id, name }) => [id, name]));
  const seen = new Set<string>();
  const nameOf = (id: string): string => names.get(id) ?? id;

  async function* follow(actor: Actor, chains: readonly Chain[]): AsyncGenerator<NamedReport> {
    for (const chain of chains) {
      if (seen.has(keyOf(chain))) continue;
      seen.add(keyOf(chain));
      yield { ...(await work.read(actor, (tx) => verifyChain(tx, chain))), name: describe(chain, nameOf) };
    }
  }
  const tenantChainsOf = (actor: Actor): Promise<readonly Chain[]> => work.read(actor, tenantChains);

  yield* follow(Actor.system('platform-audit'), [{ kind: 'platform' }]);
  for (const { id } of owners.leads) {
    const lead = Actor.job(JOB, { leadId: id, personId: null });
    yield* follow(lead, [{ kind: 'lead', leadId: id }, ...(await tenantChainsOf(lead))]);
  }
  for (const { id } of owners.workspaces) {
    const tenant = Actor.tenantJob(JOB, id);
    yield* follow(tenant, await tenantChainsOf(tenant));
  }
}

function describe(chain: Chain, nameOf: (id: string) => string): string {
  if (chain.kind === 'platform') return 'the platform';
  if (chain.kind === 'lead') return nameOf(chain.leadId);
  return chain.tenantId === chain.leadId
    ? `${nameOf(chain.tenantId)}, its own affairs`
    : `${nameOf(chain.tenantId)} with ${nameOf(chain.leadId)}`;
}
