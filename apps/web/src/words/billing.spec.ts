import { describe, expect, it } from '@jest/globals';
import { sortCode } from './billing.js';

describe('a sort code', () => {
  it('reads in pairs', () => {
    expect(sortCode('309001')).toBe('30-90-01');
  });
});
