import { aggregations } from '../../../words/catalogue.js';

export const words = {
  title: 'Add a meter',
  list: 'Catalogue',
  intro:
    'A meter is what is counted of the service. The usage of a month becomes one quantity, and its price is worked out from that.',
  name: 'Name',
  nameHint: 'Like Payslips',
  unit: 'One of what is counted',
  unitHint: 'Like payslip',
  code: 'Type that usage is sent with',
  codeHint:
    'Small letters, numbers, dots, hyphens and underscores, like payslips.processed. It cannot be changed later.',
  aggregation: 'How the usage of a month becomes one quantity',
  aggregationHint:
    'It cannot be changed later. Except for the first two, and for volume prices, a price starts on the first day of a month.',
  aggregations,
  fedBy: 'How the usage comes',
  fedByHint: 'It cannot be changed later.',
  feeds: {
    EVENTS: { text: 'As events', hint: 'A system sends them, or a person records them.' },
    RETURN: {
      text: 'In a monthly usage return',
      hint: 'A service manager files one figure a month. It can be a sum, the highest or the last.',
    },
  },
  typical: 'Typical use in a year for every 1,000 residents',
  typicalHint: 'So that an estimate does not begin empty. Leave it empty if you do not know.',
  add: 'Add the meter',
  said: { added: 'The meter is added. Next, add its price.' },
  fields: {
    title: 'the name',
    unit: 'one of what is counted',
    code: 'the type that usage is sent with',
    aggregation: 'how the usage becomes one quantity',
    fedBy: 'how the usage comes',
    typicalPerThousand: 'the typical use',
  },
};
