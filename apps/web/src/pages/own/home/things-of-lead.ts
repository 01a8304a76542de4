/** What waits at a lead authority, of what the person who looks deals with; null is not theirs. */
export interface LeadStanding {
  /** By when each opt-in that waits is to be reviewed. */
  readonly reviews: readonly (string | null)[] | null;
  /** The agreements that are signed and wait for the countersignature. */
  readonly countersign: readonly string[] | null;
  readonly moreReviews: boolean;
  readonly quarantined: number | null;
  readonly moreQuarantined: boolean;
  /** The newest runs first. */
  readonly runs: readonly LeadRun[] | null;
  /** Disputes that the person may move on. */
  readonly disputes: number;
  readonly moreDisputes: boolean;
  /** The newest first, with what the person may do with each. */
  readonly creditNotes: readonly LeadCreditNote[];
  /** Late usage that the person may approve. */
  readonly lateUsages: number;
  readonly moreLateUsages: boolean;
  /** Money that came in and is matched to no invoice, or not wholly. */
  readonly unmatchedReceipts: readonly string[];
  readonly mayPrepare: boolean;
  readonly mayApprove: boolean;
  readonly mayIssue: boolean;
  /** `2026-09-27` */
  readonly today: string;
}

export interface LeadRun {
  readonly id: string;
  readonly state: string;
  readonly period: { readonly start: string };
  readonly totals: { readonly drafts: number; readonly approved: number };
}

export interface LeadCreditNote {
  readonly id: string;
  /** One of a run goes with its run. */
  readonly runId: string | null;
  readonly availableActions: readonly string[];
}

interface At<K extends string> {
  readonly kind: K;
  readonly href: string;
}

export type LeadThing =
  | (At<'countersign'> & { readonly count: number })
  | (At<'review'> & { readonly count: number; readonly more: boolean; readonly due: string | null })
  | (At<'approveRun'> & { readonly count: number; readonly month: string })
  | (At<'issueRun'> & { readonly count: number; readonly month: string })
  | (At<'prepareRun'> & { readonly month: string })
  | (At<'answerDisputes'> & { readonly count: number; readonly more: boolean })
  | (At<'creditNotes'> & { readonly count: number })
  | (At<'approveLateUsage'> & { readonly count: number; readonly more: boolean })
  | (At<'matchReceipts'> & { readonly count: number })
  | (At<'resolveQuarantine'> & { readonly count: number; readonly more: boolean })
  | At<'nothing'>;

/** What there is to do for a lead authority, the most pressing first. */
export const thingsOfLead = (standing: LeadStanding): readonly [LeadThing, ...LeadThing[]] => {
  const { reviews, countersign, quarantined } = standing;
  const [agreement, ...more] = countersign ?? [];
  const found: readonly LeadThing[] = [
    ...(agreement === undefined
      ? []
      : [
          {
            ...({ kind: 'countersign', count: 1 + more.length } as const),
            href: more.length === 0 ? `/agreements/${agreement}` : '/agreements',
          },
        ]),
    ...(reviews?.length
      ? [
          {
            ...({ kind: 'review', href: '/reviews', count: reviews.length } as const),
            ...{ more: standing.moreReviews, due: earliest(reviews) },
          },
        ]
      : []),
    ...ofRuns(standing),
    ...ofMoney(standing),
    ...(quarantined
      ? [
          {
            ...({ kind: 'resolveQuarantine', href: '/quarantine' } as const),
            ...{ count: quarantined, more: standing.moreQuarantined },
          },
        ]
      : []),
  ];
  const [first, ...others] = found;
  return first ? [first, ...others] : [{ kind: 'nothing', href: '' }];
};

/** What finance staff deal with beside the runs. */
const ofMoney = (standing: LeadStanding): readonly LeadThing[] => {
  const { disputes, lateUsages, unmatchedReceipts } = standing;
  const notes = standing.creditNotes.filter(
    ({ runId, availableActions }) => runId === null && availableActions.length > 0,
  );
  const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
  const [note, receipt] = [only(notes), only(unmatchedReceipts)];
  return [
    ...(disputes > 0
      ? [{ kind: 'answerDisputes' as const, href: '/disputes', count: disputes, more: standing.moreDisputes }]
      : []),
    ...(notes.length > 0
      ? [
          {
            ...{ kind: 'creditNotes' as const, count: notes.length },
            href: note ? `/credit-notes/${note.id}` : '/credit-notes',
          },
        ]
      : []),
    ...(lateUsages > 0
      ? [
          {
            ...{ kind: 'approveLateUsage' as const, href: '/billing/late-usage' },
            ...{ count: lateUsages, more: standing.moreLateUsages },
          },
        ]
      : []),
    ...(unmatchedReceipts.length > 0
      ? [
          {
            ...{ kind: 'matchReceipts' as const, count: unmatchedReceipts.length },
            href: receipt === undefined ? '/receipts' : `/receipts/${receipt}`,
          },
        ]
      : []),
  ];
};

const earliest = (dates: readonly (string | null)[]): string | null =>
  [...dates].sort().find((date) => date !== null) ?? null;

const ofRuns = ({ runs, ...standing }: LeadStanding): readonly LeadThing[] => {
  if (runs === null) return [];
  const { mayPrepare, mayApprove, mayIssue, today } = standing;
  const prepared = runs.filter(({ state }) => state === 'PREPARED');
  const of = ({ id, period }: LeadRun): { href: string; month: string } => ({
    href: `/billing/${id}`,
    month: period.start,
  });
  const month = monthBefore(today);
  const isPrepared = runs.some(({ period }) => period.start.startsWith(month));
  return [
    ...prepared
      .filter(({ totals }) => mayApprove && totals.drafts > 0)
      .map((run) => ({ ...of(run), kind: 'approveRun' as const, count: run.totals.drafts })),
    ...prepared
      .filter(({ totals }) => mayIssue && totals.approved > 0)
      .map((run) => ({ ...of(run), kind: 'issueRun' as const, count: run.totals.approved })),
    ...(mayPrepare && !isPrepared ? [{ kind: 'prepareRun', href: '/billing', month } as const] : []),
  ];
};

/** The last whole month: `2026-08` on any day of September 2026. */
const monthBefore = (today: string): string => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};
