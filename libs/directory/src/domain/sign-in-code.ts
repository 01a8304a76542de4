import { createHash, timingSafeEqual } from 'node:crypto';

export const CODE_MINUTES = 10;
export const MAX_TRIES = 5;
export const MAX_CODES_PER_HOUR = 5;

/** A code as it is kept: salted and hashed. */
export interface StoredCode {
  readonly codeHash: Buffer;
  readonly salt: Buffer;
  readonly expiresAt: Date;
  readonly tries: number;
  readonly endedAt: Date | null;
}

export type CodeJudgement = 'RIGHT' | 'WRONG' | 'LAST_WRONG' | 'EXPIRED' | 'TOO_MANY_TRIES';

/** Six digits, zeros in front kept. `random` answers a whole number from 0 up to, not with, its argument. */
export const makeCode = (random: (below: number) => number): string =>
  String(random(1_000_000)).padStart(6, '0');

export const hashCode = (code: string, salt: Buffer): Buffer =>
  createHash('sha256').update(salt).update(code).digest();

/** The digits of what a person typed or pasted: `123 456` is `123456`. */
export const typedCode = (text: string): string => text.replace(/[\s-]/g, '');

/** What an attempt on the address's newest code comes to. LAST_WRONG is the wrong try after which the code ends. */
export const judgeCode = (stored: StoredCode | null, attempt: string, now: Date): CodeJudgement => {
  if (stored === null) return 'WRONG';
  if (stored.tries >= MAX_TRIES) return 'TOO_MANY_TRIES';
  if (stored.endedAt !== null || stored.expiresAt <= now) return 'EXPIRED';
  if (timingSafeEqual(hashCode(typedCode(attempt), stored.salt), stored.codeHash)) return 'RIGHT';
  return stored.tries + 1 >= MAX_TRIES ? 'LAST_WRONG' : 'WRONG';
};

/** Minutes until another code may be asked for, given when the last hour's were; 0 when now. */
export const minutesToWait = (askedAt: readonly Date[], now: Date): number => {
  const hourAgo = now.getTime() - 3_600_000;
  const recent = askedAt.map((at) => at.getTime()).filter((at) => at > hourAgo);
  if (recent.length < MAX_CODES_PER_HOUR) return 0;
  const freeAt = recent.sort((a, b) => b - a)[MAX_CODES_PER_HOUR - 1] ?? 0;
  return Math.max(1, Math.ceil((freeAt - hourAgo) / 60_000));
};

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant as London's clocks show it: '09:05'. */
export const clockTime = (instant: Date): string => londonClock.format(instant);
