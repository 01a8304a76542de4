import { describe, expect, it } from '@jest/globals';
import { readNamePlace } from './name-place.js';

const id = '0198c7a2-1111-7000-8000-0123456789ab';

describe('a place in a list by name', () => {
  it('reads back as it was given out', () => {
    expect(readNamePlace(['ashbeck borough council', id])).toEqual({ key: 'ashbeck borough council', id });
  });

  it('is not read from anything else', () => {
    for (const values of [
      [],
      ['ashbeck'],
      ['ashbeck', 'x'],
      ['Ashbeck', id],
      ["ash'beck", id],
      ['\u0000', id],
      ['ashbeck', id, 'more'],
    ])
      expect(readNamePlace(values)).toBeNull();
  });
});
