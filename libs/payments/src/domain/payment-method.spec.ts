import { describe, expect, it } from '@jest/globals';
import { accountOf, isThroughStripe, paymentMethods, usualMethod } from './payment-method.js';

describe('how a member pays', () => {
  it('is by BACS transfer to the lead authority until it chooses, and the other ways are through Stripe', () => {
    expect(usualMethod).toBe('BACS_TRANSFER');
    expect(paymentMethods.filter(isThroughStripe)).toEqual(['STRIPE_BANK_TRANSFER', 'STRIPE_BACS_DEBIT']);
  });
});

describe('the account that Stripe keeps for a member', () => {
  const account = { accountName: 'Ashbeck BC', sortCode: '108800', accountNumber: '00012345' };

  it('is told once all of it is known', () => {
    expect(accountOf(account)).toEqual(account);
    expect(accountOf(null)).toBeNull();
    expect(accountOf({ ...account, accountName: null })).toBeNull();
    expect(accountOf({ ...account, sortCode: null })).toBeNull();
    expect(accountOf({ ...account, accountNumber: null })).toBeNull();
  });
});
