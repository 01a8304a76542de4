/** What the next thing to do with a run is, or that nothing is left to do. */
export type RunStage = 'PREPARING' | 'STOPPED' | 'TO_APPROVE' | 'TO_ISSUE' | 'ISSUED' | 'EMPTY';

interface Run {
  readonly state: string;
  readonly draftsSha256: string | null;
  readonly totals: { readonly approved: number; readonly issued: number };
}

/** `approvedNotes` are credit notes of the run that are approved and not issued, where they are known. */
export const stageOfRun = ({ state, draftsSha256, totals }: Run, approvedNotes = 0): RunStage => {
  if (state === 'PREPARING' || state === 'STOPPED') return state;
  if (draftsSha256 !== null) return 'TO_APPROVE';
  if (totals.approved + approvedNotes > 0) return 'TO_ISSUE';
  return totals.issued > 0 ? 'ISSUED' : 'EMPTY';
};
