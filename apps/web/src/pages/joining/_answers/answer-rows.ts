import { date } from '../../../formats/dates.js';
import { quantity } from '../../../formats/money.js';
import type { ChosenMeter, Task } from '../_opt-in/opt-in.js';
import { taskForms } from '../_opt-in/task-forms.js';
import { answerWords, choiceWords, unanswered } from './en.js';

/** A question with its answer, as a summary shows it. */
export interface AnswerRow {
  readonly key: string;
  readonly value: string;
}

type Answers = Readonly<Record<string, unknown>>;

/**
 * The answers of a task as people read them, in the order in which they are asked. What depends on another answer
 * stands there only when it was answered; null when the answers cannot be seen.
 */
export const answerRows = (task: Task, meters: readonly ChosenMeter[]): readonly AnswerRow[] | null => {
  const { input, dates } = taskForms[task.task];
  const answers = task[input] as Answers | null;
  if (answers === null) return null;
  const labels = answerWords[input] as Readonly<Record<string, unknown>>;
  return Object.entries(labels).flatMap(([field, label]) => {
    if (field === 'volumes') return volumeRows(task, meters);
    const value = answers[field];
    if (value === null && !isAlwaysAsked(field, answers)) return [];
    return [{ key: String(label), value: wordsOf(field, value as string | null, dates.includes(field)) }];
  });
};

const wordsOf = (field: string, value: string | null, isDate: boolean): string => {
  if (value === null) return unanswered;
  return isDate ? date(value) : (choiceWords[field]?.[value] ?? value);
};

/** What another answer of the task makes a question of. */
const DEPENDS: readonly (readonly [field: string, is: string, fields: readonly string[]])[] = [
  ['purchaseOrder', 'NUMBER', ['purchaseOrderNumber']],
  [
    'schedule',
    'ACCEPTED',
    ['officerName', 'officerRole', 'acceptedOn', 'adviserName', 'advice', 'advisedOn'],
  ],
  ['decision', 'MADE', ['reference', 'decidedBy', 'publishedOn', 'effectiveOn', 'callIn']],
  ['callIn', 'EXEMPT', ['exemptReason']],
];

const isAlwaysAsked = (field: string, answers: Answers): boolean =>
  DEPENDS.every(([on, is, fields]) => !fields.includes(field) || answers[on] === is);

const volumeRows = ({ yourNeed }: Task, meters: readonly ChosenMeter[]): readonly AnswerRow[] =>
  meters.map((meter) => {
    const volume = yourNeed?.volumes?.find(({ meterId }) => meterId === meter.id);
    return {
      key: answerWords.yourNeed.volumes(`${meter.offeringTitle}: ${meter.title}`),
      value: volume ? quantity(volume.perYear) : unanswered,
    };
  });
