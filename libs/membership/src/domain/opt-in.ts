import { addWorkingDays, londonDateOf, refuse, type LocalDate, type Refusal, timeWords } from '#libs/kernel';
import type { OptInQuestion } from './questions.js';
import type { OptInState } from './states.js';
import { answerFaults } from './task-answers.js';
import { taskTable, type OptInTask, type TaskContext } from './tasks.js';

/** A body's request to join one framework for the services that it chose, at its own pace. */
export interface OptIn {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  /** 'OI-000123' */
  readonly reference: string;
  readonly frameworkId: string;
  readonly state: OptInState;
  readonly targetStartOn: LocalDate | null;
  /** Counts its changes. */
  readonly version: number;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  /** Who of the lead authority began the review last. */
  readonly reviewStartedBy: string | null;
  /** Hex: the digest of what was submitted last. */
  readonly contentSha256: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** Why it was declined. */
  readonly decisionReason: string | null;
  readonly changedAt: Date;
  readonly offerings: readonly OptInOffering[];
  /** In the order of the task list. */
  readonly tasks: readonly OptInTask[];
  /** By task in the order of the task list, and the oldest first. */
  readonly questions: readonly OptInQuestion[];
}

export interface OptInOffering {
  readonly offeringId: string;
  /** Until it is called off, or the opt-in is declined or withdrawn; one opt-in may be open for an offering. */
  readonly open: boolean;
}

export const optInReference = (number: bigint): string => `OI-${number.toString().padStart(6, '0')}`;

/** By when the lead authority reviews what was submitted at an instant; null until something was. */
export const reviewDueOn = (submittedAt: Date | null, workingDays: number): LocalDate | null =>
  submittedAt && addWorkingDays(londonDateOf(submittedAt), workingDays);

/** Refuses a change that was made from an older version than the stored one. */
export const staleFaults = (
  thing: string,
  stored: { readonly version: number; readonly changedAt: Date },
  read: number,
  now: Date,
): readonly Refusal[] =>
  stored.version === read
    ? []
    : [refuse('STATE_CHANGED', { thing, time: timeWords(stored.changedAt, now) }, ['version'])];

/** The tasks whose answers are not complete, or no longer right, as they stand today. */
export const incompleteTasks = (tasks: readonly OptInTask[], context: TaskContext): readonly OptInTask[] =>
  tasks.filter(({ task, state, answers }) => {
    if (state === 'NOT_APPLICABLE') return false;
    return state !== 'COMPLETED' || answerFaults(task, answers, { ...context, complete: true }).length > 0;
  });

/** TASKS_INCOMPLETE with the tasks' titles, when there are any. */
export const tasksIncomplete = (open: readonly OptInTask[]): readonly Refusal[] => {
  if (open.length === 0) return [];
  const count = open.length === 1 ? '1 task' : `${open.length} tasks`;
  return [
    refuse('TASKS_INCOMPLETE', { count, tasks: open.map(({ task }) => taskTable[task].title).join(', ') }),
  ];
};
