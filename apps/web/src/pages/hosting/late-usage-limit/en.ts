export const words = {
  title: 'Limit for late usage',
  list: 'Settings',
  intro:
    'Usage that comes after its month was billed goes on the next bill. When it comes to more than this for a call-off and month, it waits until a finance approver approves it.',
  never: 'Drafts follow a change when their run is prepared again.',
  amount: 'Limit, excluding VAT',
  amountHint: 'Enter 0 for all late usage to wait. £100,000 at most.',
  amountWrong: {
    missing: 'Enter the limit, or 0 for all late usage to wait.',
    unreadable: 'Enter the limit as an amount in pounds, like 500.00.',
  },
  save: 'Save',
  said: { set: 'The limit for late usage is set.' },
};
