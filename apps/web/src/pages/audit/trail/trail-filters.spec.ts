import { describe, expect, it } from '@jest/globals';
import { addressOf, filtersIn, pageOf } from './trail-filters.js';

const NONE = { with: '', subjectKind: '', subjectId: '' };
const id = 'a'.repeat(32);

describe('the filters of the audit trail', () => {
  it('are read from the address, and what cannot be read is left out', () => {
    const kinds = ['invoice', 'price-version'];
    const asked = { with: `bod_${id}`, subjectKind: 'invoice', subjectId: `inv_${id}` };
    expect(filtersIn(asked, kinds)).toEqual(asked);
    expect(filtersIn({ with: 'x', subjectKind: 'secret', subjectId: ['inv'] }, kinds)).toEqual(NONE);
  });

  it('go into an address again', () => {
    expect(addressOf(NONE)).toBe('/audit');
    expect(addressOf({ ...NONE, with: 'bod_1' }, { verify: '1' })).toBe('/audit?with=bod_1&verify=1');
  });

  it('know the pages of things', () => {
    expect(pageOf('invoice', 'inv_1', null)).toBe('/invoices/inv_1');
    expect(pageOf('offering', 'off_1', 'off_1')).toBe('/offerings/off_1');
    expect(pageOf('price-version', 'prv_1', 'off_1')).toBe('/catalogue/offerings/off_1');
    expect(pageOf('price-version', 'prv_1', null)).toBeNull();
    expect(pageOf('usageKey', 'key_1', null)).toBeNull();
    expect(pageOf('invoice', null, null)).toBeNull();
  });
});
