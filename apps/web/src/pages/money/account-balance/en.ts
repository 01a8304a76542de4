export const words = {
  title: 'What you owe',
  menu: 'Account',
  intro: 'What your organisation owes to each lead authority whose services it uses.',
  caption: 'What you owe',
  lead: 'Lead authority',
  statementWith: 'Statement of account with',
  owed: 'Owed on invoices',
  onAccount: 'Held on account',
  balance: 'Balance',
  balanceWhat:
    'The balance is what you owe on invoices less what is held for you on account. Below zero you are in credit.',
  empty: 'You have no access agreement with a lead authority yet, so you owe nothing.',
  invoices: 'Invoices with something still to pay',
  paymentMethods: 'How you pay',
};
