import { createHash } from 'node:crypto';

export const IDLE_HOURS = 8;
export const LONGEST_DAYS = 7;
const TOUCH_SECONDS = 60;
const HOUR = 3_600_000;

const TOKEN = /^acs_[A-Za-z0-9_-]{43}$/;

export const TOKEN_BYTES = 32;

/** A session's token of 32 random bytes: shown once, kept as its SHA-256. */
export const makeToken = (random: Buffer): string => `acs_${random.toString('base64url')}`;
export const isToken = (text: string): boolean => TOKEN.test(text);
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const expiryOf = (createdAt: Date): Date => new Date(createdAt.getTime() + LONGEST_DAYS * 24 * HOUR);
/** A session last used at or before this instant has been idle too long. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_HOURS * HOUR);

interface Life {
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export const isLive = ({ lastUsedAt, expiresAt, revokedAt }: Life, now: Date): boolean =>
  revokedAt === null && expiresAt > now && lastUsedAt > idleSince(now);

/** The use of a session is noted at most once a minute; a clock moved back is noted too. */
export const needsTouch = ({ lastUsedAt }: Life, now: Date): boolean =>
  Math.abs(now.getTime() - lastUsedAt.getTime()) >= TOUCH_SECONDS * 1000;
