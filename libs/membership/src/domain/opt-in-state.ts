import { err, ok, refuse, type Result } from '#libs/kernel';
import type { OptInMove, OptInState } from './states.js';
import { optInMoveWords, optInStateWords } from './words.js';

/**
 * Where each move leads from each state; what is not here is refused. A body works on its opt-in until it submits
 * it and after it comes back; RECORD_EVIDENCE adds the decision and the accepted schedule that were to follow an
 * approval; CONVERT comes with the call-off of the last service.
 */
const table: { readonly [M in OptInMove]: { readonly [S in OptInState]?: OptInState } } = {
  SAVE: { DRAFT: 'IN_PROGRESS', IN_PROGRESS: 'IN_PROGRESS', RETURNED: 'RETURNED' },
  RECORD_EVIDENCE: { APPROVED: 'APPROVED' },
  SUBMIT: { DRAFT: 'SUBMITTED', IN_PROGRESS: 'SUBMITTED', RETURNED: 'SUBMITTED' },
  START_REVIEW: { SUBMITTED: 'UNDER_REVIEW' },
  APPROVE: { SUBMITTED: 'APPROVED', UNDER_REVIEW: 'APPROVED' },
  RETURN: { SUBMITTED: 'RETURNED', UNDER_REVIEW: 'RETURNED' },
  DECLINE: { SUBMITTED: 'DECLINED', UNDER_REVIEW: 'DECLINED' },
  PAUSE: { DRAFT: 'PAUSED', IN_PROGRESS: 'PAUSED', RETURNED: 'PAUSED' },
  RESUME: { PAUSED: 'IN_PROGRESS' },
  WITHDRAW: {
    DRAFT: 'WITHDRAWN',
    IN_PROGRESS: 'WITHDRAWN',
    PAUSED: 'WITHDRAWN',
    SUBMITTED: 'WITHDRAWN',
    UNDER_REVIEW: 'WITHDRAWN',
    RETURNED: 'WITHDRAWN',
  },
  CONVERT: { APPROVED: 'CONVERTED' },
};

/** The state that a move leads to, or STATE_NOT_ALLOWED. */
export const moveOptIn = (state: OptInState, move: OptInMove): Result<OptInState> => {
  const to = table[move][state];
  return to === undefined
    ? err(
        refuse('STATE_NOT_ALLOWED', {
          thing: 'opt-in',
          state: optInStateWords[state],
          action: optInMoveWords[move],
        }),
      )
    : ok(to);
};
