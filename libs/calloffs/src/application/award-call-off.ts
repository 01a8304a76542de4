import { Injectable } from '@nestjs/common';
import {
  CommitToCeiling,
  offeringClosed,
  ReadCatalogue,
  type CeilingPosition,
  type Framework,
  type Lot,
  type Meter,
  type Offering,
} from '#libs/catalogue';
import { err, formatLongDate, ok, refuse, type Pence, type Refusal, type Result } from '#libs/kernel';
import { AdmitCallOff, CheckEligibility, type Admission, type KeptCheck } from '#libs/membership';
import {
  auditTenant,
  brokenConstraint,
  newId,
  once,
  takeNumber,
  UnitOfWork,
  type Actor,
  type Tx,
} from '#libs/platform';
import { awardFaults, poundsToPence, type AwardTerms } from '../domain/award.js';
import { itemFaults, unitsTaken, type ItemTerms } from '../domain/call-off-item.js';
import { callOffReference, type CallOff } from '../domain/call-off.js';
import type { ComplianceRecord } from '../domain/compliance-record.js';
import { CallOffRepository } from '../persistence/call-off.repository.js';

export interface AwardCallOffCommand extends AwardTerms {
  readonly offeringId: string;
  /** Units of what is not metered; one of each that is left out. */
  readonly items: readonly ItemTerms[];
  readonly idempotencyKey: string;
}

interface Subject {
  readonly framework: Framework;
  readonly lot: Lot;
  readonly offering: Offering;
  /** What it charges for. */
  readonly meters: readonly Meter[];
}
interface Grounds extends Subject {
  readonly admission: Admission;
  readonly check: KeptCheck;
  readonly position: CeilingPosition;
}

/** A member awards itself a service by direct award, with the record of why it may. */
@Injectable()
export class AwardCallOff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ReadCatalogue,
    private readonly ceiling: CommitToCeiling,
    private readonly membership: AdmitCallOff,
    private readonly eligibility: CheckEligibility,
    private readonly callOffs: CallOffRepository,
  ) {}

  /**
   * Refuses, all at once: faults of the terms (START_IN_PAST, END_BEFORE_START, TERM_OVER_MAXIMUM,
   * VALUE_OVER_ROUTE_LIMIT and of the amount; UNITS_METERED, UNITS_TWICE and of the units), LOT_CLOSED, what AdmitCallOff refuses and what CheckEligibility
   * refuses; then CEILING_EXCEEDED; then CALLOFF_OVERLAP.
   */
  async execute(actor: Actor, command: AwardCallOffCommand): Promise<Result<{ callOffId: string }>> {
    const offering = await this.work.read(actor, (tx) => this.catalogue.offering(tx, command.offeringId));
    if (offering === null) return err(refuse('NOT_FOUND'));
    const { idempotencyKey: key, offeringId, startsOn, endsOn, value } = command;
    const items = command.items.map(({ meterId, units }) => ({ meterId, units }));
    const request = {
      operation: 'callOff.award',
      key,
      command: { offeringId, startsOn, endsOn, value, items },
    };
    try {
      return await this.work.run(actor.withLead(offering.leadId), (tx) =>
        once(tx, request, () => this.award(tx, command)),
      );
    } catch (error) {
      if (brokenConstraint(error) !== 'call_off_overlap') throw error;
      const found = await this.work.read(actor, (tx) => this.overlaps(tx, offering, command));
      if (found.length === 0) throw error;
      return err(found);
    }
  }

  /**
   * Locks are taken in the one order: the opt-in, the framework's ceiling, the chain head, the number. The call-off
   * and its record follow the number that they carry; all that their insert could wait for (another award of the
   * same service) already waits at the ceiling.
   */
  private async award(tx: Tx, command: AwardCallOffCommand): Promise<Result<{ callOffId: string }>> {
    const subject = await this.subjectOf(tx, command.offeringId);
    if (subject === null) return err(refuse('NOT_FOUND'));
    const { framework, lot, offering, meters } = subject;
    const closed = offeringClosed(offering);
    const admission = await this.membership.within(tx, offering);
    const check = await this.eligibility.within(tx, framework);
    const faults = [
      ...awardFaults(command, { ...framework, ...lot, today: tx.today }),
      ...itemFaults(command.items, meters),
      ...(closed === null ? [] : [closed]),
      ...(admission.ok ? [] : admission.refusals),
      ...(check.ok ? [] : check.refusals),
    ];
    if (faults.length > 0 || !admission.ok || !check.ok) return err(faults);

    const valuePence = poundsToPence(command.value);
    const position = await this.ceiling.within(tx, { frameworkId: framework.id, amount: valuePence });
    if (!position.ok) return position;
    const grounds = { ...subject, admission: admission.value, check: check.value, position: position.value };
    await this.membership.record(tx, admission.value, offering.id);
    return ok({ callOffId: await this.keep(tx, command, valuePence, grounds) });
  }

  private async subjectOf(tx: Tx, offeringId: string): Promise<Subject | null> {
    const offering = await this.catalogue.offering(tx, offeringId);
    if (offering === null) return null;
    const lot = await this.catalogue.lot(tx, offering.lotId);
    const framework = await this.catalogue.framework(tx, offering.frameworkId);
    if (lot === null || framework === null) throw new Error('an offering belongs to a lot of a framework');
    const meters = await this.catalogue.meters(tx, [offering.id]);
    return { framework, lot, offering, meters };
  }

  private async keep(
    tx: Tx,
    command: AwardCallOffCommand,
    valuePence: Pence,
    grounds: Grounds,
  ): Promise<string> {
    const { framework, lot, offering, admission, check, position } = grounds;
    const id = newId();
    const { startsOn, endsOn } = command;
    const taken = unitsTaken(command.items, grounds.meters);
    await auditTenant(tx, offering.leadId, {
      action: 'callOff.award',
      subjectKind: 'callOff',
      subjectId: id,
      details: {
        ...{ frameworkId: framework.id, offeringId: offering.id, startsOn, endsOn, valuePence },
        ...{ optInId: admission.optIn.id, agreementId: admission.agreement.id, eligibilityCheckId: check.id },
        committedBeforePence: position.committedBefore,
        committedAfterPence: position.committedAfter,
        items: taken.map(({ id: meterId, units }) => ({ meterId, units: units.toDecimalString() })),
      },
    });
    const revision = 1;
    const callOff: CallOff = {
      ...{ tenantId: tx.tenantId, leadId: offering.leadId, id, revision },
      reference: callOffReference(await takeNumber(tx, 'CO', ''), revision),
      ...{ frameworkId: framework.id, lotId: lot.id, offeringId: offering.id },
      ...{ agreementId: admission.agreement.id, optInId: admission.optIn.id },
      ...{ state: 'AWARDED', startsOn, endsOn, valuePence, awardedAt: tx.now, awardedBy: tx.personId },
    };
    const items = taken.map(({ id: meterId, units }) => ({ callOffId: id, revision, meterId, units }));
    await this.callOffs.insert(tx, callOff, recordOf(callOff, grounds, taken), items);
    return id;
  }

  /** Names the call-offs that are in the way. */
  private async overlaps(
    tx: Tx,
    { leadId, id: offeringId, title }: Offering,
    terms: AwardTerms,
  ): Promise<Refusal[]> {
    const { startsOn, endsOn } = terms;
    const found = await this.callOffs.overlapping(tx, {
      tenantId: tx.tenantId,
      leadId,
      offeringId,
      startsOn,
      endsOn,
    });
    return found.map((callOff) =>
      refuse(
        'CALLOFF_OVERLAP',
        {
          offering: title,
          start: formatLongDate(callOff.startsOn),
          end: formatLongDate(callOff.endsOn),
          reference: callOff.reference,
        },
        ['startsOn'],
      ),
    );
  }
}

const recordOf = (
  callOff: CallOff,
  grounds: Grounds,
  taken: ReturnType<typeof unitsTaken>,
): ComplianceRecord => {
  const { framework, lot, offering, admission, check, position } = grounds;
  const { agreement, optIn, decision } = admission;
  return {
    ...{ tenantId: callOff.tenantId, leadId: callOff.leadId, callOffId: callOff.id },
    route: 'DIRECT_AWARD',
    noticeReference: framework.noticeReference,
    eligibilityCheckId: check.id,
    ceilingPence: position.ceilingPence,
    committedBeforePence: position.committedBefore,
    committedAfterPence: position.committedAfter,
    decisionReference: decision.reference,
    decisionEffectiveOn: decision.effectiveOn,
    details: {
      framework: { reference: framework.reference, title: framework.title, regime: framework.regime },
      lot: { number: lot.number, title: lot.title },
      offering: { title: offering.title, personalData: offering.personalData },
      items: taken.map(({ title, charge, units }) => ({ title, charge, units: units.toDecimalString() })),
      eligibility: { result: check.decision.result, reasons: check.decision.reasons },
      agreement: { id: agreement.id, textSha256: agreement.textSha256 },
      optIn: { reference: optIn.reference, contentSha256: optIn.contentSha256 },
      decision: {
        decidedBy: decision.decidedBy,
        publishedOn: decision.publishedOn,
        exemptReason: decision.exemptReason,
      },
    },
    recordedAt: callOff.awardedAt,
  };
};
