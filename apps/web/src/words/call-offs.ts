import type { CallOffState } from '../pages/services/call-offs/operations.generated.js';

/** How pages call where a call-off stands, and in which colour. */
export const callOffStates: Readonly<Record<CallOffState, { readonly text: string; readonly tag: string }>> =
  {
    AWARDED: { text: 'Awarded', tag: 'govuk-tag--blue' },
    LIVE: { text: 'Live', tag: 'govuk-tag--green' },
    NOTICE_GIVEN: { text: 'Notice given', tag: 'govuk-tag--yellow' },
    EXPIRED: { text: 'Ended', tag: 'govuk-tag--grey' },
    TERMINATED: { text: 'Ended early', tag: 'govuk-tag--grey' },
    CLOSED: { text: 'Closed', tag: 'govuk-tag--grey' },
  };
