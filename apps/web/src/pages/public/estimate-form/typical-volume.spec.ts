import { describe, expect, it } from '@jest/globals';
import { readResidents, typicalVolume } from './typical-volume.js';

describe('what is typical', () => {
  it.each([
    [100_000, '60', '6000'],
    [89_344, '0.5', '45'],
    [1, '60', '0'],
  ])('for %s residents at %s for 1,000 is %s', (residents, perThousand, volume) => {
    expect(typicalVolume(residents, perThousand)).toBe(volume);
  });

  it('is not known without residents or without what is typical', () => {
    expect([typicalVolume(null, '60'), typicalVolume(5, null)]).toEqual([null, null]);
  });
});

describe('a number of residents', () => {
  it.each([
    ['90,000', 90_000],
    ['90 000', 90_000],
    ['90000', 90_000],
    ['0', null],
    ['about 90', null],
    ['-5', null],
    ['1.5', null],
    ['999999999', null],
  ])('%s is %s', (text, residents) => {
    expect(readResidents(text)).toBe(residents);
  });
});
