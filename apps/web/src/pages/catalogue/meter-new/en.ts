import { aggregations, chargeKinds, chargeTimings } from '../../../words/catalogue.js';

export const words = {
  title: 'Add a meter',
  list: 'Catalogue',
  intro:
    'A meter is what is charged for of the service: what is used, or what a call-off takes each month or once. A month becomes one quantity, and its price is worked out from that.',
  name: 'Name',
  nameHint: 'Like Payslips',
  unit: 'One of what is counted',
  unitHint: 'Like payslip',
  code: 'Type that usage is sent with',
  codeHint:
    'Small letters, numbers, dots, hyphens and underscores, like payslips.processed. It cannot be changed later.',
  charge: 'What makes it due',
  chargeHint: 'It cannot be changed later.',
  chargeKinds,
  timing: 'When a month is billed',
  timingHint: 'Only what is charged each month can be billed in advance.',
  chargeTimings,
  aggregation: 'How the usage of a month becomes one quantity',
  aggregationHint:
    'Only for what is used. It cannot be changed later. Except for the first two, and for volume prices, a price starts on the first day of a month.',
  aggregations,
  fedBy: 'How the usage comes',
  fedByHint: 'Only for what is used. It cannot be changed later.',
  feeds: {
    EVENTS: { text: 'As events', hint: 'A system sends them, or a person records them.' },
    RETURN: {
      text: 'In a monthly usage return',
      hint: 'A service manager files one figure a month. It can be a sum, the highest or the last.',
    },
  },
  typical: 'Typical use in a year for every 1,000 residents',
  typicalHint:
    'Only for what is used, so that an estimate does not begin empty. Leave it empty if you do not know.',
  add: 'Add the meter',
  said: { added: 'The meter is added. Next, add its price.' },
  fields: {
    title: 'the name',
    unit: 'one of what is counted',
    code: 'the type that usage is sent with',
    charge: 'what makes it due',
    timing: 'when a month is billed',
    aggregation: 'how the usage becomes one quantity',
    fedBy: 'how the usage comes',
    typicalPerThousand: 'the typical use',
  },
};
