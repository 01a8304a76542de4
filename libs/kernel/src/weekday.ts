import type { LocalDate } from './local-date.js';

/** The day of the week of a date: 0 is Sunday, 6 Saturday. */
export const weekdayOf = (date: LocalDate): number => new Date(date).getUTCDay();
