import { sortCode } from '../../../words/billing.js';
import { paymentMethods } from '../../../words/collection.js';
import type { Standing } from './standing.js';

export const words = {
  title: 'How you pay',
  crumb: 'Invoices',
  intro:
    'For each lead authority you choose how you pay its invoices. What you owe, and when it is due, stays the same whichever way you choose.',
  empty: 'You have no call-off yet. You can choose here once you have one.',
  way: 'You pay by',
  ways: paymentMethods,
  chosen: 'Chosen',
  neverChosen: 'Not chosen: this holds until you choose',
  mandate: 'Mandate',
  mandates: { ACTIVE: 'Given', ASKED: 'Not given yet', NONE: 'Not given yet' },
  accountName: 'Account name',
  sortCodeLabel: 'Sort code',
  sortCode,
  accountNumber: 'Account number',
  explained: {
    BACS: 'Pay each invoice to the bank account that is printed on it, and quote its number.',
    BACS_ALONE:
      'Pay each invoice to the bank account that is printed on it, and quote its number. Payment through Stripe is not switched on in this service, so there is no other way to choose.',
    STRIPE_OFF:
      'Payment through Stripe is switched off in this service at present. Until it is back, pay each invoice by BACS to the bank account that is printed on it, and quote its number.',
    ACCOUNT:
      'Pay each invoice to this account, which Stripe keeps for your organisation alone, and quote its number.',
    ACCOUNT_TO_COME:
      'Stripe is opening an account for your organisation to pay to. It is shown here in a minute.',
    MANDATE:
      'Stripe debits each invoice shortly before it is due, and once more a week later when that was not paid. You need not do anything.',
    MANDATE_ASKED:
      "Nothing can be debited before the mandate is given. It is given on a page of Stripe's, which asks for your bank account; no bank details come to this service. What you gave is shown here in a minute.",
    MANDATE_TO_COME:
      'Stripe is making a page ready on which you give the mandate for direct debits. Its link is shown here in a minute.',
  } satisfies Record<Standing, string>,
  giveMandate: "Give the mandate on Stripe's page",
  again: 'Look again',
  legend: (lead: string) => `Pay ${lead} by`,
  hints: {
    BACS_TRANSFER: 'You pay each invoice to the bank account that is printed on it.',
    STRIPE_BANK_TRANSFER:
      'You pay each invoice to an account that Stripe keeps for your organisation. Payments are matched by themselves.',
    STRIPE_BACS_DEBIT: 'You give a mandate once, and each invoice is debited shortly before it is due.',
  },
  stays: 'Invoices that Stripe has been given already stay as they are.',
  missing: 'Choose how you want to pay.',
  save: 'Save',
  saveFor: 'for',
  said: { chosen: 'Your choice is saved. It counts for invoices that Stripe has not been given yet.' },
};
