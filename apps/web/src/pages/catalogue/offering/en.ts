import { aggregations, offeringStates, priceStates } from '../../../words/catalogue.js';
import { vatSentences } from '../../../words/vat.js';

interface Model {
  readonly offering: { readonly title: string };
}

export const words = {
  title: ({ offering }: Model) => offering.title,
  list: 'Catalogue',
  lot: (number: number, title: string) => `Lot ${number}: ${title}`,
  aggregations,
  states: offeringStates,
  since: (date: string) => `since ${date}`,
  draft: 'Only your authority sees this service until you publish it.',
  whatNow: 'What you can do with it',
  publish: 'Publish this service',
  publishAgain: 'Open it to new members again',
  suspend: 'Suspend it',
  withdraw: 'Withdraw it for good',
  meters: 'What is counted, and what it costs',
  notice: (days: number) =>
    `Once the service is published, members get ${days} days’ notice of a price increase.`,
  noMeters: 'Nothing is counted yet. A service needs a meter with a price before it can be published.',
  addMeter: 'Add a meter',
  meter: (title: string, unit: string) => `${title}: each ${unit}`,
  code: (code: string) => `Usage is sent with the type ${code}.`,
  byReturn: 'It is filed in a monthly usage return.',
  typical: (quantity: string) => `A member typically uses ${quantity} a year for every 1,000 residents.`,
  price: 'Price',
  version: 'Version',
  from: 'From',
  until: 'Until',
  open: 'no later price is known',
  state: 'State',
  action: 'Action',
  priceStates,
  noPrices: 'It has no price yet.',
  takeBack: 'Take back',
  takeBackOf: (version: number, meter: string) => `version ${version} of ${meter}`,
  addPrice: (meter: string) => `Add a price for ${meter}`,
  details: 'Details',
  summary: 'What it is',
  included: 'Included',
  notIncluded: 'Not included',
  youMust: 'The member has to',
  nothing: 'Nothing said',
  personalData: 'Processes personal data',
  yes: 'Yes: a data processing schedule is accepted before it is called off',
  no: 'No',
  vat: 'VAT',
  vatSentences,
  noVat: 'Not chosen yet',
};
