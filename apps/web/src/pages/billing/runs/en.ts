import { runStages } from '../../../words/billing-runs.js';

export const words = {
  title: 'Bills by month',
  menu: 'Bills',
  intro:
    'Each month has one billing run. It works out what every member owes, and drafts the invoices and credit notes.',
  caption: 'Billing runs, the newest month first',
  month: 'Month',
  stage: 'Where it stands',
  members: 'Members done',
  parked: 'Parked',
  invoices: 'Invoices',
  total: 'Total including VAT',
  doneOf: (done: number, all: number) => `${done} of ${all}`,
  stages: runStages,
  empty: 'No month has been billed yet. Choose a month below and prepare its bills.',
  emptyForReaders: 'No month has been billed yet.',
  prepareTitle: 'Prepare the bills of a month',
  prepareWhat:
    'We work out what every member owes for the month and draft invoices and credit notes. Nothing is sent to members, and someone else approves the drafts. If the month was prepared before, its drafts are brought up to date; what is approved or issued stays as it is.',
  usageLink: 'See what is missing or unusual first',
  prepareMonth: 'Month to bill',
  prepare: 'Prepare the bills',
  settingLink: 'Set the smallest invoice',
  previewLink: 'Preview what a member would be billed',
  said: { prepared: 'The bills are being prepared. Members are worked out one after another.' },
};
