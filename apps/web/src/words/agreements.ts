import type { AccessAgreementState } from '../pages/joining/agreements/operations.generated.js';
import type { StateWords } from './opt-ins.js';

/** How pages call where an access agreement stands. */
export const agreementStates: Readonly<Record<AccessAgreementState, StateWords>> = {
  SENT: { text: 'To be signed', tag: 'govuk-tag--orange' },
  SIGNED: { text: 'To be countersigned', tag: 'govuk-tag--purple' },
  COUNTERSIGNED: { text: 'In force', tag: 'govuk-tag--green' },
  ON_HOLD: { text: 'On hold', tag: 'govuk-tag--grey' },
  SUPERSEDED: { text: 'Replaced', tag: 'govuk-tag--grey' },
  TERMINATED: { text: 'Ended', tag: 'govuk-tag--red' },
};
