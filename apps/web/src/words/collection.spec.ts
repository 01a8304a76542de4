import { expect, it } from '@jest/globals';
import { reasonOf } from './collection.js';

it.each([
  ['insufficient_funds', 'insufficient funds'],
  ['debit_not_authorized', 'debit not authorized'],
  ['Amount must be at least £0.30.', 'Amount must be at least £0.30'],
  ['', 'no reason was given'],
  [null, 'no reason was given'],
])('Stripe’s reason %s is told as “%s”', (code, words) => {
  expect(reasonOf(code)).toBe(words);
});
