import { date } from '../../../formats/dates.js';

export const words = {
  title: 'Record usage by hand',
  titleOfCorrection: 'Correct a usage record',
  services: 'Services',
  members: 'Call-offs',
  usage: 'Usage',
  intro:
    'Use this when no system sends the usage. It counts at once and appears on the next bill of its month, with a receipt of its own.',
  introOfCorrection:
    'The record stays as it was. What you enter here stands in its place, and the difference goes to the next bill.',
  corrected: 'You correct',
  correctedWords: (event: string, source: string) =>
    `record ${event}, ${source === 'manual' ? 'recorded by hand' : `from ${source}`}`,
  meter: 'What was used',
  meterMissing: 'Choose what was used.',
  counts: (unit: string) => `Counted in: ${unit}`,
  quantity: 'Quantity',
  quantityHint: 'A number that is 0 or more.',
  value: 'Who or what is counted',
  valueHint:
    'Only for what counts different people or things, like a staff number. It is kept as a digest, not as you type it.',
  quantityHintOfCorrection: 'What is right instead. Enter 0 to withdraw the record.',
  quantityWrong: {
    missing: 'Enter the quantity.',
    unreadable: 'Enter the quantity as a number, like 1,204 or 7.5.',
  },
  usedOn: 'Day of the usage',
  usedOnHint: (from: string, to: string) => `From ${date(from)} to ${date(to)}, and not in the future.`,
  usedOnHintOfCorrection: 'A correction counts on the day of the record that it corrects.',
  usedOnWrong: {
    missing: 'Enter the day of the usage.',
    unreadable: 'Enter the day of the usage as a real date, like 27 9 2026.',
  },
  record: 'Record the usage',
  recordCorrection: 'Record the correction',
  said: {
    recorded: 'The usage has been recorded.',
    corrected: 'The correction has been recorded.',
  },
};
