import { quantity } from '../../../formats/money.js';
import { boxesOf, type Typed } from '../../../frame/dates-in-forms.js';
import type { UserError } from '../../../frame/form-errors.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { openQuestion, type ChosenMeter, type Task } from '../_opt-in/opt-in.js';
import type { OptInTaskName } from '../_opt-in/operations.generated.js';
import { taskForms } from '../_opt-in/task-forms.js';
import { words } from './en.js';

type Answers = Readonly<Record<string, unknown>>;

export const volumeName = (meterId: string): string => `yourNeed.volumes.${meterId}`;

/** The fields of a task's form as its answers stand now. */
export const formOf = (task: Task): Typed => {
  const { input, texts, dates } = taskForms[task.task];
  const answers = (task[input] ?? {}) as Answers;
  const valueOf = (field: string): string | undefined => (answers[field] as string | null) ?? undefined;
  return Object.assign(
    { answer: openQuestion(task)?.answer ?? undefined },
    ...texts.map((field) => ({ [`${input}.${field}`]: valueOf(field) })),
    ...dates.map((field) => boxesOf(`${input}.${field}`, valueOf(field))),
    ...(task.yourNeed?.volumes ?? []).map(({ meterId, perYear }) => ({
      [volumeName(meterId)]: quantity(perYear),
    })),
  ) as Typed;
};

/** What was typed in a task's form: the answers as the API takes them, and what of it cannot be read. */
export interface TypedTask {
  readonly answers: Answers;
  readonly typed: TypedValues;
  /** The meters whose volume is sent, in that order: the API counts them. */
  readonly sent: readonly ChosenMeter[];
}

export const typedTask = (task: OptInTaskName, form: Typed, meters: readonly ChosenMeter[]): TypedTask => {
  const { input, texts, dates } = taskForms[task];
  const typed = new TypedValues(form);
  const text = (field: string): string | null => form[`${input}.${field}`]?.trim() || null;
  const unreadable: Answers = words.unreadable;
  const volumes = meters.flatMap((meter) => {
    const perYear = typed.decimal(volumeName(meter.id), { unreadable: words.unreadable.volume(meter.title) });
    return perYear === null ? [] : [{ meter, perYear }];
  });
  const answers = Object.fromEntries([
    ...texts.map((field) => [field, text(field)]),
    ...dates.map((field) => [
      field,
      typed.date(`${input}.${field}`, { unreadable: String(unreadable[field]) }),
    ]),
  ]) as Answers;
  const counted = { volumes: volumes.map(({ meter, perYear }) => ({ meterId: meter.id, perYear })) };
  return {
    answers: task === 'YOUR_NEED' ? { ...answers, ...counted } : answers,
    typed,
    sent: volumes.map(({ meter }) => meter),
  };
};

/**
 * The API's refusals with the fields of the form in place of its own: it counts the volumes that it was sent, and
 * says that one is missing of all together.
 */
export const atFields = (
  userErrors: readonly UserError[],
  meters: readonly ChosenMeter[],
  sent: readonly ChosenMeter[],
): readonly UserError[] =>
  userErrors.map((error) => {
    const [, field, place] = error.path.filter((part) => part !== 'input');
    if (field !== 'volumes') return error;
    const meter =
      place === undefined
        ? meters.find(({ id, title }) => !sent.some((one) => one.id === id) && error.message.includes(title))
        : sent[Number(place)];
    return meter ? { ...error, path: [volumeName(meter.id)] } : error;
  });
