import { costStates, settlements, stages } from '../../../words/costs.js';

export const words = {
  title: 'Shared costs',
  menu: 'Costs',
  intro:
    'What shared services cost in a year, and what their members are charged for it. Amounts are without VAT.',
  empty:
    'No service shares its cost yet. A catalogue manager chooses that on the page of a service that is still a draft.',
  toCatalogue: 'Catalogue',
  caption: (service: string) => `${service}: income against cost`,
  year: 'Year',
  estimated: 'Estimated cost',
  carriedIn: 'Carried in',
  actual: 'Actual cost',
  charged: 'Charged in shares',
  invoiced: 'Invoiced so far',
  difference: 'Difference',
  noDifference: 'None: settled',
  carriedOn: (amount: string) => `${amount} carried on`,
  notThere: 'Not agreed yet',
  versions: 'Versions',
  version: (number: number, stage: keyof typeof stages) => `${stages[stage]}, version ${number}`,
  holds: 'holds',
  states: costStates,
  settlements,
  noYears: 'No year has an estimate yet.',
  estimate: (service: string) => `Enter an estimate for ${service}`,
  close: (year: string) => `Enter the actual cost of ${year}`,
};
