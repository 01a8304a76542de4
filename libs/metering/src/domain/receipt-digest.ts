import { hash } from 'node:crypto';
import { toPublicId } from '#libs/kernel';
import type { UsageReceipt } from './usage.js';

/** An event that a receipt stands for. */
export interface ReceiptedEvent {
  readonly source: string;
  readonly eventId: string;
  readonly digest: Buffer;
  readonly kept: 'accepted' | 'quarantined';
}

/**
 * The digest of a receipt: SHA-256 over lines of JSON, ended by newlines. The first line is
 * `["accede-usage-receipt",1,member,lead,number,accepted,duplicate,quarantined,rejected]`, numbers as text; then, by
 * source and id, one line for each event that was kept: `[source,id,digest of its content as hex,"accepted" or
 * "quarantined"]`. It can be worked out again from the stored events at any time.
 */
export const receiptDigest = (
  receipt: Omit<UsageReceipt, 'digest' | 'keyId' | 'personId' | 'source' | 'receivedAt'>,
  events: readonly ReceiptedEvent[],
): Buffer => {
  const { number, accepted, duplicate, quarantined, rejected } = receipt;
  const parties = [toPublicId('body', receipt.tenantId), toPublicId('body', receipt.leadId)];
  const counts = [number, accepted, duplicate, quarantined, rejected].map(String);
  const ordered = [...events].sort((a, b) => order(a.source, b.source) || order(a.eventId, b.eventId));
  const lines = [
    ['accede-usage-receipt', 1, ...parties, ...counts],
    ...ordered.map(({ source, eventId, digest, kept }) => [source, eventId, digest.toString('hex'), kept]),
  ];
  return hash('sha256', lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 'buffer');
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
