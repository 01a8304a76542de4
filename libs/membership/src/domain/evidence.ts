import type { LocalDate } from '#libs/kernel';
import { decisionFaults, decisionOf } from './decision.js';
import type { OptInTask } from './tasks.js';

/**
 * Whether evidence that could follow an approval is there for good. What others have come to rely on, an accepted
 * schedule or a decision that has taken effect, does not change any more.
 */
export const evidenceStands = (
  { task, answers }: Pick<OptInTask, 'task' | 'answers'>,
  today: LocalDate,
): boolean => {
  if (task === 'INFORMATION') return answers['schedule'] === 'ACCEPTED';
  return task === 'AUTHORITY' && decisionFaults(decisionOf(answers), today).length === 0;
};
