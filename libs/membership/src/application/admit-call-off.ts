import { Injectable } from '@nestjs/common';
import type { Offering } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { auditTenant, type Tx } from '#libs/platform';
import type { Agreement } from '../domain/agreement.js';
import { decisionFaults, decisionOf, type Decision } from '../domain/decision.js';
import type { OptIn } from '../domain/opt-in.js';
import { moveOptIn } from '../domain/opt-in-state.js';
import type { TaskName } from '../domain/tasks.js';
import { AgreementRepository } from '../persistence/agreement.repository.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';

/** What a body's membership gives a call-off to stand on. */
export interface Admission {
  readonly optIn: OptIn;
  readonly agreement: Agreement;
  readonly decision: Decision;
}

/** Whether this transaction's tenant may call off an offering, as far as its membership goes. */
@Injectable()
export class AdmitCallOff {
  constructor(
    private readonly optIns: OptInRepository,
    private readonly agreements: AgreementRepository,
    private readonly bodies: FindBody,
  ) {}

  /**
   * Locks the opt-in until the transaction ends. Refuses CALLOFF_NOT_OPTED_IN, OPTIN_NOT_APPROVED, and together
   * AGREEMENT_UNSIGNED, DPA_MISSING, DECISION_MISSING and DECISION_IN_CALL_IN.
   */
  async within(tx: Tx, offering: Offering): Promise<Result<Admission>> {
    const found = await this.approvedOptIn(tx, offering);
    if (!found.ok) return found;
    const optIn = found.value;
    const { tenantId, leadId, frameworkId } = optIn;
    const agreement = await this.agreements.live(tx, { tenantId, leadId, frameworkId });
    const decision = decisionOf(answersOf(optIn, 'AUTHORITY'));
    const unsigned = await this.unsignedFaults(tx, optIn, agreement);
    const faults = [...unsigned, ...scheduleFaults(offering, optIn), ...decisionFaults(decision, tx.today)];
    if (faults.length > 0 || agreement === null || decision === null) return err(faults);
    return ok({ optIn, agreement, decision });
  }

  /** Notes that an offering of an admitted opt-in is called off; the opt-in is done with its last one. */
  async record(tx: Tx, { optIn }: Admission, offeringId: string): Promise<void> {
    const waiting = optIn.offerings.filter((offering) => offering.open && offering.offeringId !== offeringId);
    await this.optIns.close(tx, optIn, offeringId);
    if (optIn.state !== 'APPROVED' || waiting.length > 0) return;
    const to = moveOptIn(optIn.state, 'CONVERT');
    if (!to.ok) throw new Error('an approved opt-in can be converted');
    await this.optIns.change(tx, optIn, { state: to.value });
    await auditTenant(tx, optIn.leadId, {
      action: 'optIn.convert',
      subjectKind: 'optIn',
      subjectId: optIn.id,
    });
  }

  private async approvedOptIn(tx: Tx, { leadId, id: offeringId, title }: Offering): Promise<Result<OptIn>> {
    const chosen = await this.optIns.choosing(tx, { tenantId: tx.tenantId, leadId, offeringId });
    const approved = chosen.find(isApproved);
    if (approved === undefined) {
      const open = chosen.some(({ offerings }) =>
        offerings.some((one) => one.offeringId === offeringId && one.open),
      );
      return err(open ? refuse('OPTIN_NOT_APPROVED') : refuse('CALLOFF_NOT_OPTED_IN', { offering: title }));
    }
    const locked = await this.optIns.lock(tx, approved.id);
    return locked !== null && isApproved(locked) ? ok(locked) : err(refuse('OPTIN_NOT_APPROVED'));
  }

  private async unsignedFaults(
    tx: Tx,
    optIn: OptIn,
    agreement: Agreement | null,
  ): Promise<readonly Refusal[]> {
    if (agreement?.state === 'COUNTERSIGNED') return [];
    const names = await this.bodies.byIds(tx, [optIn.tenantId, optIn.leadId]);
    const nameOf = (id: string): string => names.get(id)?.name ?? '';
    const whom =
      agreement?.state === 'SENT'
        ? `${nameOf(optIn.tenantId)} to sign`
        : `${nameOf(optIn.leadId)} to countersign`;
    return [refuse('AGREEMENT_UNSIGNED', { whom })];
  }
}

const isApproved = ({ state }: OptIn): boolean => state === 'APPROVED' || state === 'CONVERTED';

const answersOf = (optIn: OptIn, task: TaskName) =>
  optIn.tasks.find((one) => one.task === task)?.answers ?? {};

const scheduleFaults = ({ personalData, title }: Offering, optIn: OptIn): readonly Refusal[] =>
  !personalData || answersOf(optIn, 'INFORMATION')['schedule'] === 'ACCEPTED'
    ? []
    : [refuse('DPA_MISSING', { offering: title })];
