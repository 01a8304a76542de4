import { describe, expect, it } from '@jest/globals';
import { typedNumber } from './typed-number.js';

describe('typedNumber', () => {
  it.each([
    ['£47,000,000', '47000000'],
    ['1 250.50', '1250.50'],
    ['-1,250', '-1250'],
    ['007', '7'],
    ['0.5', '0.5'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['0', '0'],
  ])('reads %s as %s', (typed, number) => expect(typedNumber(typed)).toBe(number));

  it.each(['1,5', '1,50', '12,34,567', '1,2345', '0.1,000', ',5', '1,', 'lots'])(
    'leaves %s to be refused: no comma of it is known to part thousands',
    (typed) => expect(typedNumber(typed)).toBe(typed),
  );
});
