import { Injectable } from '@nestjs/common';
import type { Result } from '#libs/kernel';
import { UnitOfWork, type Actor } from '#libs/platform';
import { OfferingRepository } from '../persistence/offering-repository.js';
import { closeOffering } from './close-offering.js';

/** Closes an offering to new members for good. */
@Injectable()
export class WithdrawOffering {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingRepository,
  ) {}

  execute(
    actor: Actor,
    { offeringId }: { readonly offeringId: string },
  ): Promise<Result<{ offeringId: string }>> {
    return this.work.run(actor, (tx) => closeOffering(tx, this.offerings, { offeringId, to: 'WITHDRAWN' }));
  }
}
