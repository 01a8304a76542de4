import type { OptIn } from '../_opt-in/opt-in.js';

/** One thing that happened to an opt-in: the word for it, and when, or who, or what. */
export interface Event {
  readonly word: 'started' | 'submitted' | 'reviewed' | 'approved' | 'declined' | 'digest';
  readonly at?: string;
  readonly text?: string;
}

/** What has happened, in order. */
export const timelineOf = (optIn: OptIn): readonly Event[] => {
  const { startedAt, submittedAt, reviewerName, decidedAt, contentSha256, state } = optIn;
  return [
    { word: 'started', at: startedAt },
    ...(submittedAt === null ? [] : [{ word: 'submitted', at: submittedAt } as const]),
    ...(contentSha256 === null ? [] : [{ word: 'digest', text: contentSha256 } as const]),
    ...(reviewerName === null ? [] : [{ word: 'reviewed', text: reviewerName } as const]),
    ...(decidedAt === null
      ? []
      : [{ word: state === 'DECLINED' ? 'declined' : 'approved', at: decidedAt } as const]),
  ];
};
