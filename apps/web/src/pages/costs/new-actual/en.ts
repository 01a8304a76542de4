import { settlements } from '../../../words/costs.js';

export const words = {
  title: 'Enter the actual cost',
  titleOf: (service: string, year: string) => `Actual cost of ${service} in ${year}`,
  crumb: 'Shared costs',
  intro:
    'It is shared by the rules of the estimate. You see what each member is charged or credited; somebody else agrees it.',
  cost: 'Actual cost of the year, excluding VAT',
  costHint: 'Without what the year before carried in: that is added by itself.',
  costMissing: 'Enter the actual cost of the year.',
  costWrong: 'Enter the cost in pounds, like 120000.50.',
  settlement: 'What becomes of the difference to what was charged',
  settlementMissing: 'Choose what becomes of the difference.',
  settlements,
  driverMeter: 'A meter that tells the figures by this year’s use',
  enterThem: 'None: I enter the figures',
  membersTitle: 'Actual figures',
  membersWhat: 'Only where the estimate is shared by a figure of each member, and no meter tells it.',
  figure: 'Figure',
  source: 'Where the figure comes from',
  nobody: (service: string, year: string) =>
    `No member has ${service} in ${year}, so there is nobody to share its cost.`,
  toMembers: 'Members',
  work: 'Work out the shares',
  said: {
    proposed: 'The shares are worked out. Somebody else needs to agree them.',
  },
};
