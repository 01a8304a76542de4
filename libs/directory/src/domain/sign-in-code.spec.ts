import { describe, expect, it } from '@jest/globals';
import {
  clockTime,
  hashCode,
  judgeCode,
  makeCode,
  minutesToWait,
  typedCode,
  type StoredCode,
} from './sign-in-code.js';

const now = new Date('2026-06-01T09:00:00Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const salt = Buffer.from('salt of sixteen.');
const stored = (change: Partial<StoredCode> = {}): StoredCode => ({
  codeHash: hashCode('012345', salt),
  salt,
  expiresAt: minutes(10),
  tries: 0,
  endedAt: null,
  ...change,
});

describe('judgeCode', () => {
  it('knows the right code, however it was typed', () => {
    expect(judgeCode(stored(), '012345', now)).toBe('RIGHT');
    expect(judgeCode(stored(), ' 012 345 ', now)).toBe('RIGHT');
    expect(judgeCode(stored(), '012-345', now)).toBe('RIGHT');
  });

  it.each(['12345', '012346', '', '0123456', '０１２３４５'])('refuses %j', (attempt) => {
    expect(judgeCode(stored(), attempt, now)).toBe('WRONG');
  });

  it('answers alike when no code was ever sent', () => {
    expect(judgeCode(null, '012345', now)).toBe('WRONG');
  });

  it('ends the code with the fifth wrong try', () => {
    expect(judgeCode(stored({ tries: 3 }), '999999', now)).toBe('WRONG');
    expect(judgeCode(stored({ tries: 4 }), '999999', now)).toBe('LAST_WRONG');
    expect(judgeCode(stored({ tries: 4 }), '012345', now)).toBe('RIGHT');
    expect(judgeCode(stored({ tries: 5, endedAt: now }), '012345', now)).toBe('TOO_MANY_TRIES');
  });

  it('lives ten minutes and not a millisecond more', () => {
    expect(judgeCode(stored(), '012345', new Date(minutes(10).getTime() - 1))).toBe('RIGHT');
    expect(judgeCode(stored(), '012345', minutes(10))).toBe('EXPIRED');
  });

  it('is used once', () => {
    expect(judgeCode(stored({ endedAt: now }), '012345', now)).toBe('EXPIRED');
  });
});

describe('makeCode', () => {
  it('keeps zeros in front', () => {
    expect(makeCode(() => 42)).toBe('000042');
    expect(makeCode((below) => below - 1)).toBe('999999');
  });
});

describe('minutesToWait', () => {
  it('lets five an hour be asked for', () => {
    const asked = [0, -5, -10, -20].map(minutes);
    expect(minutesToWait(asked, now)).toBe(0);
    expect(minutesToWait([...asked, minutes(-30)], now)).toBe(30);
  });

  it('counts an hour from the oldest of the last five', () => {
    expect(minutesToWait([-1, -2, -3, -4, -5, -59].map(minutes), now)).toBe(55);
    expect(minutesToWait([-60, -60, -60, -60, -60].map(minutes), now)).toBe(0);
    expect(minutesToWait([-59, -59, -59, -59, -59].map(minutes), now)).toBe(1);
  });
});

it('shows the time of London', () => {
  expect(clockTime(new Date('2026-06-01T08:05:00Z'))).toBe('09:05');
  expect(clockTime(new Date('2026-12-01T08:05:00Z'))).toBe('08:05');
});

it('reads a code as it is pasted', () => {
  expect(typedCode('\t123 456\n')).toBe('123456');
});
