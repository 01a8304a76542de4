/** Why a text is not an acceptable decimal number. */
export type DecimalFault = 'FORMAT' | 'NEGATIVE' | 'TOO_BIG' | 'TOO_MANY_DECIMALS';

/** What a decimal number from outside may look like. */
export interface DecimalLimits {
  /** Digits before the point; 18 unless told. */
  readonly maxIntegerDigits?: number;
  /** Digits after the point; 12 unless told. */
  readonly maxPlaces?: number;
  readonly allowNegative?: boolean;
}

/** Places that a decimal which never ends is printed to. */
const PRINTED_PLACES = 20;

/** ASCII digits, no sign but `-`, no exponent, no leading zeros, digits on both sides of the point. */
const DECIMAL = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

/**
 * An exact number: a fraction of whole numbers, always in lowest terms, the denominator positive.
 * Prices and quantities are held so because a share of a period (26 of 29 days) has no end as a decimal.
 * Never compare two of them with `<` or add them with `+`: both throw.
 */
export class Exact {
  static readonly ZERO = new Exact(0n, 1n);
  static readonly ONE = new Exact(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** `numerator / denominator`. Throws a RangeError when the denominator is 0. */
  static of(numerator: bigint, denominator = 1n): Exact {
    if (denominator === 0n) throw new RangeError('division by zero');
    if (denominator === 1n) return new Exact(numerator, 1n);
    const divisor = greatestCommonDivisor(magnitude(numerator), magnitude(denominator));
    const sign = denominator < 0n ? -1n : 1n;
    return new Exact((sign * numerator) / divisor, (sign * denominator) / divisor);
  }

  static min(a: Exact, b: Exact): Exact {
    return a.compare(b) <= 0 ? a : b;
  }

  static max(a: Exact, b: Exact): Exact {
    return a.compare(b) >= 0 ? a : b;
  }

  static sum(values: Iterable<Exact>): Exact {
    let total = Exact.ZERO;
    for (const value of values) total = total.plus(value);
    return total;
  }

  plus(other: Exact): Exact {
    return Exact.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    return Exact.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Throws a RangeError when `other` is 0. */
  over(other: Exact): Exact {
    return Exact.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Exact {
    return new Exact(-this.numerator, this.denominator);
  }

  compare(other: Exact): -1 | 0 | 1 {
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    if (left === right) return 0;
    return left < right ? -1 : 1;
  }

  equals(other: Exact): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isNegative(): boolean {
    return this.numerator < 0n;
  }

  /** The greatest whole number that is not above this. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && this.numerator % this.denominator !== 0n ? quotient - 1n : quotient;
  }

  /** The least whole number that is not below this. */
  ceil(): bigint {
    return -this.negated().floor();
  }

  /** The nearest whole number; a half goes away from zero. */
  round(): bigint {
    const size = (2n * magnitude(this.numerator) + this.denominator) / (2n * this.denominator);
    return this.isNegative() ? -size : size;
  }

  /**
   * As a decimal without trailing zeros, `'0.116'` or `'12'`: exact when the decimal ends,
   * otherwise rounded half away from zero to 20 places.
   */
  toDecimalString(): string {
    const places = decimalPlaces(this.denominator) ?? PRINTED_PLACES;
    const scaled = this.times(Exact.of(10n ** BigInt(places))).round();
    if (places === 0) return scaled.toString();
    const digits = magnitude(scaled)
      .toString()
      .padStart(places + 1, '0');
    const fraction = digits.slice(-places).replace(/0+$/, '');
    const whole = digits.slice(0, -places);
    return `${scaled < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
  }

  toString(): string {
    return this.toDecimalString();
  }

  toJSON(): string {
    return this.toDecimalString();
  }

  /** Text in a template; a thrown error in `a < b` or `a + b`, which would silently work on text. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.toDecimalString();
    throw new TypeError('use compare, plus, minus, times or over on an exact number');
  }
}

/** The number that a strict decimal text stands for, or why it is not one. */
export const readDecimal = (
  text: unknown,
  { maxIntegerDigits = 18, maxPlaces = 12, allowNegative = false }: DecimalLimits = {},
): Exact | DecimalFault => {
  const match = typeof text === 'string' ? DECIMAL.exec(text) : null;
  if (!match) return 'FORMAT';
  const [, sign = '', whole = '', fraction = ''] = match;
  if (sign !== '' && /^0*$/.test(whole + fraction)) return 'FORMAT';
  if (sign !== '' && !allowNegative) return 'NEGATIVE';
  if (whole.length > maxIntegerDigits) return 'TOO_BIG';
  if (fraction.length > maxPlaces) return 'TOO_MANY_DECIMALS';
  return Exact.of(BigInt(sign + whole + fraction), 10n ** BigInt(fraction.length));
};

/** The number that a strict decimal text stands for, or null: no '+1', '1e5', '.5', '5.', '007', '-0' or spaces. */
export const parseDecimal = (text: unknown, limits: DecimalLimits = {}): Exact | null => {
  const read = readDecimal(text, limits);
  return read instanceof Exact ? read : null;
};

/** A decimal that is known to be good: a constant, or a `numeric` of the database. Throws a RangeError if not. */
export const exact = (text: string): Exact => {
  const read = readDecimal(text, { maxIntegerDigits: Infinity, maxPlaces: Infinity, allowNegative: true });
  if (read instanceof Exact) return read;
  throw new RangeError('not a decimal number');
};

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};

/** Places that a fraction with this denominator takes as a decimal, or null when it never ends. */
const decimalPlaces = (denominator: bigint): number | null => {
  const [twos, withoutTwos] = takeOut(denominator, 2n);
  const [fives, rest] = takeOut(withoutTwos, 5n);
  return rest === 1n ? Math.max(twos, fives) : null;
};

const takeOut = (n: bigint, factor: bigint): [times: number, rest: bigint] => {
  let times = 0;
  while (n % factor === 0n) {
    n /= factor;
    times += 1;
  }
  return [times, n];
};
