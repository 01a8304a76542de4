import type { ServicesToChooseQuery } from './operations.generated.js';

type Offering = ServicesToChooseQuery['framework']['offerings']['edges'][number]['node'];
type OptIn = ServicesToChooseQuery['optIns']['edges'][number]['node'];

/** A framework's services as one body can choose them. */
export interface Offered {
  readonly choices: readonly Offering[];
  /** Chosen in an opt-in that is still open for them. */
  readonly taken: readonly (Offering & { readonly optIn: Pick<OptIn, 'id' | 'reference'> })[];
  readonly closed: readonly Offering[];
  /** The reference of the newest opt-in, whose answers the next one begins with; null when there is none. */
  readonly earlier: string | null;
}

export const offeredBy = ({ framework, optIns }: ServicesToChooseQuery): Offered => {
  const own = optIns.edges.map(({ node }) => node);
  const offerings = framework.offerings.edges.map(({ node }) => ({ node, optIn: openIn(own, node.id) }));
  return {
    choices: offerings.flatMap(({ node, optIn }) => (optIn || node.state !== 'PUBLISHED' ? [] : [node])),
    taken: offerings.flatMap(({ node, optIn }) => (optIn ? [{ ...node, optIn }] : [])),
    closed: offerings.flatMap(({ node, optIn }) => (optIn || node.state === 'PUBLISHED' ? [] : [node])),
    earlier: own[0]?.reference ?? null,
  };
};

const openIn = (optIns: readonly OptIn[], id: string): OptIn | undefined =>
  optIns.find(({ offerings }) => offerings.some(({ offeringId, isOpen }) => offeringId === id && isOpen));
