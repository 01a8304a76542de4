import type { LocalDate } from '#libs/kernel';
import type { UsageOwner } from './usage.js';

/** What somebody said of a month's use of a meter. It stays with the month. */
export interface Explanation extends UsageOwner {
  readonly id: string;
  readonly callOffId: string;
  readonly meterId: string;
  /** The month's first day. */
  readonly month: LocalDate;
  readonly text: string;
  readonly explainedBy: string;
  readonly explainedAt: Date;
}
