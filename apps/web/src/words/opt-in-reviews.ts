import type { StateTag } from './catalogue.js';

/** Where an opt-in stands, as the lead authority says it. */
export const reviewStates = {
  DRAFT: { text: 'Started', classes: 'govuk-tag--grey' },
  IN_PROGRESS: { text: 'Being prepared', classes: 'govuk-tag--grey' },
  PAUSED: { text: 'Paused by the member', classes: 'govuk-tag--grey' },
  SUBMITTED: { text: 'Waiting for review', classes: 'govuk-tag--blue' },
  UNDER_REVIEW: { text: 'Under review', classes: 'govuk-tag--purple' },
  RETURNED: { text: 'Returned with questions', classes: 'govuk-tag--yellow' },
  APPROVED: { text: 'Approved', classes: 'govuk-tag--green' },
  CONVERTED: { text: 'Called off', classes: 'govuk-tag--green' },
  DECLINED: { text: 'Declined', classes: 'govuk-tag--red' },
  WITHDRAWN: { text: 'Withdrawn by the member', classes: 'govuk-tag--grey' },
} as const satisfies Record<string, StateTag>;

export const agreementStates = {
  SENT: { text: 'With the member to sign', classes: 'govuk-tag--blue' },
  SIGNED: { text: 'Waiting for countersignature', classes: 'govuk-tag--yellow' },
  COUNTERSIGNED: { text: 'In force', classes: 'govuk-tag--green' },
  ON_HOLD: { text: 'On hold', classes: 'govuk-tag--grey' },
  SUPERSEDED: { text: 'Replaced', classes: 'govuk-tag--grey' },
  TERMINATED: { text: 'Ended early', classes: 'govuk-tag--red' },
} as const satisfies Record<string, StateTag>;

export const callOffStates = {
  AWARDED: { text: 'Awarded, starts later', classes: 'govuk-tag--blue' },
  LIVE: { text: 'Live', classes: 'govuk-tag--green' },
  NOTICE_GIVEN: { text: 'Notice given', classes: 'govuk-tag--yellow' },
  EXPIRED: { text: 'Ended', classes: 'govuk-tag--grey' },
  TERMINATED: { text: 'Ended early', classes: 'govuk-tag--red' },
  CLOSED: { text: 'Closed', classes: 'govuk-tag--grey' },
} as const satisfies Record<string, StateTag>;
