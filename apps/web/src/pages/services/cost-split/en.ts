export const words = {
  title: 'Split charges over cost centres',
  services: 'Services',
  intro:
    'Enter the shares in per cent; together they make 100. Each line of an invoice is split to the penny, on the page of the invoice and in its downloads. Your lead authority does not see any of this.',
  newest: 'A split is never changed. Of the same month the one recorded last counts.',
  meter: 'What is split',
  everyMeter: 'Everything without a split of its own',
  fromMonth: 'First month',
  fromMonthHint:
    'Invoices that you have already show the new split too, if they are for this month or later.',
  share: (row: number) => `Share ${row}`,
  costCentre: 'Cost centre',
  subjectiveCode: 'Subjective code (optional)',
  percent: 'Share',
  percentUnreadable: 'Enter the share as a number, like 40 or 33.3.',
  perCent: '%',
  endHint: 'Leave all rows empty to split no more from this month on. Save to get more rows.',
  save: 'Save the split',
  said: { recorded: 'The split is saved.' },
};
