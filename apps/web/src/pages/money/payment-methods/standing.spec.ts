import { expect, it } from '@jest/globals';
import { isToCome, standingOf } from './standing.js';

const chosen = {
  leadId: 'bod_1',
  leadName: 'Northmere County Council',
  method: 'BACS_TRANSFER' as const,
  chosenAt: null,
  isStripeOn: true,
  mandate: 'NONE' as const,
  mandateUrl: null,
  payTo: null,
};
const account = { accountName: 'Northmere', sortCode: '000000', accountNumber: '00000001' };
const [transfer, debit] = [
  { ...chosen, method: 'STRIPE_BANK_TRANSFER' as const },
  { ...chosen, method: 'STRIPE_BACS_DEBIT' as const },
];
const page = 'https://stripe.example/mandate';

it.each([
  [chosen, 'BACS'],
  [{ ...chosen, isStripeOn: false }, 'BACS_ALONE'],
  [{ ...transfer, isStripeOn: false, payTo: account }, 'STRIPE_OFF'],
  [{ ...debit, isStripeOn: false, mandate: 'ACTIVE' as const }, 'STRIPE_OFF'],
  [{ ...transfer, payTo: account }, 'ACCOUNT'],
  [transfer, 'ACCOUNT_TO_COME'],
  [{ ...debit, mandate: 'ACTIVE' as const }, 'MANDATE'],
  [{ ...debit, mandate: 'ASKED' as const, mandateUrl: page }, 'MANDATE_ASKED'],
  [{ ...debit, mandate: 'ASKED' as const }, 'MANDATE_TO_COME'],
  [debit, 'MANDATE_TO_COME'],
])('%j stands as %s', (one, standing) => {
  expect(standingOf(one)).toBe(standing);
});

it('is worth another look while something is to come', () => {
  expect((['ACCOUNT', 'ACCOUNT_TO_COME', 'MANDATE_ASKED', 'MANDATE_TO_COME'] as const).map(isToCome)).toEqual(
    [false, true, false, true],
  );
});
