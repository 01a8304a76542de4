import { describe, expect, it } from '@jest/globals';
import { textFaults } from './text.js';

const faultsOf = (value: string, field: string) =>
  textFaults(value, { field, path: ['payer'], max: 140 }).map(({ message }) => message);

describe('what is wrong with a text', () => {
  it('is told in sentences that begin with a capital', () => {
    expect(faultsOf('x'.repeat(141), 'who paid')).toEqual(['Who paid must be 140 characters or fewer.']);
    expect(faultsOf('a\u0000', 'the reference')).toEqual([
      'The reference contains characters that cannot be used. Retype it using letters, numbers and punctuation.',
    ]);
    expect(faultsOf(' ', 'who paid')).toEqual(['Enter who paid.']);
  });

  it('is nothing at the limit', () => {
    expect(faultsOf('x'.repeat(140), 'who paid')).toEqual([]);
  });
});
