import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, canonicalJson, UnitOfWork, type Actor, type Json, type Tx } from '#libs/platform';
import { evidenceStands } from '../domain/evidence.js';
import { staleFaults, type OptIn } from '../domain/opt-in.js';
import { moveOptIn } from '../domain/opt-in-state.js';
import { answerFaults, tidyAnswers } from '../domain/task-answers.js';
import {
  blockedBy,
  taskTable,
  type Answers,
  type AnswersOf,
  type OptInTask,
  type TaskName,
} from '../domain/tasks.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';
import { meteredOf } from './metered-of.js';

/** All answers of one task; what is null is not answered yet. */
export interface SaveTaskCommand<T extends TaskName = TaskName> {
  readonly optInId: string;
  readonly task: T;
  /** The task's version that was read. */
  readonly version: number;
  readonly answers: Partial<AnswersOf[T]>;
  /** Whether the task is done: then everything that it needs must be there. */
  readonly complete: boolean;
}

/** Saves what a body has told so far for one task, so that it can return to it. */
@Injectable()
export class SaveTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ReadCatalogue,
    private readonly optIns: OptInRepository,
  ) {}

  /** Refuses STATE_CHANGED, STATE_NOT_ALLOWED, TASK_CANNOT_START, and every fault of the answers at once. */
  execute(actor: Actor, command: SaveTaskCommand): Promise<Result<{ optInId: string }>> {
    return this.work.run(actor, async (tx) => {
      const optIn = await this.optIns.lock(tx, command.optInId);
      const task = optIn?.tasks.find((one) => one.task === command.task);
      if (!optIn || !task) return err(refuse('NOT_FOUND'));
      const stale = staleFaults('task', task, command.version, tx.now);
      if (stale.length > 0) return err(stale);
      return this.save(tx, optIn, task, command);
    });
  }

  private async save(
    tx: Tx,
    optIn: OptIn,
    task: OptInTask,
    command: SaveTaskCommand,
  ): Promise<Result<{ optInId: string }>> {
    const later = optIn.state === 'APPROVED' && taskTable[task.task].afterApproval;
    const to = moveOptIn(optIn.state, later ? 'RECORD_EVIDENCE' : 'SAVE');
    if (!to.ok) return to;
    const open = mayBeSaved(optIn, task, later && evidenceStands(task, tx.today));
    if (!open.ok) return open;

    const complete = command.complete || later;
    const answers = tidyAnswers(task.task, command.answers);
    const offeringIds = optIn.offerings.map(({ offeringId }) => offeringId);
    const context = { today: tx.today, meters: await meteredOf(tx, this.catalogue, offeringIds), complete };
    const faults = answerFaults(task.task, answers, context);
    if (faults.length > 0) return err(faults);

    await this.optIns.change(tx, optIn, { state: to.value });
    await this.optIns.changeTask(tx, optIn, {
      ...{ task: task.task, answers, version: task.version + 1, changedAt: tx.now },
      ...(complete
        ? { state: 'COMPLETED', completedAt: tx.now, completedBy: tx.personId, question: null }
        : { state: 'IN_PROGRESS', completedAt: null, completedBy: null, question: task.question }),
    });
    await auditTenant(tx, optIn.leadId, {
      action: 'optIn.saveTask',
      subjectKind: 'optIn',
      subjectId: optIn.id,
      details: { task: task.task, complete, answersSha256: digestOf(answers) },
    });
    return ok({ optInId: optIn.id });
  }
}

const mayBeSaved = (optIn: OptIn, { task, state }: OptInTask, fixed: boolean): Result<null> => {
  const refused = (words: string) =>
    err(refuse('STATE_NOT_ALLOWED', { thing: 'task', state: words, action: 'change' }));
  if (state === 'NOT_APPLICABLE') return refused('not applicable');
  if (fixed) return refused('completed');
  const needs = blockedBy(task, optIn.tasks).map((needed) => taskTable[needed].title);
  if (needs.length === 0) return ok(null);
  return err(refuse('TASK_CANNOT_START', { task: taskTable[task].title, needs: needs.join(' and ') }));
};

/** The audit record shows that the answers are those that were given, without repeating anyone's name. */
const digestOf = (answers: Answers): string =>
  createHash('sha256')
    .update(canonicalJson(answers as unknown as Json))
    .digest('hex');
