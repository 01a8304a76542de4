import { describe, expect, it } from '@jest/globals';
import { SnakeNaming } from './naming.js';

describe('names in the database', () => {
  it.each([
    ['callOffId', 'call_off_id'],
    ['textSha256', 'text_sha256'],
    ['state', 'state'],
    ['vatRate', 'vat_rate'],
  ])('write %s as %s', (property, column) => {
    expect(new SnakeNaming().columnName(property, undefined)).toBe(column);
  });

  it('keep a name that was given', () => {
    expect(new SnakeNaming().columnName('callOffId', 'other')).toBe('other');
  });
});
