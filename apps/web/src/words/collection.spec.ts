import { expect, it } from '@jest/globals';
import { reasonOf } from './collection.js';

it.each([
  ['insufficient_funds', 'insufficient funds'],
  ['debit_not_authorized', 'debit not authorized'],
  ['', 'no reason was given'],
  [null, 'no reason was given'],
])('Stripe’s reason %s is told as “%s”', (code, words) => {
  expect(reasonOf(code)).toBe(words);
});
