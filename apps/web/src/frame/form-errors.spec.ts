import { describe, expect, it } from '@jest/globals';
import { FormErrors } from './form-errors.js';

describe('what is wrong with a form', () => {
  it('is said in the order of its fields, and what is about none of them last', () => {
    const errors = FormErrors.of([
      { message: 'All in all.', path: ['input'] },
      { message: 'Enter who paid.', path: ['input', 'payer'] },
      { message: 'Enter an amount more than 0.', path: ['input', 'amount'], nextStep: 'Look it up.' },
    ]);
    expect(errors.inOrder(['receivedOn', 'amount', 'payer']).list).toEqual([
      { text: 'Enter an amount more than 0. Look it up.', href: '#f-amount' },
      { text: 'Enter who paid.', href: '#f-payer' },
      { text: 'All in all.', href: '#main-content' },
    ]);
  });
});
