import { describe, expect, it } from '@jest/globals';
import { withoutPlaces } from './without-places.js';

describe('refusals of items', () => {
  it('are told of the whole list, and others stay where they are', () => {
    const errors = [
      { message: 'Too long', path: ['input', 'included', '3'] },
      { message: 'Missing', path: ['input', 'title'] },
      { message: 'All', path: [] },
    ];
    expect(withoutPlaces(errors).map(({ path }) => path.join('.'))).toEqual([
      'input.included',
      'input.title',
      '',
    ]);
  });
});
