import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

describe('csv', () => {
  it('keeps what people wrote from being read as a formula, and leaves numbers alone', () => {
    expect(
      csvOf([
        ['=1+1', '@x', '-3', 'a,"b"\nc'],
        [{ number: '-3.00' }, '', 'plain', '+44'],
      ]),
    ).toBe(`'=1+1,'@x,'-3,"a,""b""\nc"\r\n-3.00,,plain,'+44\r\n`);
  });

  it('takes no text for a number', () => {
    expect(() => csvOf([[{ number: '=1' }]])).toThrow(RangeError);
  });
});
