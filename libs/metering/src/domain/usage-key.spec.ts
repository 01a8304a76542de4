import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import {
  endOfKey,
  hashToken,
  keyFaults,
  looksLikeUsageKey,
  mintToken,
  prefixOf,
  sameHash,
  usageKeyStateAt,
} from './usage-key.js';

const { token, prefix, hash } = mintToken(Buffer.from('1a2b3c4d', 'hex'), Buffer.alloc(32, 0xfb));
const today = localDate('2026-02-28');
const codes = (changes: object) =>
  keyFaults(
    { label: 'Payroll', source: 'urn:payroll/1', callOffIds: ['c'], expiresOn: today, ...changes },
    today,
    ['manual', 'cost-sharing'],
  ).map(({ code, message }) => `${code} ${message}`);

describe('a usage key', () => {
  it('is made of a name that may be shown and 256 bits that may not', () => {
    expect(token).toBe(`auk_1a2b3c4d_${Buffer.alloc(32, 0xfb).toString('base64url')}`);
    expect([prefix, prefixOf(token)]).toEqual(['1a2b3c4d', '1a2b3c4d']);
    expect(sameHash(hash, hashToken(token))).toBe(true);
    expect(sameHash(hash, hashToken(`${token}x`))).toBe(false);
    expect(() => mintToken(Buffer.alloc(4), Buffer.alloc(31))).toThrow(RangeError);
  });

  it.each(['', 'auk_', `${token}x`, token.slice(1), token.replace('1a2b', '1A2B'), 'Bearer x'])(
    '%p is none',
    (text) => {
      expect(prefixOf(text)).toBeNull();
    },
  );

  it('is known in an address', () => {
    expect(looksLikeUsageKey(`/v1/usage?key=${token}`)).toBe(true);
    expect(looksLikeUsageKey('/v1/usage?key=auk')).toBe(false);
  });

  it('lives to the end of its last day in London', () => {
    const key = { revokedAt: null, expiresAt: endOfKey(localDate('2026-06-30')) };
    expect(usageKeyStateAt(key, new Date('2026-06-30T22:59:59.999Z'))).toBe('LIVE');
    expect(usageKeyStateAt(key, new Date('2026-06-30T23:00:00Z'))).toBe('EXPIRED');
    expect(usageKeyStateAt({ ...key, revokedAt: new Date() }, new Date('2026-01-01T00:00:00Z'))).toBe(
      'REVOKED',
    );
  });

  it.each([
    [{}, []],
    [{ expiresOn: localDate('2027-02-28') }, []],
    [
      { expiresOn: localDate('2027-03-01') },
      ['KEY_EXPIRY_TOO_LONG A usage key can last up to 1 year. Choose a date on or before 28 February 2027.'],
    ],
    [
      { expiresOn: localDate('2026-02-27') },
      ['KEY_EXPIRY_PAST The last day of a usage key must be today or later.'],
    ],
    [{ callOffIds: [] }, ['KEY_NEEDS_CALLOFF Choose at least one call-off that this key may write for.']],
    [{ callOffIds: Array<string>(501).fill('c') }, ['LIST_TOO_LONG Send 500 items or fewer at a time.']],
    [
      { source: 'a b' },
      [
        'KEY_SOURCE_FORMAT The source must be written without spaces, like "payroll-system", and must not be "manual" or "cost-sharing".',
      ],
    ],
    [
      { source: 'manual' },
      [
        'KEY_SOURCE_FORMAT The source must be written without spaces, like "payroll-system", and must not be "manual" or "cost-sharing".',
      ],
    ],
    [
      { source: 'cost-sharing' },
      [
        'KEY_SOURCE_FORMAT The source must be written without spaces, like "payroll-system", and must not be "manual" or "cost-sharing".',
      ],
    ],
    [{ source: '', label: '' }, ['FIELD_REQUIRED Enter a label.', 'FIELD_REQUIRED Enter a source.']],
  ])('%p: %p', (changes, faults) => {
    expect(codes(changes)).toEqual(faults);
  });
});
