export interface RunProgress {
  readonly begunAt: Date;
  readonly now: Date;
  /** Members that were done or parked since it began. */
  readonly settled: number;
  readonly waiting: number;
}

/** How many seconds a run still takes if it goes on as it went so far; null while nothing can be said of that. */
export const secondsToGo = ({ begunAt, now, settled, waiting }: RunProgress): number | null => {
  if (waiting === 0) return 0;
  if (settled === 0) return null;
  const elapsed = Math.max(0, now.getTime() - begunAt.getTime()) / 1000;
  return Math.ceil((elapsed * waiting) / settled);
};
