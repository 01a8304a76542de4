import { month } from '../../../formats/dates.js';
import { unusualWords } from '../../../words/unusual-usage.js';

export const words = {
  title: 'Explain usage',
  services: 'Services',
  members: 'Call-offs',
  usage: 'Usage',
  of: (start: string) => `For ${month(start)}`,
  unusual: unusualWords,
  notUnusual: 'This month is not unusual so far. You can explain it all the same.',
  before: 'What was said before',
  said: { explained: 'The explanation is kept with the month.' },
  text: 'Why is it so?',
  textHint: 'Both the member and the lead authority can read it. It stays with the month.',
  keep: 'Keep the explanation',
};
