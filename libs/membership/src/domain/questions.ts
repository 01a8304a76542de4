import { refuse, textFaults, type Refusal } from '#libs/kernel';
import type { TaskName } from './tasks.js';

/** What the lead authority asked about a task when it returned the opt-in, and what the body answered. */
export interface OptInQuestion {
  readonly task: TaskName;
  /** Counts the questions about the task, the first one 1. */
  readonly number: number;
  readonly question: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  /** What the body has written so far, while it is not answered. */
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  /** When the answer went to the lead authority; from then on it stays as it is. */
  readonly submittedAt: Date | null;
}

export const MAX_ANSWER = 2000;

/** The question about a task whose answer can still be given or changed: one at most. */
export const openQuestion = (questions: readonly OptInQuestion[], task: TaskName): OptInQuestion | null =>
  questions.find((one) => one.task === task && one.submittedAt === null) ?? null;

/** The open question about a task while nobody has answered it. */
export const unansweredQuestion = (
  questions: readonly OptInQuestion[],
  task: TaskName,
): OptInQuestion | null => {
  const open = openQuestion(questions, task);
  return open?.answeredAt === null ? open : null;
};

/** A question as the lead authority asks it, after those that it asked about the task before. */
export const nextQuestion = (
  questions: readonly OptInQuestion[],
  asked: Pick<OptInQuestion, 'task' | 'question' | 'askedAt' | 'askedBy'>,
): OptInQuestion => ({
  ...asked,
  number: questions.filter(({ task }) => task === asked.task).length + 1,
  ...{ answer: null, answeredAt: null, answeredBy: null, submittedAt: null },
});

/** An answer as it is kept: without blanks around it, null for none. */
export const tidyAnswer = (given: string | null | undefined): string | null => given?.trim() || null;

/**
 * What is wrong with the answer to a task's open question. That it is missing is a fault only when the task is to be
 * complete; that there is one where nothing was asked is one always.
 */
export const questionAnswerFaults = (
  open: OptInQuestion | null,
  answer: string | null,
  complete: boolean,
): readonly Refusal[] => {
  const path = ['answer'];
  if (open === null) return answer === null ? [] : [refuse('FIELD_UNKNOWN', { field: 'The answer' }, path)];
  if (answer === null)
    return complete ? [refuse('FIELD_REQUIRED', { field: 'your answer to the question' }, path)] : [];
  return textFaults(answer, { field: 'your answer', path, max: MAX_ANSWER });
};

/** The open question with what the body has written: answered once its task is complete. */
export const withAnswer = (
  open: OptInQuestion,
  answer: string | null,
  by: { readonly at: Date; readonly personId: string } | null,
): OptInQuestion => ({
  ...open,
  answer,
  answeredAt: by?.at ?? null,
  answeredBy: by?.personId ?? null,
});

/** A question as the lead authority sees it: an answer is the body's own until it is submitted. */
export const asAsked = (question: OptInQuestion): OptInQuestion =>
  question.submittedAt === null
    ? { ...question, answer: null, answeredAt: null, answeredBy: null }
    : question;
