import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { offeringClosed, ReadCatalogue, type Framework } from '#libs/catalogue';
import { addNotice, FindBody } from '#libs/directory';
import { addWorkingDays, err, formatLongDate, ok, type Refusal, type Result } from '#libs/kernel';
import { auditTenant, canonicalJson, UnitOfWork, type Actor, type Json, type Tx } from '#libs/platform';
import { incompleteTasks, tasksIncomplete, type OptIn } from '../domain/opt-in.js';
import type { OptInState } from '../domain/states.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';
import { CheckEligibility } from './check-eligibility.js';
import { LockOptIn, type OptInRead } from './lock-opt-in.js';

/** A body hands its opt-in to the lead authority. */
@Injectable()
export class SubmitOptIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locked: LockOptIn,
    private readonly catalogue: ReadCatalogue,
    private readonly eligibility: CheckEligibility,
    private readonly bodies: FindBody,
    private readonly optIns: OptInRepository,
  ) {}

  /**
   * Refuses TASKS_INCOMPLETE naming the tasks, FRAMEWORK_NOT_LIVE, FRAMEWORK_EXPIRED, LOT_CLOSED and whatever
   * CheckEligibility refuses, all at once; and what LockOptIn refuses.
   */
  execute(actor: Actor, command: OptInRead): Promise<Result<{ optInId: string }>> {
    return this.work.run(actor, async (tx) => {
      const move = await this.locked.within(tx, command, 'SUBMIT');
      if (!move.ok) return move;
      const { optIn, to } = move.value;
      const framework = await this.catalogue.framework(tx, optIn.frameworkId);
      if (framework === null) throw new Error('a published framework stays published');
      const faults = await this.contentFaults(tx, optIn);
      const check = await this.eligibility.within(tx, framework);
      if (!check.ok) return err([...faults, ...check.refusals]);
      if (faults.length > 0) return err(faults);
      await this.hand(tx, optIn, to, check.value.id, framework);
      return ok({ optInId: optIn.id });
    });
  }

  private async contentFaults(tx: Tx, optIn: OptIn): Promise<readonly Refusal[]> {
    const offeringIds = optIn.offerings.map(({ offeringId }) => offeringId);
    const offerings = await this.catalogue.offeringsByIds(tx, offeringIds);
    const context = { today: tx.today, meters: await this.catalogue.usedMeters(tx, offeringIds) };
    return [
      ...tasksIncomplete(incompleteTasks(optIn.tasks, context)),
      ...offerings.flatMap((offering) => offeringClosed(offering) ?? []),
    ];
  }

  private async hand(
    tx: Tx,
    optIn: OptIn,
    to: OptInState,
    checkId: string,
    framework: Framework,
  ): Promise<void> {
    const { leadId, tenantId, id, reference } = optIn;
    const contentSha256 = contentDigest(optIn);
    await this.optIns.change(tx, optIn, {
      state: to,
      submittedAt: tx.now,
      submittedBy: tx.personId,
      contentSha256,
    });
    await this.optIns.submitAnswers(tx, optIn);
    await auditTenant(tx, leadId, {
      action: 'optIn.submit',
      subjectKind: 'optIn',
      subjectId: id,
      details: { contentSha256, eligibilityCheckId: checkId },
    });
    const names = await this.bodies.byIds(tx, [tenantId, leadId]);
    const nameOf = (bodyId: string): string => names.get(bodyId)?.name ?? '';
    const due = formatLongDate(addWorkingDays(tx.today, framework.reviewWorkingDays));
    const parties = { body: nameOf(tenantId), lead: nameOf(leadId) };
    const words = { reference, ...parties, framework: framework.title, due };
    await addNotice(tx, { bodyId: leadId, role: 'LEAD_CATALOGUE_MANAGER', mail: 'OPT_IN_SUBMITTED', words });
    await addNotice(tx, { bodyId: tenantId, role: 'TENANT_ADMIN', mail: 'OPT_IN_SUBMITTED', words });
  }
}

/** Hex: one digest of everything that the body submits, so that a later change would show. */
const contentDigest = (optIn: OptIn): string => {
  const { reference, frameworkId, targetStartOn, offerings, tasks, questions } = optIn;
  const content = {
    reference,
    frameworkId,
    targetStartOn,
    offeringIds: offerings.map(({ offeringId }) => offeringId),
    tasks: tasks.map(({ task, state, answers }) => ({ task, state, answers })),
    questions: questions.map(({ task, number, question, answer }) => ({ task, number, question, answer })),
  };
  return createHash('sha256')
    .update(canonicalJson(content as unknown as Json))
    .digest('hex');
};
