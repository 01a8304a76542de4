/** How long an opt-in has been where it is, and how its review stands to the day on which it is due. */
export interface Waiting {
  /** Whole days since it was submitted, or started when it was not yet. */
  readonly days: number;
  readonly due: { readonly kind: 'overdue' | 'today' | 'later'; readonly days: number } | null;
}

const DAY = 86_400_000;
const londonDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** `since` is an instant, the others are London's dates; a due date of null is none. */
export const waitingOf = (since: string, dueOn: string | null, today: string): Waiting => {
  const days = daysBetween(londonDate.format(new Date(since)), today);
  if (dueOn === null) return { days, due: null };
  const left = daysBetween(today, dueOn);
  const kind = left < 0 ? 'overdue' : left === 0 ? 'today' : 'later';
  return { days, due: { kind, days: Math.abs(left) } };
};
