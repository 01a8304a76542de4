export const words = {
  title: 'Estimate the cost of a year',
  frameworks: 'Frameworks',
  intro:
    'Enter how much you would use of each service in a year. Leave out what you do not need. You get the cost with and without VAT, under a link that you can share.',
  monthly:
    'If you count something each month, such as users, enter the 12 months together: 100 users are 1,200 in a year.',
  forBody: (body: string) => `For ${body}`,
  filled: (body: string, residents: string) =>
    `The figures below are typical for ${residents} residents, which is what the register has for ${body}. Change them to your own where you know them.`,
  filledPlain: (residents: string) =>
    `The figures below are typical for ${residents} residents. Change them to your own where you know them.`,
  populationUnknown: (body: string) =>
    `The register does not know how many residents ${body} has. Enter your figures, or a number of residents to begin with.`,
  begin: 'Begin with typical figures',
  findBody: 'Find your organisation',
  or: 'or enter a number of residents here.',
  residents: 'Number of residents',
  residentsHint: 'For example, 90,000',
  residentsWrong: 'Number of residents must be a whole number, like 90,000.',
  fill: 'Fill in typical figures',
  volumes: 'What you would use in a year',
  lot: (number: number, title: string) => `Lot ${number}: ${title}`,
  perYear: (meter: string) => `${meter} in a year`,
  units: (meter: string) => `${meter}: how many you would take`,
  taken: {
    RECURRING: (unit: string) => `Each ${unit} is charged for each month.`,
    ONE_TIME: (unit: string) => `Each ${unit} is charged once.`,
  },
  counted: (unit: string) => `Count each ${unit}.`,
  price: (price: string) => `Price without VAT, for each month: ${price}.`,
  typical: (volume: string) => `Typical: ${volume}.`,
  unreadable: (meter: string) => `${meter} must be a number, like 12,000.`,
  save: 'Work out the cost',
  kept: 'The estimate is kept for whoever has its link. It names no person.',
  servicesEmpty:
    'No service of this framework can be estimated at the moment: none is open to new members with a price that holds today.',
  said: { saved: 'Your estimate is saved. Share its link with anyone who needs it.' },
};
