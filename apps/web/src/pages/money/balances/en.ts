export const words = {
  title: 'Who owes what',
  crumb: 'Receipts',
  asOf: (day: string) => `What members owe on ${day}, by the age of the due date.`,
  caption: 'What each member owes',
  member: 'Member',
  statementOf: 'Statement of account of',
  notYetDue: 'Not due yet',
  days1To30: '1 to 30 days late',
  days31To60: '31 to 60 days late',
  days61To90: '61 to 90 days late',
  over90Days: 'More than 90 days late',
  disputed: 'Disputed',
  overSettled: 'Paid or credited too much',
  onAccount: 'Held on account',
  owed: 'Owed on invoices',
  balance: 'Balance',
  total: (members: number) =>
    `All together (${members.toLocaleString('en-GB')} ${members === 1 ? 'member' : 'members'})`,
  balanceWhat:
    'The balance is what is owed on invoices less what is held on account. Below zero the member is in credit.',
  empty: 'No member was ever charged or has paid anything.',
  owedInvoices: 'Invoices with something still to pay',
};
