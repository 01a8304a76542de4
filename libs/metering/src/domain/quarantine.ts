import { refuse, type Refusal, type RefusalCode } from '#libs/kernel';
import type { SentEvent } from './event.js';
import type { UsageOwner } from './usage.js';

/** RELEASING: a release to another member than the row's own has begun, and only that can end it. */
export const quarantineStates = ['HELD', 'RELEASING', 'RELEASED', 'REJECTED'] as const;
export type QuarantineState = (typeof quarantineStates)[number];

/** Usage that was received but cannot be used yet. */
export interface QuarantinedUsage extends UsageOwner {
  readonly id: string;
  readonly source: string;
  readonly eventId: string;
  readonly event: SentEvent;
  readonly contentDigest: Buffer;
  /** Why it cannot be used, as a stable code. */
  readonly reasonCode: RefusalCode;
  readonly reason: string;
  readonly keyId: string | null;
  readonly receivedAt: Date;
  readonly receiptNumber: bigint;
  readonly state: QuarantineState;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  /** What the person said who rejected it, or changed before releasing it. */
  readonly resolution: string | null;
}

const stateWords: Record<QuarantineState, string> = {
  HELD: 'held',
  RELEASING: 'being released',
  RELEASED: 'already released',
  REJECTED: 'already rejected',
};

/** Why a record that is not held any more cannot be decided about. */
export const notHeld = ({ state }: Pick<QuarantinedUsage, 'state'>, action: 'release' | 'reject'): Refusal =>
  refuse('STATE_NOT_ALLOWED', { thing: 'usage', state: stateWords[state], action });
