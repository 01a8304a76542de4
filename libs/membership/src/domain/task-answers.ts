import { parseLocalDate, refuse, textFaults, type Refusal } from '#libs/kernel';
import {
  taskTable,
  type Answer,
  type Answers,
  type ExpectedVolume,
  type FieldRule,
  type StoredTaskState,
  type TaskContext,
  type TaskName,
} from './tasks.js';
import { MAX_VOLUMES, quantityFaults } from './volume.js';
import { capitalised } from './words.js';

const fieldsOf = (task: TaskName): readonly (readonly [string, FieldRule])[] =>
  Object.entries(taskTable[task].fields as Readonly<Record<string, FieldRule>>);

/** Whether a field is asked, given the answers; while the answer that it depends on is missing it may be kept. */
const applies = (task: TaskName, rule: FieldRule, answers: Answers): boolean => {
  if (rule.only === undefined) return true;
  const [field, is] = rule.only;
  const given = answers[field] ?? null;
  const depended = fieldsOf(task).find(([name]) => name === field)?.[1];
  return (given === null || given === is) && (depended === undefined || applies(task, depended, answers));
};

const needed = (rule: FieldRule, answers: Answers): boolean =>
  rule.only === undefined || answers[rule.only[0]] === rule.only[1];

/** The answers as they are kept: texts without blanks around them, nothing that is not asked, null for no answer. */
export const tidyAnswers = (task: TaskName, given: Answers): Answers => {
  const bare = Object.fromEntries(fieldsOf(task).map(([name]) => [name, tidy(given[name])]));
  return Object.fromEntries(
    fieldsOf(task).map(([name, rule]) => [name, applies(task, rule, bare) ? (bare[name] ?? null) : null]),
  );
};

const tidy = (answer: Answer | undefined): Answer => {
  if (typeof answer === 'string') return answer.trim() === '' ? null : answer.trim();
  if (answer === undefined || answer === null || answer.length === 0) return null;
  return [...answer].sort((a, b) => (a.meterId < b.meterId ? -1 : 1));
};

/**
 * Everything that is wrong with a task's answers, with the field as path. What is missing is a fault only when the
 * task is to be complete, so that people can save and return.
 */
export const answerFaults = (
  task: TaskName,
  answers: Answers,
  { complete, ...context }: TaskContext & { readonly complete: boolean },
): readonly Refusal[] => [
  ...fieldsOf(task).flatMap(([name, rule]) => {
    const answer = answers[name] ?? null;
    if (rule.kind === 'volumes') return volumeFaults(name, answer, context, complete);
    if (answer !== null) return valueFaults(name, rule, answer as string, context);
    return complete && needed(rule, answers) ? [missing(name, rule)] : [];
  }),
  ...orderFaults(answers),
];

const missing = (name: string, { label }: FieldRule): Refusal =>
  name === 'exemptReason'
    ? refuse('EVIDENCE_REASON_REQUIRED', { thing: 'the exemption from call-in' }, [name])
    : refuse('FIELD_REQUIRED', { field: label }, [name]);

const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const MAX_EMAIL = 254;

const valueFaults = (
  name: string,
  rule: FieldRule,
  value: string,
  { today }: TaskContext,
): readonly Refusal[] => {
  const field = capitalised(rule.label);
  switch (rule.kind) {
    case 'date': {
      const date = parseLocalDate(value);
      if (date === null) return [refuse('DATE_FORMAT', { field }, [name])];
      return rule.past === true && date > today ? [refuse('DATE_IN_FUTURE', { field }, [name])] : [];
    }
    case 'choice':
      return rule.choices?.includes(value) === true
        ? []
        : [refuse('CHOICE_UNKNOWN', { field: rule.label }, [name])];
    case 'email':
      return EMAIL.test(value) && value.length <= MAX_EMAIL ? [] : [refuse('EMAIL_FORMAT', {}, [name])];
    default:
      return textFaults(value, { field, path: [name], max: rule.max ?? 200 });
  }
};

const volumeFaults = (
  name: string,
  answer: Answer,
  { meters }: TaskContext,
  complete: boolean,
): readonly Refusal[] => {
  const volumes = (answer ?? []) as readonly ExpectedVolume[];
  if (volumes.length > MAX_VOLUMES) return [refuse('LIST_TOO_LONG', { max: String(MAX_VOLUMES) }, [name])];
  const wrong = volumes.flatMap((volume, index) => {
    const meter = meters.find(({ id }) => id === volume.meterId);
    const path = [name, String(index)];
    const twice = volumes.findIndex(({ meterId }) => meterId === volume.meterId) < index;
    if (meter === undefined || twice)
      return [refuse('CHOICE_UNKNOWN', { field: 'the meters of the chosen services' }, [...path, 'meterId'])];
    return quantityFaults(`The expected yearly volume of ${meter.title}`, volume.perYear, [
      ...path,
      'perYear',
    ]);
  });
  const open = complete ? meters.filter(({ id }) => !volumes.some(({ meterId }) => meterId === id)) : [];
  const unanswered = open.map(({ title }) =>
    refuse('FIELD_REQUIRED', { field: `the expected yearly volume of ${title}` }, [name]),
  );
  return [...wrong, ...unanswered];
};

/** A decision takes effect on the day on which it is published, or later. */
const orderFaults = ({ publishedOn, effectiveOn }: Answers): readonly Refusal[] => {
  const [published, effective] = [parseLocalDate(publishedOn), parseLocalDate(effectiveOn)];
  if (published === null || effective === null || published <= effective) return [];
  return [
    refuse(
      'DATE_ORDER',
      { later: 'The date on which the decision takes effect', earlier: 'the date on which it was published' },
      ['effectiveOn'],
    ),
  ];
};

/** What a body's next opt-in starts with: the answers that stay the same from service to service. */
export const carriedAnswers = (
  task: TaskName,
  earlier: Answers,
  context: TaskContext,
): { readonly answers: Answers; readonly state: StoredTaskState } => {
  const kept = fieldsOf(task).map(
    ([name, rule]) => [name, rule.carries === true ? (earlier[name] ?? null) : null] as const,
  );
  const answers = tidyAnswers(task, Object.fromEntries(kept));
  if (Object.values(answers).every((answer) => answer === null)) return { answers, state: 'NOT_YET_STARTED' };
  const faults = answerFaults(task, answers, { ...context, complete: true });
  return { answers, state: faults.length === 0 ? 'COMPLETED' : 'IN_PROGRESS' };
};
