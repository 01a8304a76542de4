import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, canonicalJson, UnitOfWork, type Actor, type Json, type Tx } from '#libs/platform';
import { evidenceStands } from '../domain/evidence.js';
import { staleFaults, type OptIn } from '../domain/opt-in.js';
import { moveOptIn } from '../domain/opt-in-state.js';
import {
  openQuestion,
  questionAnswerFaults,
  tidyAnswer,
  withAnswer,
  type OptInQuestion,
} from '../domain/questions.js';
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

/** All answers of one task; what is null is not answered yet. */
export interface SaveTaskCommand<T extends TaskName = TaskName> {
  readonly optInId: string;
  readonly task: T;
  /** The task's version that was read. */
  readonly version: number;
  readonly answers: Partial<AnswersOf[T]>;
  /** What the body answers to the open question about the task; null for nothing yet. */
  readonly answer?: string | null;
  /** Whether the task is done: then everything that it needs must be there. */
  readonly complete: boolean;
}

/** What is kept of a task, and of the answer to its open question. */
interface Told {
  readonly answers: Answers;
  readonly complete: boolean;
  readonly question: OptInQuestion | null;
  readonly answer: string | null;
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
    const context = { today: tx.today, meters: await this.catalogue.usedMeters(tx, offeringIds), complete };
    const question = openQuestion(optIn.questions, task.task);
    const answer = tidyAnswer(command.answer);
    const faults = [
      ...questionAnswerFaults(question, answer, complete),
      ...answerFaults(task.task, answers, context),
    ];
    if (faults.length > 0) return err(faults);
    await this.optIns.change(tx, optIn, { state: to.value });
    return this.keep(tx, optIn, task, { answers, complete, question, answer });
  }

  private async keep(
    tx: Tx,
    optIn: OptIn,
    task: OptInTask,
    { answers, complete, question, answer }: Told,
  ): Promise<Result<{ optInId: string }>> {
    await this.optIns.changeTask(tx, optIn, {
      ...{ task: task.task, answers, version: task.version + 1, changedAt: tx.now },
      ...(complete
        ? { state: 'COMPLETED', completedAt: tx.now, completedBy: tx.personId }
        : { state: 'IN_PROGRESS', completedAt: null, completedBy: null }),
    });
    if (question !== null) {
      const by = complete ? { at: tx.now, personId: tx.personId } : null;
      await this.optIns.answerQuestion(tx, optIn, withAnswer(question, answer, by));
    }
    await auditTenant(tx, optIn.leadId, {
      action: 'optIn.saveTask',
      subjectKind: 'optIn',
      subjectId: optIn.id,
      details: {
        ...{ task: task.task, complete, answersSha256: digestOf(answers) },
        ...(question === null ? {} : { answerSha256: digestOf(answer) }),
      },
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
const digestOf = (answers: Answers | string | null): string =>
  createHash('sha256')
    .update(canonicalJson(answers as unknown as Json))
    .digest('hex');
