import { date, instant } from '../../../formats/dates.js';
import { optInQuestions, optInStates, optInTaskStates } from '../../../words/opt-ins.js';
import type { OptIn } from '../_opt-in/opt-in.js';
import type { OptInState } from '../_opt-in/operations.generated.js';

const due = ({ reviewDueOn }: OptIn): string => (reviewDueOn === null ? '' : ` by ${date(reviewDueOn)}`);

export const words = {
  title: ({ optIn }: { optIn: OptIn }) => `Opt-in ${optIn.reference}`,
  opts: 'Opt-ins',
  states: optInStates,
  taskStates: optInTaskStates,
  questionWords: optInQuestions,
  asked: 'Questions and answers',
  state: 'State',
  member: 'Member',
  framework: 'Framework',
  services: 'Services',
  target: 'You would like to begin',
  noTarget: 'No date given',
  progress: (done: number, of: number) => `You have completed ${done} of ${of} tasks.`,
  anyOrder:
    'Complete the tasks in any order. Each is saved by itself, so that you can stop and return, and a colleague can go on.',
  questions: (lead: string, count: number) =>
    count === 1
      ? `${lead} has a question about your opt-in. Answer it in its task, mark the task as complete, and submit again.`
      : `${lead} has ${count} questions about your opt-in. Answer each in its task, mark the task as complete, and submit again.`,
  answeredAll: 'You have answered every question. Check your answers and submit again.',
  question: (question: string) => `Question: ${question}`,
  toAnswer: 'Question to answer',
  after: {
    AUTHORITY: 'After Your need and Money',
  },
  tasks: 'Tasks',
  finish: 'Check and submit',
  check: 'Check your answers and submit',
  paused:
    'This opt-in is paused. Your answers are kept, and nobody expects anything of you until you resume it.',
  resume: 'Resume the opt-in',
  stop: 'Pause or withdraw this opt-in',
  withdrawOnly: 'Withdraw this opt-in',
  pauseMeans: 'Pausing keeps your answers and costs nothing. You can resume at any time.',
  pause: 'Pause the opt-in',
  withdrawMeans: (reference: string) =>
    `Withdrawing ends ${reference} for good. Its answers stay on record, and a later opt-in begins with those that stay the same. You can choose its services again in another opt-in.`,
  withdraw: 'Withdraw the opt-in',
  happened: 'What has happened',
  next: 'What happens next',
  nexts: {
    DRAFT: (o: OptIn) => `${o.memberName} is working on it.`,
    IN_PROGRESS: (o: OptIn) => `${o.memberName} is working on it.`,
    PAUSED: (o: OptIn) => `${o.memberName} has paused it and can resume it at any time.`,
    RETURNED: (o: OptIn) => `${o.memberName} answers the questions of ${o.leadName} and submits it again.`,
    SUBMITTED: (o: OptIn) =>
      `${o.leadName} is to review it${due(o)}. It will approve it, return it with questions, or decline it with a reason, and we will email you.`,
    UNDER_REVIEW: (o: OptIn) =>
      `${o.reviewerName ?? 'Somebody'} at ${o.leadName} is reviewing it and is to answer${due(o)}. We will email you.`,
    APPROVED: (o: OptIn) =>
      `${o.leadName} has sent the access agreement. When both have signed it, the call-off can be awarded.`,
    DECLINED: (o: OptIn) => `${o.leadName} declined it. You can start another opt-in.`,
    WITHDRAWN: () => 'Nothing: it was withdrawn. The services can be chosen again in another opt-in.',
    CONVERTED: () => 'Nothing: every service that it chose is called off.',
  } satisfies Record<OptInState, (optIn: OptIn) => string>,
  agreementLink: {
    SENT: 'Read the agreement that waits for your signature',
    SIGNED: 'See the agreement that waits for the countersignature',
    COUNTERSIGNED: 'See the agreement',
  },
  award: 'Award the call-off',
  toServices: 'See your services',
  toFollow: 'Still to come before you can sign and award:',
  declinedFor: 'Why it was declined',
  events: {
    started: 'Started',
    submitted: 'Submitted',
    reviewed: 'Review begun by',
    approved: 'Approved',
    declined: 'Declined',
    digest: 'Digest of what was submitted (SHA-256)',
  },
  at: instant,
  hidden: 'The answers can be seen when the opt-in has been submitted.',
  notApplicable: 'The chosen services do not need it.',
  said: {
    paused: 'The opt-in is paused.',
    resumed: 'The opt-in is in progress again.',
    withdrawn: 'The opt-in is withdrawn.',
  },
};
