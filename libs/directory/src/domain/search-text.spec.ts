import { describe, expect, it } from '@jest/globals';
import { nameKey } from './name-key.js';
import { readPlace, readSearchText } from './search-text.js';

describe('nameKey', () => {
  it.each([
    ["King's Lynn & West Norfolk", 'kings lynn and west norfolk'],
    ['King’s  Lynn and West-Norfolk', 'kings lynn and west norfolk'],
    ['ST. HELENS', 'st helens'],
    ['Cyngor Tŷ Ŵyl', 'cyngor ty wyl'],
    ['Comhairle nan Eilean Siar', 'comhairle nan eilean siar'],
    ['%_\\', ''],
    ['\u0000', ''],
  ])('%s is %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('readSearchText', () => {
  it('reads a name', () => {
    expect(readSearchText('  Ashbeck Borough ')).toEqual({
      key: 'ashbeck borough',
      words: ['ashbeck', 'borough'],
      code: null,
      domain: null,
    });
  });

  it.each([
    ['abd', 'ABD'],
    ['e07000117', 'E07000117'],
    ['INV-ASHBECK', 'INV-ASHBECK'],
    ["a'; --", null],
  ])('%s as a code is %s', (text, code) => {
    expect(readSearchText(text).code).toBe(code);
  });

  it.each([
    ['jo.bloggs@mail.burnley.gov.uk', 'mail.burnley.gov.uk'],
    ['@burnley.gov.uk', 'burnley.gov.uk'],
    ['Burnley.GOV.UK.', 'burnley.gov.uk'],
    ['St. Helens', null],
    ['jo@', null],
    ['a@b@c', null],
  ])('%s speaks of the domain %s', (text, domain) => {
    expect(readSearchText(text).domain).toBe(domain);
  });

  it('looks at the first 200 characters', () => {
    expect(readSearchText('a'.repeat(100_000)).key).toHaveLength(200);
  });
});

describe('readPlace', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';

  it('reads back what a page ended with', () => {
    expect(readPlace(['2', 'ashbeck borough council', id])).toEqual({
      rank: 2,
      key: 'ashbeck borough council',
      id,
    });
  });

  it.each([
    [[]],
    [['2', 'ashbeck', id, 'x']],
    [['4', 'ashbeck', id]],
    [['2', 'Ashbeck', id]],
    [['2', 'a\u0000', id]],
    [['2', 'a', 'b']],
  ])('refuses %j', (values) => {
    expect(readPlace(values)).toBeNull();
  });
});
