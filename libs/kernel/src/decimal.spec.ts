import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact, exact, parseDecimal, readDecimal } from './decimal.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);

describe('reading a decimal', () => {
  it.each([
    ['0', '0'],
    ['12', '12'],
    ['12.34', '12.34'],
    ['0.50', '0.5'],
    ['0.000000000001', '0.000000000001'],
    ['999999999999999999.999999999999', '999999999999999999.999999999999'],
  ])('takes %s', (text, printed) => {
    expect(parseDecimal(text)?.toDecimalString()).toBe(printed);
  });

  it.each([
    '',
    ' ',
    ' 1',
    '1 ',
    '1\n',
    '+1',
    '-0',
    '-0.00',
    '1e5',
    '1E5',
    '.5',
    '5.',
    '.',
    '-',
    '--1',
    '007',
    '00',
    '01.5',
    'NaN',
    'Infinity',
    '0x10',
    '1_000',
    '1,000',
    '1.2.3',
    '£1',
    '１２',
    '١٢',
    '−1',
    '1n',
  ])('refuses %j', (text) => {
    expect(readDecimal(text, { allowNegative: true })).toBe('FORMAT');
    expect(parseDecimal(text, { allowNegative: true })).toBeNull();
  });

  it('takes a negative one where it may be', () => {
    expect(parseDecimal('-1.1', { allowNegative: true })?.toDecimalString()).toBe('-1.1');
    expect(parseDecimal('-0.5', { allowNegative: true })?.toDecimalString()).toBe('-0.5');
  });

  it('is the same number however many zeros were written', () => {
    expect([exact('1.50').equals(exact('1.5')), exact('1.50').compare(exact('1.5'))]).toEqual([true, 0]);
    expect(exact('1.5').equals(exact('1.6'))).toBe(false);
  });

  it('prints no zeros at the end where a number that never ends is near a short one', () => {
    const little = Exact.of(1n, 3n * 10n ** 25n);
    expect(exact('0.5').plus(little).toDecimalString()).toBe('0.5');
    expect(exact('2').plus(little).toDecimalString()).toBe('2');
  });

  it.each([[12], [12n], [null], [undefined], [true], [{}], [['1']], [new String('1')]])(
    'refuses what is not text: %p',
    (value) => {
      expect(readDecimal(value)).toBe('FORMAT');
    },
  );

  it('says why a number is out of bounds', () => {
    expect(readDecimal('-1')).toBe('NEGATIVE');
    expect(readDecimal('1000000000000000000')).toBe('TOO_BIG');
    expect(readDecimal('0.0000000000001')).toBe('TOO_MANY_DECIMALS');
    expect(readDecimal('100', { maxIntegerDigits: 2 })).toBe('TOO_BIG');
    expect(readDecimal('1.234', { maxPlaces: 2 })).toBe('TOO_MANY_DECIMALS');
    expect(readDecimal('-1', { allowNegative: true })).toEqual(Exact.of(-1n));
  });

  it('refuses a very long text quickly', () => {
    const before = Date.now();
    expect(readDecimal('9'.repeat(1_000_000))).toBe('TOO_BIG');
    expect(readDecimal(`${'9'.repeat(1_000_000)}x`)).toBe('FORMAT');
    expect(Date.now() - before).toBeLessThan(1_000);
  });
});

describe('an exact number', () => {
  it('is held in lowest terms with a positive denominator', () => {
    expect(Exact.of(6n, -4n)).toEqual(Exact.of(-3n, 2n));
    expect(Exact.of(0n, -7n)).toEqual(Exact.ZERO);
    expect(() => Exact.of(1n, 0n)).toThrow(RangeError);
    expect(() => Exact.ONE.over(Exact.ZERO)).toThrow(RangeError);
  });

  it('is not touched by binary fractions', () => {
    expect(exact('0.1').plus(exact('0.2'))).toEqual(exact('0.3'));
    expect(exact('1').over(exact('3')).times(exact('3'))).toEqual(Exact.ONE);
  });

  it('rounds a half away from zero, and goes down and up to whole numbers', () => {
    const table = ['2.5', '-2.5', '2.4', '-2.4', '-2', '0'].map((text) => exact(text));
    expect(table.map((n) => n.round())).toEqual([3n, -3n, 2n, -2n, -2n, 0n]);
    expect(table.map((n) => n.floor())).toEqual([2n, -3n, 2n, -3n, -2n, 0n]);
    expect(table.map((n) => n.ceil())).toEqual([3n, -2n, 3n, -2n, -2n, 0n]);
  });

  it('prints a decimal that ends exactly and one that does not to 20 places', () => {
    expect(exact('0.1160').toDecimalString()).toBe('0.116');
    expect(exact('-0.05').toDecimalString()).toBe('-0.05');
    expect(exact('1200').toDecimalString()).toBe('1200');
    expect(Exact.of(1n, 2n ** 30n).toDecimalString()).toBe('0.000000000931322574615478515625');
    expect(Exact.of(2n, 3n).toDecimalString()).toBe('0.66666666666666666667');
    expect(Exact.of(-1n, 3n).toDecimalString()).toBe('-0.33333333333333333333');
    expect(JSON.stringify({ n: exact('1.5') })).toBe('{"n":"1.5"}');
    expect(String(exact('1.5'))).toBe('1.5');
  });

  it('throws where JavaScript would compare or add texts', () => {
    const [nine, ten] = [exact('9'), exact('10')];
    expect(() => nine < ten).toThrow(TypeError);
    expect(() => (nine as unknown as string) + (ten as unknown as string)).toThrow(TypeError);
    expect(() => Number(nine)).toThrow(TypeError);
  });

  it('throws on a constant that is no decimal', () => {
    expect(() => exact('1e3')).toThrow(RangeError);
    expect(exact('-12.3400')).toEqual(Exact.of(-1234n, 100n));
  });

  it('takes a constant of any length', () => {
    expect(exact(`${'9'.repeat(19)}.${'0'.repeat(12)}1`)).toEqual(
      Exact.of(9_999_999_999_999_999_999n * 10n ** 13n + 1n, 10n ** 13n),
    );
  });

  it('is told apart from its neighbours by the least and the greatest of two', () => {
    const [less, more] = [Exact.of(1n, 3n), Exact.of(1n, 2n)];
    expect([Exact.min(less, more), Exact.min(more, less)]).toEqual([less, less]);
    expect([Exact.max(less, more), Exact.max(more, less)]).toEqual([more, more]);
  });

  it(`agrees with whole-number arithmetic (seed ${seed})`, () => {
    const part = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n));
    fc.assert(
      fc.property(part, part, ([a, b], [c, d]) => {
        const [x, y] = [Exact.of(a, b), Exact.of(c, d)];
        const same = (n: Exact, top: bigint, bottom: bigint) => n.numerator * bottom === top * n.denominator;
        expect(same(x.plus(y), a * d + c * b, b * d)).toBe(true);
        expect(same(x.minus(y), a * d - c * b, b * d)).toBe(true);
        expect(same(x.times(y), a * c, b * d)).toBe(true);
        if (c !== 0n) expect(same(x.over(y), a * d, b * c)).toBe(true);
        expect(x.compare(y)).toBe(a * d === c * b ? 0 : a * d < c * b ? -1 : 1);
        expect(x.equals(y)).toBe(x.compare(y) === 0);
        expect(Exact.min(x, y).plus(Exact.max(x, y))).toEqual(x.plus(y));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it(`prints and reads back the same number (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n) + 1n, 10n ** 30n - 1n), (scaled) => {
        const number = Exact.of(scaled, 10n ** 12n);
        expect(parseDecimal(number.toDecimalString(), { allowNegative: true })).toEqual(number);
      }),
      { seed, numRuns: 2_000 },
    );
  });
});
