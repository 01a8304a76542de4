export const words = {
  title: 'Smallest invoice',
  list: 'Settings',
  intro:
    'A member that owes less than this for a month is not invoiced yet: the amount is carried to the next run, and the page of the run says so.',
  never:
    'Nothing is carried past 31 March, nor for a member whose call-offs have all ended. Drafts follow a change when their run is prepared again.',
  amount: 'Smallest invoice, excluding VAT',
  amountHint: 'Enter 0 to invoice every amount, however small. £1,000 at most.',
  amountWrong: {
    missing: 'Enter the smallest invoice, or 0 to invoice every amount.',
    unreadable: 'Enter the smallest invoice as an amount in pounds, like 25.00.',
  },
  save: 'Save',
  said: { set: 'The smallest invoice is set.' },
};
