/** Where an opt-in can stand. */
export const optInStates = [
  'DRAFT',
  'IN_PROGRESS',
  'PAUSED',
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'APPROVED',
  'DECLINED',
  'WITHDRAWN',
  'CONVERTED',
] as const;
export type OptInState = (typeof optInStates)[number];

/** What can be done to an opt-in; `opt-in-state.ts` says where each leads. */
export const optInMoves = [
  'SAVE',
  'RECORD_EVIDENCE',
  'SUBMIT',
  'START_REVIEW',
  'APPROVE',
  'RETURN',
  'DECLINE',
  'PAUSE',
  'RESUME',
  'WITHDRAW',
  'CONVERT',
] as const;
export type OptInMove = (typeof optInMoves)[number];

/** Where an access agreement can stand. */
export const agreementStates = [
  'SENT',
  'SIGNED',
  'ON_HOLD',
  'COUNTERSIGNED',
  'SUPERSEDED',
  'TERMINATED',
] as const;
export type AgreementState = (typeof agreementStates)[number];
