import { Injectable } from '@nestjs/common';
import { err, ok, refuse, textFaults, type Refusal, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor, type Json, type Tx } from '#libs/platform';
import type { OptIn } from '../domain/opt-in.js';
import type { OptInMove } from '../domain/states.js';
import { OptInRepository, type OptInChange } from '../persistence/opt-in.repository.js';
import { ActForMember } from './act-for-member.js';
import { LockOptIn, type OptInRead } from './lock-opt-in.js';

export type Moved = Result<{ optInId: string }>;

/** What is particular to one move. */
export interface MoveStep {
  readonly move: OptInMove;
  /** As the audit record names it, such as 'optIn.pause'. */
  readonly action: string;
  readonly details?: Json;
  /** Reasons to refuse that need the opt-in. */
  readonly faults?: (tx: Tx, optIn: OptIn) => readonly Refusal[];
  /** What changes beside the state. */
  readonly change?: (tx: Tx) => Omit<OptInChange, 'state'>;
  /** What else is done between the change and the audit record. */
  readonly also?: (tx: Tx, optIn: OptIn) => Promise<Result<unknown>>;
}

/** Moves an opt-in from one state to another, for its body or for the lead authority. */
@Injectable()
export class MoveOptIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locked: LockOptIn,
    private readonly members: ActForMember,
    private readonly optIns: OptInRepository,
  ) {}

  /** The body moves its own. */
  byTenant(actor: Actor, read: OptInRead, step: MoveStep): Promise<Moved> {
    return this.work.run(actor, (tx) => this.move(tx, read, step));
  }

  /** The lead authority moves a member's. */
  async byLead(actor: Actor, read: OptInRead, step: MoveStep): Promise<Moved> {
    const forMember = await this.members.onOptIn(actor, read.optInId);
    return forMember === null
      ? err(refuse('NOT_FOUND'))
      : this.work.run(forMember, (tx) => this.move(tx, read, step));
  }

  private async move(tx: Tx, read: OptInRead, step: MoveStep): Promise<Moved> {
    const locked = await this.locked.within(tx, read, step.move);
    if (!locked.ok) return locked;
    const { optIn, to } = locked.value;
    const faults = step.faults?.(tx, optIn) ?? [];
    if (faults.length > 0) return err(faults);
    await this.optIns.change(tx, optIn, { ...step.change?.(tx), state: to });
    if (to === 'DECLINED' || to === 'WITHDRAWN') await this.optIns.close(tx, optIn);
    const also = await step.also?.(tx, optIn);
    if (also?.ok === false) return also;
    await auditTenant(tx, optIn.leadId, {
      action: step.action,
      subjectKind: 'optIn',
      subjectId: optIn.id,
      details: step.details ?? {},
    });
    return ok({ optInId: optIn.id });
  }
}

/** Why a reason that is kept as evidence is not good enough. `thing` completes 'Enter the reason for …'. */
export const reasonFaults = (reason: string, thing: string, path: readonly string[]): readonly Refusal[] =>
  reason.trim() === ''
    ? [refuse('EVIDENCE_REASON_REQUIRED', { thing }, path)]
    : textFaults(reason, { field: 'The reason', path, max: 2000 });
