import { vatSentences } from '../../../words/vat.js';

export const words = {
  title: 'Add a service',
  list: 'Catalogue',
  lot: (number: number, title: string) => `Lot ${number}: ${title}`,
  intro: 'Only your authority sees it until you publish it. What it counts and what it costs come next.',
  name: 'Name',
  nameHint: 'Like Payroll Core',
  summary: 'What it is',
  summaryHint: 'A few sentences',
  included: 'What is included',
  notIncluded: 'What is not included',
  youMust: 'What the member has to do itself',
  linesHint: 'One point a line, up to 50',
  personalData: 'Does it process personal data?',
  personalHint:
    'If so, an officer of the member accepts a data processing schedule before the service is called off.',
  yes: 'Yes',
  no: 'No',
  vat: 'How its charges are treated for VAT',
  vatSentences,
  create: 'Add the service',
  said: { created: 'The service is added as a draft. Next, add what is counted and its price.' },
  fields: {
    title: 'the name',
    summary: 'what it is',
    personalData: 'whether it processes personal data',
    vatTreatment: 'how its charges are treated for VAT',
  },
};
