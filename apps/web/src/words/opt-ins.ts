import { instant } from '../formats/dates.js';
import type { OptInState, OptInTaskState } from '../pages/joining/_opt-in/operations.generated.js';

/** Words of a state, with the colour of its tag. */
export interface StateWords {
  readonly text: string;
  readonly tag: string;
}

/** How pages call where an opt-in stands. */
export const optInStates: Readonly<Record<OptInState, StateWords>> = {
  DRAFT: { text: 'Started', tag: '' },
  IN_PROGRESS: { text: 'In progress', tag: 'govuk-tag--teal' },
  PAUSED: { text: 'Paused', tag: 'govuk-tag--grey' },
  SUBMITTED: { text: 'Submitted', tag: 'govuk-tag--purple' },
  UNDER_REVIEW: { text: 'Under review', tag: 'govuk-tag--purple' },
  RETURNED: { text: 'Returned with questions', tag: 'govuk-tag--orange' },
  APPROVED: { text: 'Approved', tag: 'govuk-tag--green' },
  DECLINED: { text: 'Declined', tag: 'govuk-tag--red' },
  WITHDRAWN: { text: 'Withdrawn', tag: 'govuk-tag--grey' },
  CONVERTED: { text: 'Called off', tag: 'govuk-tag--green' },
};

/** How pages call where a task of an opt-in stands. */
export const optInTaskStates: Readonly<Record<OptInTaskState, StateWords>> = {
  NOT_YET_STARTED: { text: 'Not yet started', tag: '' },
  IN_PROGRESS: { text: 'In progress', tag: 'govuk-tag--teal' },
  COMPLETED: { text: 'Completed', tag: '' },
  CANNOT_START_YET: { text: 'Cannot start yet', tag: '' },
  NOT_APPLICABLE: { text: 'Not applicable', tag: '' },
};

interface Question {
  readonly askedByName: string;
  readonly askedAt: string;
  readonly answeredByName: string | null;
  readonly answeredAt: string | null;
}

/** How pages head a question of the lead authority and its answer. */
export const optInQuestions = {
  asked: (one: Question) => `${one.askedByName} asked on ${instant(one.askedAt)}:`,
  answered: (one: Question) => `${one.answeredByName} answered on ${instant(one.answeredAt ?? '')}:`,
  soFar: 'Written so far, not answered yet:',
  unanswered: 'Not answered yet',
};
