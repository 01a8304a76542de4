import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refusals } from '#libs/kernel';

const CHECKOUT = path.resolve(import.meta.dirname, '../..');

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(CHECKOUT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

const sources = ['libs', 'apps', 'test', 'tools'].flatMap(sourcesIn);
const isTest = (file: string): boolean => file.startsWith('test/') || file.endsWith('spec.ts');
const textOf = (files: readonly string[]): string =>
  files.map((file) => readFileSync(path.join(CHECKOUT, file), 'utf8')).join('\n');
const tests = textOf(sources.filter((file) => isTest(file) && !file.endsWith('refusals.spec.ts')));
const product = textOf(
  sources.filter((file) => /^(libs|apps)\//.test(file) && !isTest(file) && !file.endsWith('en/refusals.ts')),
);

/** The longest part of a sentence that is the same each time. */
const constantPart = (sentence: string): string =>
  sentence.split(/\{\w+\}/).reduce((longest, part) => (part.length > longest.length ? part : longest), '');

/** Fewer letters than these stand in other sentences too, and name nothing. */
const TELLING = 24;

/** By its code, or by its words as people read them. */
const isNamedIn = (text: string, [code, sentence]: readonly [string, string]): boolean => {
  const words = constantPart(sentence);
  return new RegExp(`\\b${code}\\b`).test(text) || (words.length >= TELLING && text.includes(words));
};

describe('every refusal', () => {
  it('is looked for by its code or by words that are its own', () => {
    const refusal = ['TOO_BIG', '{field} must be {max} or less.'] as const;
    expect(isNamedIn('It must be 5 or less.', refusal)).toBe(false);
    expect(isNamedIn("expect(codes).toEqual(['TOO_BIG'])", refusal)).toBe(true);
    const telling = ['PRICE_GAP', 'There is no price at all for {meter}.'] as const;
    expect(isNamedIn('There is no price at all for payslips.', telling)).toBe(true);
    expect(isNamedIn('There is no price for payslips.', telling)).toBe(false);
  });

  it('is given somewhere', () => {
    const idle = Object.keys(refusals).filter((code) => !new RegExp(`['"\`]${code}['"\`]`).test(product));
    expect(idle).toEqual([]);
  });

  it('has a test that names it', () => {
    const unnamed = Object.entries<string>(refusals).filter((refusal) => !isNamedIn(tests, refusal));
    expect(unnamed.map(([code]) => code)).toEqual([]);
  });
});

/** Rules of prices, usage and money for which the product has no place yet, and why. */
const WITHOUT_A_PLACE = {
  CREDIT_CAP: 'there are no service credits yet',
  BASELINE_LOCKED: 'there are no guaranteed savings yet',
  PERIOD_CROSSES_YEAR: 'nobody chooses dates: what is of a year is asked for by the year',
} as const;

/** The rules of prices, usage and money. */
const MONEY = [
  ...['PRICE_STARTED', 'PRICE_OVERLAP', 'PRICE_GAP', 'TIER_ORDER', 'TIER_LAST_OPEN', 'PRICE_NOTICE'],
  ...[
    'USAGE_DUPLICATE',
    'USAGE_OUTSIDE_CALLOFF',
    'METER_UNKNOWN',
    'USAGE_TOO_OLD',
    'USAGE_FUTURE',
    'QUANTITY_NEGATIVE',
  ],
  ...['PERIOD_CLOSED', 'RETURN_NOT_YOURS', 'RUN_INCOMPLETE', 'INVOICE_ISSUED', 'CREDIT_OVER_INVOICE'],
  ...['CREDIT_NEEDS_REASON', 'DISPUTE_OVER_LINE', 'DISPUTE_LATE', 'VAT_UNSET', 'APPORTION_SUM'],
];

describe('the rules of prices, usage and money', () => {
  it.each(MONEY)('include %s', (code) => {
    expect(Object.keys(refusals)).toContain(code);
  });

  it.each(Object.entries(WITHOUT_A_PLACE))('leave out %s: %s', (code) => {
    expect(Object.keys(refusals)).not.toContain(code);
  });
});
