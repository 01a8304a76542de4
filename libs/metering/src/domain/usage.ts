import type { Exact, LocalDate } from '#libs/kernel';

/** A member under one lead authority: the pair that numbers receipts and orders ingest and billing. */
export interface UsageOwner {
  readonly tenantId: string;
  readonly leadId: string;
}

/** What one call-off used of one meter on one day of London's calendar, corrections included. */
export interface UsageDay {
  readonly callOffId: string;
  readonly meterId: string;
  readonly day: LocalDate;
  readonly quantity: Exact;
  /** How many events, corrections apart and without those that were withdrawn. */
  readonly events: bigint;
  /** The newest receipt that changed this day. */
  readonly lastReceipt: bigint;
}

/** A month in which a call-off used a meter. */
export interface UsageMonth {
  readonly callOffId: string;
  readonly meterId: string;
  /** '2026-04' */
  readonly month: string;
  /** The newest receipt that changed this month. */
  readonly lastReceipt: bigint;
}

/** One accepted event, as it was stored. It never changes. */
export interface UsageRecord extends UsageOwner {
  readonly source: string;
  readonly eventId: string;
  readonly callOffId: string;
  readonly meterId: string;
  readonly occurredAt: Date;
  /** The day that it counts on; a correction counts on the day of the record that it began with. */
  readonly day: LocalDate;
  /** As sent: for a correction, what replaces the earlier quantity. */
  readonly quantity: Exact;
  /** What is kept of the value that came with it (value-digest.ts); null when none did. */
  readonly valueDigest: Buffer | null;
  /** What it adds to its day's quantity; negative when a correction lowers it. */
  readonly delta: Exact;
  /** What it adds to its day's number of events: 1, or for a correction 0, −1 (withdrawn) or 1 (restored). */
  readonly events: number;
  readonly corrects: EventName | null;
  readonly receiptNumber: bigint;
  readonly recordedAt: Date;
}

/** What an event is called: its id is given once by its source. */
export interface EventName {
  readonly source: string;
  readonly eventId: string;
}

/** What a batch came to, for one member. */
export interface UsageReceipt extends UsageOwner {
  readonly number: bigint;
  /** Null when a person recorded or released the usage. */
  readonly keyId: string | null;
  readonly personId: string | null;
  /** What sent it; null on receipts from before it was kept, and when a person released usage. */
  readonly source: string | null;
  readonly receivedAt: Date;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly rejected: number;
  /** SHA-256, see receipt-digest.ts. */
  readonly digest: Buffer;
}

/** The source of usage that a person typed in. */
export const MANUAL_SOURCE = 'manual';
/** The source of the figures of usage returns. No usage key can have it, because of its space. */
export const RETURN_SOURCE = 'usage return';

/** What one member used of one meter in one month. */
export interface MemberVolume {
  readonly member: string;
  /** The month's first day. */
  readonly month: LocalDate;
  readonly quantity: Exact;
  readonly events: bigint;
}
