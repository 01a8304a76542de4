import { describe, expect, it } from '@jest/globals';
import { addressPart, filtersIn, statesFor, wantedBy } from './invoice-filters.js';

const NONE = { state: '', month: '', q: '', with: '' };
const member = `bod_${'a'.repeat(32)}`;

describe('the filters of an address', () => {
  it('are read, and what cannot be read is left out', () => {
    expect(filtersIn({ state: 'OVERDUE', month: '2026-10', q: ' NCC\u0007 ', with: member })).toEqual({
      state: 'OVERDUE',
      month: '2026-10',
      q: 'NCC',
      with: member,
    });
    expect(filtersIn({ state: 'LOST', month: '2026-13', q: ['a'], with: 'inv_1' })).toEqual(NONE);
    expect(filtersIn({ q: 'x'.repeat(200) }).q).toHaveLength(100);
  });

  it('become what the API is asked for', () => {
    expect(wantedBy(NONE)).toEqual({ states: null, month: null, search: null, withBodyId: null });
    expect(wantedBy({ ...NONE, state: 'OWED', q: 'Ash' })).toEqual({
      states: ['ISSUED', 'PART_PAID', 'PART_DISPUTED', 'DISPUTED', 'OVERDUE'],
      month: null,
      search: 'Ash',
      withBodyId: null,
    });
    expect(wantedBy({ ...NONE, state: 'PAID' }).states).toEqual(['PAID']);
  });

  it('go into an address again', () => {
    expect(addressPart(NONE)).toBe('');
    expect(addressPart({ ...NONE, state: 'PAID', q: 'A & B' })).toBe('?state=PAID&q=A+%26+B');
  });

  it('offer a member no state that it never sees', () => {
    expect(statesFor(false)).not.toContain('DRAFT');
    expect(statesFor(true).slice(0, 2)).toEqual(['DRAFT', 'APPROVED']);
  });
});
