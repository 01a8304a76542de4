import { auditLead, type Tx } from '#libs/platform';
import type { CostScheme } from '../domain/scheme.js';
import type { CostSchemeRepository } from '../persistence/cost-scheme.repository.js';

type Proposal = Omit<CostScheme, 'leadId' | 'proposedBy' | 'proposedAt' | 'agreedBy' | 'agreedAt'>;

/** Keeps a version that nobody has agreed yet, and its audit record. */
export const keepProposal = async (
  tx: Tx,
  schemes: CostSchemeRepository,
  proposal: Proposal,
): Promise<void> => {
  await schemes.insert(tx, {
    ...proposal,
    leadId: tx.leadId,
    ...{ proposedBy: tx.personId, proposedAt: tx.now, agreedBy: null, agreedAt: null },
  });
  const { offeringId, year, version, stage, basis, cost, carried, settlement, members } = proposal;
  await auditLead(tx, {
    action: stage === 'ESTIMATE' ? 'costScheme.proposeEstimate' : 'costScheme.proposeActual',
    subjectKind: 'costScheme',
    subjectId: proposal.id,
    details: {
      ...{ offeringId, year, version, basis, settlement, members: members.length },
      ...{ costPence: cost, carriedPence: carried },
    },
  });
};
