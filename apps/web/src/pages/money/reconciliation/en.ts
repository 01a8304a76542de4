/** How each difference is called, what it means, and what is done about it. */
const kinds = {
  MISSING_HERE: {
    name: 'Not here',
    means:
      'Stripe has an invoice or a payment that is not here. Look it up at Stripe by its id. Money that belongs to an invoice is recorded as a receipt.',
  },
  MISSING_THERE: {
    name: 'Not at Stripe',
    means:
      'An invoice that Stripe should collect, or a payment that was recorded, is not at Stripe. Ask the member to pay the invoice by BACS, or find out at Stripe what became of the payment.',
  },
  AMOUNT_DIFFERS: {
    name: 'Another amount',
    means:
      'Both have it, with another amount: part was paid to your bank account or credited here, or it was changed at Stripe. A debit is not asked for until both agree.',
  },
  PAID_TWICE: {
    name: 'Paid twice',
    means:
      "Stripe collected what had been settled already. What is too much is held on the member's account: agree with the member whether it is paid back.",
  },
  NOT_REVERSED_HERE: {
    name: 'Still counted here',
    means:
      'Stripe had to give the money back, and it still counts as paid here. Do not treat the invoice as paid.',
  },
} as const;

export const words = {
  title: 'Payments through Stripe',
  crumb: 'Receipts',
  intro:
    "Once a day Stripe's list of your invoices and their payments is compared with ours. The comparison changes nothing: what differs is for a person to put right.",
  off: 'Payment through Stripe is not switched on in this service, so there is nothing to compare. Members pay by BACS to your bank account.',
  offNow:
    'Payment through Stripe is switched off in this service at present. This is how the lists compared last.',
  never:
    'Nothing has been compared yet. The first comparison is made once a member has chosen to pay through Stripe.',
  comparedAt: 'Compared on',
  invoices: 'Invoices at Stripe',
  payments: 'Payments of them',
  count: 'Differences',
  agree: 'Both lists agree: every invoice and every payment is on both, with the same amount.',
  caption: 'What differs',
  difference: 'Difference',
  member: 'Member',
  invoice: 'Invoice',
  here: 'Here',
  there: 'At Stripe',
  stripeId: "Stripe's id",
  unknown: 'Not known',
  nothing: 'None',
  kinds,
  meansTitle: 'What they mean',
  receipts: 'Receipts',
  balances: 'Who owes what',
};
