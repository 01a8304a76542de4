import { describe, expect, it } from '@jest/globals';
import { brandFaults, changedOfBrand, contrastWithWhite, tidyBrand } from './brand.js';

const brand = { name: 'Northmere Shared Services', colour: '#1f4e4a' };
const said = (change: Partial<typeof brand>): readonly string[] =>
  brandFaults({ ...brand, ...change }).map(
    ({ code, path, message }) => `${code} ${path.join('.')}: ${message}`,
  );

describe('the contrast of a colour with white', () => {
  // As published: black and white by WCAG's own definition, the greys and pure colours by its well-known tables.
  it.each([
    ['#000000', '21.00'],
    ['#ffffff', '1.00'],
    ['#767676', '4.54'],
    ['#777777', '4.48'],
    ['#949494', '3.03'],
    ['#ff0000', '4.00'],
    ['#00ff00', '1.37'],
    ['#0000ff', '8.59'],
  ])('of %s is %s to 1', (colour, ratio) => {
    expect(contrastWithWhite(colour).toFixed(2)).toBe(ratio);
  });
});

describe('a brand', () => {
  it('may have any colour that can be read on white and under white', () => {
    for (const colour of ['#1f4e4a', '#767676', '#000000', '#0000ff']) expect(said({ colour })).toEqual([]);
  });

  it('is refused with the ratio that its colour has and the one it needs', () => {
    expect(said({ colour: '#777777' })).toEqual([
      'COLOUR_CONTRAST colour: White words on #777777 have a contrast of 4.48 to 1. Choose a darker colour, with a contrast of at least 4.5 to 1.',
    ]);
    // 4.4969 to 1 is not enough, and 4.50 would read as if it were.
    expect(contrastWithWhite('#647a86')).toBeLessThan(4.5);
    expect(contrastWithWhite('#647a86').toFixed(2)).toBe('4.50');
    expect(said({ colour: '#647a86' })[0]).toContain('a contrast of 4.49 to 1');
  });

  it('has a colour of # and six digits, and a name', () => {
    for (const colour of ['', '1f4e4a', '#1f4', '#1f4e4g', '#1f4e4a0', 'teal', '#1f4e4a\n#'])
      expect(said({ colour })).toEqual([
        'COLOUR_FORMAT colour: Enter a colour as # followed by 6 characters, each from 0 to 9 or a to f, like #1f4e4a.',
      ]);
    expect(said({ name: '', colour: '#fff' }).map((text) => text.split(':')[0])).toEqual([
      'FIELD_REQUIRED displayName',
      'COLOUR_FORMAT colour',
    ]);
    expect(said({ name: 'x'.repeat(101) }).map((text) => text.split(':')[0])).toEqual([
      'TEXT_TOO_LONG displayName',
    ]);
  });

  it('is kept tidy, and knows what changed', () => {
    expect(tidyBrand({ name: ' Northmere ', colour: ' #1F4E4A ' })).toEqual({
      name: 'Northmere',
      colour: '#1f4e4a',
    });
    expect(changedOfBrand(null, brand)).toEqual(['name', 'colour']);
    expect(changedOfBrand(brand, { ...brand, colour: '#000000' })).toEqual(['colour']);
    expect(changedOfBrand(brand, brand)).toEqual([]);
  });
});
