export const words = {
  title: 'Add a volume band',
  list: 'Catalogue',
  of: (meter: string, service: string) => `${meter} of ${service}`,
  intro:
    'A band takes a percentage off the price of every member, from the month after all of them together have used more than its volume.',
  whatHappens: 'What will happen',
  happens: [
    'It can hold from the first day of next month. Until then you can take it back.',
    'It is in force for good: members rely on it. A band that comes later must have a higher volume and take more off.',
    'What all members together have used is published where at least 4 of them used it and none more than 60% of it.',
  ],
  above: 'Over this volume, of all members together',
  aboveHint: (unit: string) => `Counted since the service began, each ${unit}. Like 50,000`,
  discount: 'Off the price',
  discountHint: 'Before a minimum and a maximum. Like 5',
  add: 'Add the band',
  said: { added: 'The volume band is added.' },
  fields: { above: 'the volume', discount: 'what it takes off' },
};
