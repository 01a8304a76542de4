import { month } from '../../../formats/dates.js';

export const words = {
  title: 'Usage records',
  titleOf: (meter: string, start: string) => `${meter}: records of ${month(start)}`,
  services: 'Services',
  members: 'Call-offs',
  usage: 'Usage',
  records: 'Records',
  intro:
    'Each record is one event as it was received. A record never changes: a correction is a record of its own, which adds to or takes from the day of the record that it corrects.',
  months: 'Months',
  caption: 'Records, in the order in which they were received',
  day: 'Counts on',
  quantity: 'Quantity',
  adds: 'Adds',
  event: 'Event',
  from: 'from',
  sources: (source: string) =>
    source === 'manual' ? 'recorded by hand' : source === 'cost-sharing' ? 'cost sharing' : source,
  howShared: 'How this share came about',
  received: 'Received',
  receipt: 'receipt',
  corrects: 'Corrects',
  billed: 'Billed on',
  notBilled: 'Not billed yet',
  action: 'Action',
  correct: 'Correct',
  correctThis: 'record',
  nothing: 'No record counts in this month.',
  toUsage: 'Usage by day',
};
