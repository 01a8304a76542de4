export const words = {
  title: 'Raise a credit note',
  titleOf: (number: string) => `Raise a credit note on invoice ${number}`,
  back: 'Back to the invoice',
  intro: (member: string) =>
    `A credit note takes back a part of what ${member} was charged, for a reason of its own. If what was used or priced is wrong, correct that instead: the next run then credits it by itself.`,
  then: 'The credit note is a draft at first. Someone else approves it, and it lowers what is owed once it is issued.',
  legend: 'How much to credit on each line, excluding VAT',
  lineOf: (line: number, description: string) => `Line ${line}: ${description}`,
  leftOf: (net: string, left: string) => `${net} was charged, and ${left} is left to credit.`,
  hint: 'Leave a line empty to credit nothing on it. VAT is added by itself.',
  reason: 'Reason',
  reasonHint: 'It is printed on the credit note.',
  raise: 'Draft the credit note',
  amountWrong: 'Enter the amount to credit in pounds, like 120.50.',
  said: { raised: 'The credit note is drafted. Someone else needs to approve it.' },
};
