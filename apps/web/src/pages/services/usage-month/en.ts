import { month } from '../../../formats/dates.js';
import { quantity } from '../../../formats/money.js';
import { returnStates } from '../../../words/usage-returns.js';

export const words = {
  title: 'Usage by month',
  menu: 'Usage by month',
  titleOf: (start: string) => `Usage in ${month(start)}`,
  months: 'Months',
  intro:
    'What is still missing or unusual in a month before it is billed. A bill never changes by itself because of it.',
  more: 'Only the first 100 of each list are shown.',
  returns: 'Usage returns',
  returnsWhat:
    'Some services are counted by one figure a month. It is due on the fifth working day after the month.',
  returnsCaption: 'Usage returns of this month',
  noReturns: 'No usage return is needed for this month.',
  upload: 'File returns from a CSV file',
  callOff: 'Call-off',
  member: 'Member',
  due: 'Due on',
  state: 'State',
  states: returnStates,
  excused: 'need not be waited for',
  unusual: 'Spikes and gaps',
  unusualWhat:
    'A spike is more than the limit of the framework over the mean of the three months before. A gap is a month without use after use in the three months before.',
  unusualCaption: 'Unusual usage of this month',
  noUnusual: 'Nothing is unusual so far.',
  meter: 'Meter',
  kind: 'What is unusual',
  kinds: { SPIKE: 'Spike', GAP: 'Gap' },
  quantity: 'This month',
  mean: 'Mean before',
  explanation: 'Explanation',
  unexplained: 'Not explained yet',
  explain: 'Explain',
  missing: 'Days on which usage was missing',
  missingWhat:
    'On these days a source sent nothing, or less than half of what it sent on average on that weekday in the four weeks before. Bank holidays are left out. Usage that comes later is still counted.',
  missingCaption: 'Days with missing usage',
  noMissing: 'Every source sent what it usually does.',
  day: 'Day',
  source: 'Source',
  expected: 'Expected',
  received: 'Received',
  events: (count: string) => `${quantity(count)} events`,
  receipts: 'Usage received',
};
