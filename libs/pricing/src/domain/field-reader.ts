import { Exact, readDecimal, refuse, type DecimalLimits, type Refusal } from '#libs/kernel';

const DIGITS = 18;
const PLACES = 12;
const SHOWN = 40;
const WHOLE = /^(0|[1-9][0-9]{0,14})$/;

/** How an amount field may be. */
export interface AmountRule extends DecimalLimits {
  /** Used when the field is absent; without it the field must be there. */
  readonly otherwise?: Exact;
  /** The greatest value allowed, and how it is written. */
  readonly max?: string;
  readonly moreThanZero?: boolean;
}

/**
 * Reads the fields of one JSON object and gathers every fault, so that they come all at once.
 * A field at fault reads as 0, which is never used: the faults refuse the whole.
 */
export class FieldReader {
  private readonly known = new Set<string>();

  constructor(
    private readonly json: Readonly<Record<string, unknown>>,
    readonly path: readonly string[],
    private readonly faults: Refusal[],
    /** ' of tier 2', to say which. */
    private readonly whose = '',
  ) {}

  /** The raw value of a field, or undefined when it is absent. */
  value(name: string): unknown {
    this.known.add(name);
    return Object.hasOwn(this.json, name) ? this.json[name] : undefined;
  }

  amount(name: string, noun: string, rule: AmountRule = {}): Exact {
    const value = this.value(name);
    if (value === undefined) {
      if (rule.otherwise === undefined) this.require(name, noun);
      return rule.otherwise ?? Exact.ZERO;
    }
    const { maxIntegerDigits = DIGITS, maxPlaces = PLACES } = rule;
    const read = readDecimal(value, { ...rule, maxIntegerDigits, maxPlaces });
    const at = [...this.path, name];
    const field = this.named(noun);
    if (read === 'FORMAT') this.faults.push(refuse('AMOUNT_FORMAT', { field }, at));
    else if (read === 'NEGATIVE') this.faults.push(refuse('TOO_SMALL', { field, min: '0' }, at));
    else if (read === 'TOO_BIG') {
      this.faults.push(refuse('TOO_BIG', { field, max: rule.max ?? '9'.repeat(maxIntegerDigits) }, at));
    } else if (read === 'TOO_MANY_DECIMALS') {
      this.faults.push(refuse('TOO_MANY_DECIMALS', { field, places: String(maxPlaces) }, at));
    } else if (rule.max !== undefined && read.compare(limitOf(rule.max)) > 0) {
      this.faults.push(refuse('TOO_BIG', { field, max: rule.max }, at));
    } else if (rule.moreThanZero === true && read.isZero()) {
      this.faults.push(refuse('TOO_SMALL', { field, min: `0.${'0'.repeat(maxPlaces - 1)}1` }, at));
    } else return read;
    return Exact.ZERO;
  }

  /** A count: a whole JSON number, or the same as text; `otherwise` when the field is absent. */
  count(name: string, noun: string, otherwise: bigint): bigint {
    const value = this.value(name);
    if (value === undefined) return otherwise;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && WHOLE.test(text)) return BigInt(text);
    const at = [...this.path, name];
    const field = this.named(noun);
    const read = readDecimal(text, { allowNegative: true });
    if (read instanceof Exact && read.isNegative())
      this.faults.push(refuse('TOO_SMALL', { field, min: '0' }, at));
    else if (read instanceof Exact && read.denominator !== 1n) {
      this.faults.push(refuse('TOO_MANY_DECIMALS', { field, places: '0' }, at));
    } else if (read instanceof Exact || read === 'TOO_BIG') {
      this.faults.push(refuse('TOO_BIG', { field, max: '9'.repeat(15) }, at));
    } else this.require(name, `${noun}, a whole number like 4`);
    return 0n;
  }

  /** A reader for a JSON object inside this one, or null when the value is no object. */
  object(value: unknown, at: readonly string[], noun: string, whose = ''): FieldReader | null {
    if (isObject(value)) return new FieldReader(value, [...this.path, ...at], this.faults, whose);
    this.faults.push(refuse('FIELD_REQUIRED', { field: `the ${noun}` }, [...this.path, ...at]));
    return null;
  }

  require(name: string, noun: string): void {
    this.faults.push(refuse('FIELD_REQUIRED', { field: `the ${noun}${this.whose}` }, [...this.path, name]));
  }

  /** Faults gathered so far, here and in every object around. */
  get faultCount(): number {
    return this.faults.length;
  }

  fault(refusal: Refusal): void {
    this.faults.push(refusal);
  }

  /** Faults each field that nothing asked for. To be called last. */
  refuseUnknown(): void {
    for (const name of Object.keys(this.json)) {
      if (this.known.has(name)) continue;
      this.faults.push(refuse('FIELD_UNKNOWN', { field: quoted(name) }, [...this.path, name]));
    }
  }

  private named(noun: string): string {
    return `The ${noun}${this.whose}`;
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A word of the caller's, shortened so that a message stays a message. */
export const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const quoted = (name: string): string => `"${shortened(name)}"`;

const limitOf = (max: string): Exact => {
  const limit = readDecimal(max);
  if (limit instanceof Exact) return limit;
  throw new RangeError('a limit is not a decimal');
};
