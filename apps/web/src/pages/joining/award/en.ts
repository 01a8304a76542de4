const example = 'For example, 1 4 2027';
const realDate = (what: string): string => `The ${what} must be a real date, like 1 4 2027.`;

export const words = {
  title: 'Award a call-off',
  optIn: (reference: string) => `Opt-in ${reference}`,
  opts: 'Opt-ins',
  intro: (framework: string, lead: string) =>
    `A call-off is your contract for a service of the ${framework}, hosted by ${lead}.`,
  service: 'Service',
  choose: 'Which service do you award?',
  startsOn: 'First day of the term',
  endsOn: 'Last day of the term',
  limits: (months: number) => `The term can be up to ${months} months, extensions included. ${example}`,
  lastDay: (on: string) => `Call-offs of this framework can be awarded until ${on}. ${example}`,
  units: 'What you take by units',
  unitsIntro: 'It is charged for the whole term of the call-off, whatever is used.',
  unitsOf: (meter: string, service: string) => `${meter} of ${service}`,
  unitsHint: {
    RECURRING: (unit: string) => `Each ${unit}, charged for each month.`,
    ONE_TIME: (unit: string) => `Each ${unit}, charged once at the start.`,
  },
  value: 'What you estimate it to be worth over the whole term, without VAT',
  valueHint: 'It is counted against the ceiling of the framework. You pay for what you use.',
  willHappen: 'What will happen',
  means: [
    'The call-off is a contract from its first day to its last day.',
    'It gets a reference, and the reasons why the award is lawful are recorded with it.',
    'Usage is counted and invoiced from its first day.',
  ],
  award: 'Award the call-off',
  nothing:
    'There is no service to award. A service can be awarded when its opt-in is approved and until it is called off.',
  toOptIns: 'See your opt-ins',
  missing: {
    offeringId: 'Choose a service.',
    startsOn: 'Enter the first day of the term.',
    endsOn: 'Enter the last day of the term.',
    value: 'Enter the estimated value.',
    units: (meter: string) => `Enter how many you take of ${meter}.`,
  },
  unreadable: {
    startsOn: realDate('first day of the term'),
    endsOn: realDate('last day of the term'),
    value: 'The estimated value must be an amount in pounds, like 180,000 or 1,250.50.',
    units: (meter: string) => `The units of ${meter} must be a number, like 12.`,
  },
  said: { awarded: 'The call-off is awarded.' },
};
