import { describe, expect, it } from '@jest/globals';
import { collectionViewOf } from './collection-view.js';

type Collection = Parameters<typeof collectionViewOf>[0];

const collection: Collection = {
  method: 'STRIPE_BACS_DEBIT',
  state: 'OPEN',
  amount: { amount: '530.40' },
  refusal: null,
  payTo: null,
  mandate: 'ACTIVE',
  nextDebitOn: '2026-07-26',
  debits: [],
};
const account = { accountName: 'Northmere', sortCode: '000000', accountNumber: '00000001' };
const transfer: Collection = {
  ...collection,
  method: 'STRIPE_BANK_TRANSFER',
  payTo: account,
  mandate: 'NONE',
  nextDebitOn: null,
};
const debit = (
  state: Collection['debits'][number]['state'],
  reason: string | null = null,
): Collection['debits'][number] => ({
  amount: { amount: '530.40' },
  state,
  startedAt: '2026-07-26T09:00:00.000Z',
  endedAt: reason === null ? null : '2026-07-29T09:00:00.000Z',
  reason,
});
const view = (change: Partial<Collection>, beside: { isDisputed?: boolean; today?: string } = {}) => {
  const circumstances = { who: 'Ashbeck', isDisputed: false, today: '2026-07-01', ...beside };
  const { stage, explained, isOver } = collectionViewOf({ ...collection, ...change }, circumstances);
  return [stage, isOver ? 'over' : 'goes on', ...explained];
};

describe('an invoice that Stripe collects', () => {
  it.each<[string, Partial<Collection>, readonly string[]]>([
    [
      'that waits for Stripe',
      { ...transfer, state: 'WANTED', amount: null },
      ['WANTED', 'goes on', 'Stripe is given this invoice in a minute, or later if it cannot be reached.'],
    ],
    [
      'that waits for Stripe and is to be debited',
      { state: 'WANTED' },
      [
        'WANTED',
        'goes on',
        'Stripe is given this invoice in a minute, or later if it cannot be reached.',
        'It is debited on 26 July 2026.',
      ],
    ],
    ['by transfer', transfer, ['OPEN', 'goes on', 'Stripe waits for a transfer to the account below.']],
    [
      'by transfer to an account to come',
      { ...transfer, payTo: null },
      ['OPEN', 'goes on', 'Stripe has not told the account to pay to yet.'],
    ],
    ['by debit', {}, ['OPEN', 'goes on', 'It is debited on 26 July 2026.']],
    [
      'by debit without a mandate',
      { mandate: 'ASKED' },
      ['OPEN', 'goes on', 'Nothing can be debited before Ashbeck has given the mandate for direct debits.'],
    ],
    [
      'whose debit was asked for',
      { nextDebitOn: null, debits: [debit('PROCESSING')] },
      [
        'DEBIT_ASKED',
        'goes on',
        'A debit of £530.40 was asked for on 26 July 2026 at 10:00am. The bank takes some working days to say what comes of it.',
      ],
    ],
    [
      'whose debit failed once',
      { nextDebitOn: '2026-08-05', debits: [debit('FAILED', 'insufficient_funds')] },
      [
        'DEBIT_FAILED',
        'goes on',
        'A debit of £530.40 was not paid: insufficient funds.',
        'It is debited once more on 5 August 2026.',
      ],
    ],
    [
      'whose debit failed twice',
      { nextDebitOn: null, debits: [debit('FAILED', 'insufficient_funds'), debit('FAILED', 'no_account')] },
      [
        'DEBIT_FAILED',
        'over',
        'A debit of £530.40 was not paid: no account.',
        'It is not debited again by itself. Pay it by BACS.',
      ],
    ],
    [
      'that is paid',
      { state: 'PAID', nextDebitOn: null, debits: [debit('SUCCEEDED')] },
      ['PAID', 'goes on', 'Stripe has the money.'],
    ],
    [
      'whose money was taken back',
      { state: 'REVERSED', nextDebitOn: null, debits: [debit('REVERSED', 'debit_not_authorized')] },
      [
        'REVERSED',
        'over',
        'The bank took the money back: debit not authorized. It is owed again, and is not debited again by itself.',
      ],
    ],
    [
      'that was settled otherwise',
      { ...transfer, state: 'VOID' },
      ['VOID', 'over', 'It was settled in another way, so Stripe collects it no more.'],
    ],
    [
      'that Stripe refused',
      { ...transfer, state: 'REFUSED', refusal: 'Amount too small' },
      ['REFUSED', 'over', 'Stripe did not take this invoice: Amount too small. Pay it by BACS.'],
    ],
  ])('%s', (_, change, expected) => {
    expect(view(change)).toEqual(expected);
  });

  it('is not debited while a part of it is disputed', () => {
    expect(view({}, { isDisputed: true })).toEqual([
      'OPEN',
      'goes on',
      'It is not debited while a part of it is disputed.',
    ]);
  });

  it('is debited today when the day has come', () => {
    expect(view({}, { today: '2026-07-26' })).toEqual(['OPEN', 'goes on', 'It is debited today.']);
  });
});
