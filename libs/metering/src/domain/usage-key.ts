import { createHash, timingSafeEqual } from 'node:crypto';
import {
  addDays,
  addMonths,
  formatLongDate,
  refuse,
  startOfDay,
  textFaults,
  type LocalDate,
  type Refusal,
} from '#libs/kernel';

/** In which capacity a key was made: a member's for its own call-offs, or a service manager's for several members'. */
export type KeyCapacity = 'TENANT' | 'LEAD';

export interface KeyCallOff {
  readonly tenantId: string;
  readonly callOffId: string;
}

export interface UsageKey {
  readonly id: string;
  /** The part of the secret that may be shown: it tells keys apart. */
  readonly prefix: string;
  /** The sender: a member, or the lead authority. */
  readonly bodyId: string;
  readonly leadId: string;
  readonly capacity: KeyCapacity;
  /** The `source` of every event that it sends. */
  readonly source: string;
  readonly label: string;
  readonly callOffs: readonly KeyCallOff[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** A key with the digest of its secret. */
export interface StoredKey {
  readonly key: UsageKey;
  readonly tokenHash: Buffer;
}

export const usageKeyStates = ['LIVE', 'EXPIRED', 'REVOKED'] as const;
export type UsageKeyState = (typeof usageKeyStates)[number];

export const usageKeyStateAt = (key: Pick<UsageKey, 'revokedAt' | 'expiresAt'>, now: Date): UsageKeyState => {
  if (key.revokedAt !== null) return 'REVOKED';
  return now < key.expiresAt ? 'LIVE' : 'EXPIRED';
};

const TOKEN = /^auk_([0-9a-f]{8})_[A-Za-z0-9_-]{43}$/;

/** Whether a text looks like a usage key, good or not: such a text never belongs in an address. */
export const looksLikeUsageKey = (text: string): boolean => /auk_[0-9a-f]{8}_/.test(text);

/** A new secret from 4 and 32 random bytes. It is shown once; only its digest is kept. */
export const mintToken = (
  name: Buffer,
  secret: Buffer,
): { readonly token: string; readonly prefix: string; readonly hash: Buffer } => {
  if (name.length !== 4 || secret.length !== 32)
    throw new RangeError('a usage key is made of 4 and 32 bytes');
  const prefix = name.toString('hex');
  const token = `auk_${prefix}_${secret.toString('base64url')}`;
  return { token, prefix, hash: hashToken(token) };
};

export const prefixOf = (token: string): string | null => TOKEN.exec(token)?.[1] ?? null;

/** 256 random bits need no slow hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whether two digests are equal, in a time that does not tell where they differ. */
export const sameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

const LONGEST_MONTHS = 12;
/** A URI reference, as CloudEvents asks. */
const SOURCE = /^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$/;

export interface KeyTerms {
  readonly label: string;
  readonly source: string;
  readonly callOffIds: readonly string[];
  /** The last day on which it may be used. */
  readonly expiresOn: LocalDate;
}

const MOST_CALL_OFFS = 500;

/** Everything that is wrong with what a key is to be. */
export const keyFaults = (
  terms: KeyTerms,
  today: LocalDate,
  ownSources: readonly string[],
): readonly Refusal[] => {
  const latest = addMonths(today, LONGEST_MONTHS);
  return [
    ...textFaults(terms.label, { field: 'a label', path: ['label'], max: 100 }),
    ...sourceFaults(terms.source, ownSources),
    ...(terms.callOffIds.length === 0 ? [refuse('KEY_NEEDS_CALLOFF', {}, ['callOffIds'])] : []),
    ...(terms.callOffIds.length > MOST_CALL_OFFS
      ? [refuse('LIST_TOO_LONG', { max: String(MOST_CALL_OFFS) }, ['callOffIds'])]
      : []),
    ...(terms.expiresOn < today ? [refuse('KEY_EXPIRY_PAST', {}, ['expiresOn'])] : []),
    ...(terms.expiresOn > latest
      ? [refuse('KEY_EXPIRY_TOO_LONG', { latest: formatLongDate(latest) }, ['expiresOn'])]
      : []),
  ];
};

const sourceFaults = (source: string, ownSources: readonly string[]): readonly Refusal[] => {
  const faults = textFaults(source, { field: 'a source', path: ['source'], max: 100 });
  if (faults.length > 0) return faults;
  return SOURCE.test(source) && !ownSources.includes(source)
    ? []
    : [refuse('KEY_SOURCE_FORMAT', {}, ['source'])];
};

/** The instant at which a key that may be used on its last day ends. */
export const endOfKey = (expiresOn: LocalDate): Date => startOfDay(addDays(expiresOn, 1));
