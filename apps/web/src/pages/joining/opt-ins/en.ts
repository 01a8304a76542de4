import { date } from '../../../formats/dates.js';
import { optInStates } from '../../../words/opt-ins.js';
import type { OptInState } from '../_opt-in/operations.generated.js';

/** What the word on what is next is made of. */
interface Standing {
  readonly done: number;
  readonly of: number;
  readonly reviewDueOn: string | null;
}

const tasks = ({ done, of }: Standing): string =>
  done === of ? 'Every task is complete: check and submit it' : `${done} of ${of} tasks complete`;
const review = ({ reviewDueOn }: Standing): string =>
  reviewDueOn === null ? 'Waiting for the review' : `Review due ${date(reviewDueOn)}`;

export const words = {
  title: 'Opt-ins',
  menu: 'Opt-ins',
  intro: 'An opt-in asks a lead authority to let you use the services of its framework that you choose.',
  reference: 'Reference',
  member: 'Member',
  services: 'Services',
  framework: 'Framework',
  state: 'State',
  next: 'What is next',
  states: optInStates,
  nexts: {
    DRAFT: tasks,
    IN_PROGRESS: tasks,
    PAUSED: () => 'Resume it when you are ready',
    RETURNED: () => 'Answer the questions and submit it again',
    SUBMITTED: review,
    UNDER_REVIEW: review,
    APPROVED: () => 'Sign the agreement, then award the call-off',
    DECLINED: () => 'Read the reason',
    WITHDRAWN: () => 'Nothing: it was withdrawn',
    CONVERTED: () => 'Nothing: its services are called off',
  } satisfies Record<OptInState, (standing: Standing) => string>,
  start: 'Start an opt-in',
  another: 'Start another opt-in',
  empty:
    'You have no opt-ins yet. Start one to choose the services that you need; you can save it and return.',
  emptyReadOnly: 'There are no opt-ins yet.',
};
