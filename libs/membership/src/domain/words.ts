import type { AgreementState, OptInMove, OptInState } from './states.js';

/** The sentences of an eligibility check. Another language is another object with the same keys. */
export const eligibilityWords = {
  NAMED: ({ body, notice }: { body: string; notice: string }) => `${body} is named in notice ${notice}.`,
  CATEGORY: ({ body, category }: { body: string; category: string }) =>
    `${body} falls in the category ${category}.`,
  CANNOT_DECIDE: ({ body, category }: { body: string; category: string }) =>
    `We cannot confirm that ${body} is in ${category}.`,
  NOT_COVERED: ({ body }: { body: string }) =>
    `${body} is not named in this framework and is not in one of the groups that can use it.`,
  BODY_ABOLISHED: ({ body, date }: { body: string; date: string }) => `${body} closed on ${date}.`,
  FRAMEWORK_NOT_LIVE: ({ date }: { date: string }) => `This framework opens on ${date}.`,
  FRAMEWORK_EXPIRED: ({ date }: { date: string }) => `This framework ended on ${date}.`,

  start: () => 'Start an opt-in and choose the services that you need.',
  prepare: ({ date }: { date: string }) => `Prepare your opt-in now and submit it from ${date}.`,
  sendEvidence: ({ leadName }: { leadName: string }) =>
    `Send evidence to the framework team at ${leadName}, or ask them to check.`,
  askTeam: ({ leadName }: { leadName: string }) =>
    `Contact the framework team at ${leadName} to ask about other routes.`,
  useSuccessor: ({ successor }: { successor: string | null }) =>
    successor === null ? 'Search for the organisation that took over its work.' : `Continue as ${successor}.`,
  emailUnknown: () =>
    'We do not know the organisation of that email address. Search for your organisation by name.',
} as const;

/** How a sentence says an opt-in's state: 'This opt-in is …'. */
export const optInStateWords: { readonly [S in OptInState]: string } = {
  DRAFT: 'a draft',
  IN_PROGRESS: 'in progress',
  PAUSED: 'paused',
  SUBMITTED: 'submitted',
  UNDER_REVIEW: 'under review',
  RETURNED: 'returned with questions',
  APPROVED: 'approved',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  CONVERTED: 'complete, with every service called off',
};

/** What a sentence says cannot be done: '… so you cannot … it.' */
export const optInMoveWords: { readonly [M in OptInMove]: string } = {
  SAVE: 'change',
  RECORD_EVIDENCE: 'add to',
  SUBMIT: 'submit',
  START_REVIEW: 'start to review',
  APPROVE: 'approve',
  RETURN: 'return',
  DECLINE: 'decline',
  PAUSE: 'pause',
  RESUME: 'resume',
  WITHDRAW: 'withdraw',
  CONVERT: 'call off from',
};

/** How a sentence says an access agreement's state. */
export const agreementStateWords: { readonly [S in AgreementState]: string } = {
  SENT: 'waiting to be signed',
  SIGNED: 'signed',
  ON_HOLD: 'on hold',
  COUNTERSIGNED: 'countersigned',
  SUPERSEDED: 'superseded',
  TERMINATED: 'terminated',
};

/** The first letter as a capital, for a name that begins a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
