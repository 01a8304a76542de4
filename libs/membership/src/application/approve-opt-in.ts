import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import { addNotice, FindBody } from '#libs/directory';
import { refuse, type Result } from '#libs/kernel';
import type { Actor, Tx } from '#libs/platform';
import type { OptIn } from '../domain/opt-in.js';
import type { OptInRead } from './lock-opt-in.js';
import { MoveOptIn, type Moved } from './move-opt-in.js';
import { SendAgreement } from './send-agreement.js';

/** The lead authority approves an opt-in; a body that has no access agreement to the framework yet is sent one. */
@Injectable()
export class ApproveOptIn {
  constructor(
    private readonly optIn: MoveOptIn,
    private readonly agreement: SendAgreement,
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
  ) {}

  /** Refuses SELF_APPROVAL by whoever submitted it for the body, and AGREEMENT_MISSING, beside what every move can. */
  execute(actor: Actor, command: OptInRead): Promise<Moved> {
    return this.optIn.byLead(actor, command, {
      move: 'APPROVE',
      action: 'optIn.approve',
      faults: (tx, { submittedBy }) =>
        submittedBy === tx.personId ? [refuse('SELF_APPROVAL', { thing: 'opt-in' })] : [],
      change: (tx) => ({ decidedAt: tx.now, decidedBy: tx.personId, decisionReason: null }),
      also: (tx, optIn) => this.sendAgreement(tx, optIn),
    });
  }

  private async sendAgreement(tx: Tx, optIn: OptIn): Promise<Result<unknown>> {
    const sent = await this.agreement.within(tx, optIn);
    if (!sent.ok) return sent;
    const framework = await this.catalogue.framework(tx, optIn.frameworkId);
    const lead = await this.bodies.byId(tx, optIn.leadId);
    const words = { reference: optIn.reference, framework: framework?.title ?? '', lead: lead?.name ?? '' };
    for (const role of ['TENANT_ADMIN', 'TENANT_SIGNATORY'] as const)
      await addNotice(tx, { bodyId: optIn.tenantId, role, mail: 'OPT_IN_APPROVED', words });
    return sent;
  }
}
