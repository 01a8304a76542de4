import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '#libs/platform';
import { AgreementRepository } from '../persistence/agreement.repository.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';

/** A lead authority writes for one member at a time: these find out for which, from what it acts on. */
@Injectable()
export class ActForMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly optIns: OptInRepository,
    private readonly agreements: AgreementRepository,
  ) {}

  /** The actor to act with, or null when the lead authority has no such opt-in. */
  async onOptIn(actor: Actor, optInId: string): Promise<Actor | null> {
    const optIn = await this.work.read(actor, (tx) => this.optIns.find(tx, optInId));
    return optIn && actor.forTenant(optIn.tenantId);
  }

  /** The actor to act with, or null when the lead authority has no such agreement. */
  async onAgreement(actor: Actor, agreementId: string): Promise<Actor | null> {
    const agreement = await this.work.read(actor, (tx) => this.agreements.find(tx, agreementId));
    return agreement && actor.forTenant(agreement.tenantId);
  }
}
