import { month } from '../../../formats/dates.js';
import { aggregations, chargeKinds, chargeTimings } from '../../../words/catalogue.js';
import { vatSentences } from '../../../words/vat.js';

export const words = {
  title: 'Service',
  frameworks: 'Frameworks',
  lot: (number: number, title: string, framework: string) => `Lot ${number}: ${title}, in the ${framework}`,
  closed: 'Not open to new members:',
  included: 'What is included',
  includedEmpty: 'Nothing has been listed.',
  notIncluded: 'What is not included',
  youMust: 'What you must do',
  youMustEmpty: 'Nothing in particular.',
  notIncludedEmpty: 'Nothing has been listed.',
  know: 'Good to know',
  personalData: 'Personal data',
  processes:
    'Yes, this service processes personal data. Before it starts, your organisation accepts a data processing schedule with the advice of its data protection officer.',
  processesNone: 'No, this service processes no personal data.',
  vat: 'VAT',
  vatSentences,
  vatUnknown: 'Not decided yet.',
  joining: 'How to get it',
  joiningText: (lead: string) =>
    `Join the framework of ${lead}, then award a call-off for this service. You do not need a procurement of your own.`,
  prices: 'What it costs',
  withoutVat: 'Prices are without VAT, for each month.',
  metersEmpty: 'No prices have been published yet.',
  shared: (lead: string) =>
    `Members share what this service costs, without anything on top. ${lead} estimates each financial year and says how it is shared; a share is billed by the month, and when the year is over the actual cost is charged or credited, or the difference is carried on. Ask ${lead} what your share would be.`,
  aggregations,
  chargeKinds,
  chargeTimings,
  forEach: (unit: string) => `For each ${unit}.`,
  bands: 'Less for everyone, the more all members use',
  bandsIntro:
    'Once all members together have used more than a volume, everyone pays less from the next month on. The line of an invoice says so.',
  band: (above: string, discount: string) => `Over ${above}: ${discount}% off`,
  bandReached: (label: string) => `passed in ${month(label)}`,
  volume: (total: string, upTo: string) =>
    `All members together had used ${total} by the end of ${month(upTo)}.`,
  toNextBand: (left: string, what: string) => `${left} ${what} to the next band.`,
  lastBand: 'The highest band is reached.',
  noVolume:
    'How much is left until the next band is shown as soon as the figure tells of no member alone: at least 4 members must have used it, and none more than 60% of it.',
  counted: (unit: string) => `What is counted: each ${unit}.`,
  price: 'Price today',
  since: (date: string) => `since ${date}`,
  noPrice: 'There is no price today.',
  example: (quantity: string, meter: string) => `Example: ${meter}, ${quantity} in a month`,
  typical: (quantity: string, residents: string) =>
    `${quantity} a month is typical for an area with ${residents} residents.`,
  oneUnit: 'For one unit.',
  round: (quantity: string) => `${quantity} is a round figure to show the price at work.`,
  step: 'Step',
  quantity: 'Quantity',
  each: 'Price for each',
  amount: 'Amount',
  monthNet: 'The month, without VAT',
  coming: 'Price changes to come',
  from: (date: string) => `From ${date}:`,
  comingExample: (amount: string) => `The example above would then cost ${amount} without VAT.`,
  comingEmpty: 'No change of the price is planned.',
  notice: (days: number) => `Members get at least ${days} days’ notice of a price rise.`,
  estimate: 'Estimate the cost for us',
  canWeJoin: 'Can we join?',
};
