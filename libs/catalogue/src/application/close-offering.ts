import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditLead, type Tx } from '#libs/platform';
import { moveFaults } from '../domain/offering.js';
import type { OfferingRepository } from '../persistence/offering-repository.js';

/** Closes an offering to new members, for now or for good. Those who have it keep it until their own end dates. */
export const closeOffering = async (
  tx: Tx,
  offerings: OfferingRepository,
  { offeringId, to }: { readonly offeringId: string; readonly to: 'SUSPENDED' | 'WITHDRAWN' },
): Promise<Result<{ offeringId: string }>> => {
  const offering = await offerings.lockOwn(tx, offeringId);
  if (offering === null) return err(refuse('NOT_FOUND'));
  const faults = moveFaults(offering, to);
  if (faults.length > 0) return err(faults);
  await offerings.move(tx, offeringId, to);
  await auditLead(tx, {
    action: to === 'SUSPENDED' ? 'offering.suspend' : 'offering.withdraw',
    subjectKind: 'offering',
    subjectId: offeringId,
    details: { from: offering.state },
  });
  return ok({ offeringId });
};
