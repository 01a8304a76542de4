import { describe, expect, it } from '@jest/globals';
import { expiryOf, hashToken, isLive, isToken, makeToken, needsTouch } from './session.js';

const now = new Date('2026-06-01T09:00:00Z');
const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
const HOUR = 3_600_000;
const session = { lastUsedAt: now, expiresAt: expiryOf(now), revokedAt: null };

describe('a session', () => {
  it('lives until it was idle for 8 hours', () => {
    expect(isLive({ ...session, lastUsedAt: ago(8 * HOUR - 1) }, now)).toBe(true);
    expect(isLive({ ...session, lastUsedAt: ago(8 * HOUR) }, now)).toBe(false);
  });

  it('lives 7 days at most, however busy it is', () => {
    expect(expiryOf(now)).toEqual(new Date('2026-06-08T09:00:00Z'));
    expect(isLive({ ...session, expiresAt: now }, now)).toBe(false);
  });

  it('is dead once revoked', () => {
    expect(isLive({ ...session, revokedAt: ago(1) }, now)).toBe(false);
  });

  it('is noted as used once a minute, also when the clock was moved back', () => {
    expect(needsTouch({ ...session, lastUsedAt: ago(59_999) }, now)).toBe(false);
    expect(needsTouch({ ...session, lastUsedAt: ago(60_000) }, now)).toBe(true);
    expect(needsTouch({ ...session, lastUsedAt: ago(-60_000) }, now)).toBe(true);
  });
});

describe('a token', () => {
  it('says what it is, and is kept as its SHA-256', () => {
    const token = makeToken(Buffer.alloc(32, 255));
    expect(token).toBe('acs___________________________________________8');
    expect(isToken(token)).toBe(true);
    expect(hashToken(token)).toHaveLength(32);
  });

  it.each([
    '',
    'acs_',
    'acu_' + 'a'.repeat(43),
    'acs_' + 'a'.repeat(42),
    'acs_' + 'a'.repeat(44),
    ' acs_' + 'a'.repeat(43),
  ])('is never %j', (text) => {
    expect(isToken(text)).toBe(false);
  });
});
