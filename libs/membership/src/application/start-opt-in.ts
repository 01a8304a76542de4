import { Injectable } from '@nestjs/common';
import {
  frameworkStateOn,
  offeringClosed,
  ReadCatalogue,
  type Framework,
  type Offering,
} from '#libs/catalogue';
import { err, formatLongDate, ok, refuse, type LocalDate, type Refusal, type Result } from '#libs/kernel';
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
import { optInReference, type OptIn } from '../domain/opt-in.js';
import { carriedAnswers } from '../domain/task-answers.js';
import { taskNames, type OptInTask, type TaskContext } from '../domain/tasks.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';

export interface StartOptInCommand {
  readonly frameworkId: string;
  readonly offeringIds: readonly string[];
  /** When the body would like to begin; it commits to nothing. */
  readonly targetStartOn: LocalDate | null;
  readonly idempotencyKey: string;
}

const MAX_OFFERINGS = 50;

/** A body begins to join a framework for the services that it chooses. What it told before is filled in. */
@Injectable()
export class StartOptIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ReadCatalogue,
    private readonly optIns: OptInRepository,
  ) {}

  /** Refuses OPTIN_NOTHING_CHOSEN, LIST_TOO_LONG, LOT_CLOSED, FRAMEWORK_EXPIRED, DATE_ORDER, OPTIN_DUPLICATE. */
  async execute(actor: Actor, command: StartOptInCommand): Promise<Result<{ optInId: string }>> {
    const framework = await this.work.read(actor, (tx) => this.catalogue.framework(tx, command.frameworkId));
    if (framework === null) return err(refuse('NOT_FOUND'));
    const offeringIds = [...new Set(command.offeringIds)].sort();
    const { idempotencyKey: key, targetStartOn } = command;
    const request = {
      operation: 'optIn.start',
      key,
      command: { frameworkId: framework.id, offeringIds, targetStartOn },
    };
    try {
      return await this.work.run(actor.withLead(framework.leadId), (tx) =>
        once(tx, request, () => this.start(tx, framework, offeringIds, targetStartOn)),
      );
    } catch (error) {
      if (brokenConstraint(error) !== 'opt_in_offering_open') throw error;
      const found = await this.work.read(actor, (tx) => this.duplicates(tx, framework, offeringIds));
      if (found.length === 0) throw error;
      return err(found);
    }
  }

  private async start(
    tx: Tx,
    framework: Framework,
    offeringIds: readonly string[],
    targetStartOn: LocalDate | null,
  ): Promise<Result<{ optInId: string }>> {
    const offerings = await this.catalogue.offeringsByIds(tx, offeringIds);
    const known = offerings.filter(
      ({ frameworkId, state }) => frameworkId === framework.id && state !== 'DRAFT',
    );
    if (known.length < offeringIds.length) return err(refuse('NOT_FOUND'));
    const faults = startFaults(tx.today, framework, known, targetStartOn);
    if (faults.length > 0) return err(faults);

    const tasks = await this.firstTasks(tx, known);
    const id = newId();
    await auditTenant(tx, framework.leadId, {
      action: 'optIn.start',
      subjectKind: 'optIn',
      subjectId: id,
      details: { frameworkId: framework.id, offeringIds: [...offeringIds] },
    });
    // The row needs its number, so it follows: the tenant's chain head, locked above, lets one start at a time
    // through, and what the insert could wait for (another start for the same service) already waits there.
    const reference = optInReference(await takeNumber(tx, 'OI', ''));
    await this.optIns.insert(tx, {
      ...{ tenantId: tx.tenantId, leadId: framework.leadId, id, reference, frameworkId: framework.id },
      ...{
        state: 'DRAFT',
        targetStartOn,
        version: 1,
        startedAt: tx.now,
        startedBy: tx.personId,
        changedAt: tx.now,
      },
      ...{ submittedAt: null, submittedBy: null, reviewStartedBy: null, contentSha256: null },
      ...{ decidedAt: null, decidedBy: null, decisionReason: null },
      offerings: offeringIds.map((offeringId) => ({ offeringId, open: true })),
      tasks,
    } satisfies Omit<OptIn, 'questions'>);
    return ok({ optInId: id });
  }

  private async firstTasks(tx: Tx, offerings: readonly Offering[]): Promise<OptInTask[]> {
    const earlier = await this.optIns.newestOf(tx, tx.tenantId);
    const context: TaskContext = {
      today: tx.today,
      meters: await this.catalogue.usedMeters(
        tx,
        offerings.map(({ id }) => id),
      ),
    };
    const personalData = offerings.some((offering) => offering.personalData);
    return taskNames.map((task): OptInTask => {
      const blank = {
        task,
        version: 1,
        changedAt: tx.now,
        completedAt: null,
        completedBy: null,
      };
      if (task === 'INFORMATION' && !personalData) return { ...blank, state: 'NOT_APPLICABLE', answers: {} };
      const known = earlier?.tasks.find((other) => other.task === task)?.answers ?? {};
      const { answers, state } = carriedAnswers(task, known, context);
      const done = state === 'COMPLETED' ? { completedAt: tx.now, completedBy: tx.personId } : {};
      return { ...blank, ...done, state, answers };
    });
  }

  /** Names the opt-in that is already open for each of the services. */
  private async duplicates(tx: Tx, framework: Framework, offeringIds: readonly string[]): Promise<Refusal[]> {
    const offerings = await this.catalogue.offeringsByIds(tx, offeringIds);
    const found: Refusal[] = [];
    for (const { id: offeringId, title } of offerings) {
      const chosen = await this.optIns.choosing(tx, {
        tenantId: tx.tenantId,
        leadId: framework.leadId,
        offeringId,
      });
      const open = chosen.find(({ offerings: of }) =>
        of.some((one) => one.offeringId === offeringId && one.open),
      );
      if (open)
        found.push(
          refuse('OPTIN_DUPLICATE', { offering: title, reference: open.reference }, ['offeringIds']),
        );
    }
    return found;
  }
}

const startFaults = (
  today: LocalDate,
  framework: Framework,
  offerings: readonly Offering[],
  targetStartOn: LocalDate | null,
): readonly Refusal[] => {
  if (frameworkStateOn(framework, today) === 'EXPIRED')
    return [refuse('FRAMEWORK_EXPIRED', { date: formatLongDate(framework.endsOn) })];
  return [
    ...(offerings.length === 0 ? [refuse('OPTIN_NOTHING_CHOSEN', {}, ['offeringIds'])] : []),
    ...(offerings.length > MAX_OFFERINGS
      ? [refuse('LIST_TOO_LONG', { max: String(MAX_OFFERINGS) }, ['offeringIds'])]
      : []),
    ...offerings.flatMap((offering) => offeringClosed(offering) ?? []),
    ...(targetStartOn !== null && targetStartOn < today
      ? [refuse('DATE_ORDER', { later: 'The target start date', earlier: 'today' }, ['targetStartOn'])]
      : []),
  ];
};
