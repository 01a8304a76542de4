import { Injectable } from '@nestjs/common';
import { ok, refuse, textFaults, type Refusal } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import type { OptIn } from '../domain/opt-in.js';
import { nextQuestion } from '../domain/questions.js';
import type { TaskName } from '../domain/tasks.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';
import type { OptInRead } from './lock-opt-in.js';
import { MoveOptIn, type Moved } from './move-opt-in.js';

export interface TaskQuestion {
  readonly task: TaskName;
  readonly question: string;
}

/** The lead authority sends an opt-in back with questions; the tasks that they are about are open again. */
@Injectable()
export class ReturnOptIn {
  constructor(
    private readonly optIn: MoveOptIn,
    private readonly optIns: OptInRepository,
  ) {}

  /** Refuses FIELD_REQUIRED without a question, and CHOICE_UNKNOWN for a task that does not apply. */
  execute(
    actor: Actor,
    command: OptInRead & { readonly questions: readonly TaskQuestion[] },
  ): Promise<Moved> {
    const { questions } = command;
    return this.optIn.byLead(actor, command, {
      move: 'RETURN',
      action: 'optIn.return',
      details: { tasks: questions.map(({ task }) => task) },
      faults: (_, optIn) => questionFaults(questions, optIn),
      also: async (tx, optIn) => {
        for (const { task, question } of questions) {
          const asked = optIn.tasks.find((one) => one.task === task);
          if (asked === undefined) continue;
          const open = { state: 'IN_PROGRESS', completedAt: null, completedBy: null } as const;
          const seen = { version: asked.version + 1, changedAt: tx.now };
          await this.optIns.changeTask(tx, optIn, { ...asked, ...open, ...seen });
          const by = { askedAt: tx.now, askedBy: tx.personId };
          const next = nextQuestion(optIn.questions, { task, question: question.trim(), ...by });
          await this.optIns.insertQuestion(tx, optIn, next);
        }
        return ok(null);
      },
    });
  }
}

const questionFaults = (questions: readonly TaskQuestion[], optIn: OptIn): readonly Refusal[] => {
  if (questions.length === 0)
    return [refuse('FIELD_REQUIRED', { field: 'at least one question' }, ['questions'])];
  return questions.flatMap(({ task, question }, index) => {
    const path = ['questions', String(index)];
    const asked = optIn.tasks.find((one) => one.task === task);
    const twice = questions.findIndex((other) => other.task === task) < index;
    const unknown = asked === undefined || asked.state === 'NOT_APPLICABLE' || twice;
    return [
      ...(unknown ? [refuse('CHOICE_UNKNOWN', { field: 'the task' }, [...path, 'task'])] : []),
      ...textFaults(question, { field: 'the question', path: [...path, 'question'], max: 2000 }),
    ];
  });
};
