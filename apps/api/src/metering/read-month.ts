import { parseMonth, refuse, type Period } from '#libs/kernel';
import { refused } from '../graphql/index.js';

/** The month that an argument names; MONTH_FORMAT when it names none. */
export const readMonth = (text: string): Period => {
  const period = parseMonth(text);
  if (period === null) throw refused(refuse('MONTH_FORMAT'));
  return period;
};
