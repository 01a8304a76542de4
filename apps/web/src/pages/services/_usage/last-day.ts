import { addDays, londonDateOf, type LocalDate } from '#libs/kernel';

/** The last day on which a key can be used, from the instant at which it cannot any more. */
export const lastDayBefore = (instant: string): LocalDate => addDays(londonDateOf(new Date(instant)), -1);
