import { journalKinds } from '../../../words/billing.js';

export const words = {
  title: 'Statement of account',
  titleOf: (name: string) => `Statement of account with ${name}`,
  crumbLead: 'Who owes what',
  crumbTenant: 'What you owe',
  owed: 'Owed on invoices',
  onAccount: 'Held on account',
  balance: 'Balance',
  inCredit: (amount: string) => `${amount} in credit`,
  caption: 'What changed the balance, the newest first',
  day: 'Day',
  what: 'What',
  kind: 'Kind',
  kinds: journalKinds,
  amount: 'Amount',
  after: 'Balance after it',
  emptyLead: 'Nothing was charged to this member yet, and nothing was paid.',
  emptyTenant: 'Nothing was charged yet, and nothing was paid.',
  invoices: 'Their invoices',
  invoicesOwn: 'Your invoices from them',
};
