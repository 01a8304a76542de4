import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { receiptDigest, type ReceiptedEvent } from './receipt-digest.js';

const receipt = {
  tenantId: '00000000-0000-0000-0000-00000000000a',
  leadId: '00000000-0000-0000-0000-00000000000b',
  ...{ number: 7n, accepted: 2, duplicate: 3, quarantined: 1, rejected: 4 },
};
const event = (eventId: string, kept: ReceiptedEvent['kept'] = 'accepted'): ReceiptedEvent => ({
  ...{ source: 's', eventId, kept },
  digest: Buffer.alloc(32, eventId),
});

describe('the digest of a receipt', () => {
  it('is SHA-256 over the lines that are promised, whatever the order in which events came', () => {
    const lines = [
      `["accede-usage-receipt",1,"bod_${'0'.repeat(31)}a","bod_${'0'.repeat(31)}b","7","2","3","1","4"]`,
      `["s","a","${'61'.repeat(32)}","accepted"]`,
      `["s","b","${'62'.repeat(32)}","quarantined"]`,
      `["s","c","${'63'.repeat(32)}","accepted"]`,
    ];
    const expected = createHash('sha256')
      .update(lines.map((line) => `${line}\n`).join(''))
      .digest('hex');
    const events = [event('a'), event('b', 'quarantined'), event('c')];
    expect(receiptDigest(receipt, events).toString('hex')).toBe(expected);
    expect(receiptDigest(receipt, [...events].reverse()).toString('hex')).toBe(expected);
  });

  it('changes with each count, event, content and outcome', () => {
    const digests = [
      receiptDigest(receipt, [event('a')]),
      ...(['number', 'accepted', 'duplicate', 'quarantined', 'rejected'] as const).map((field) =>
        receiptDigest({ ...receipt, [field]: field === 'number' ? 8n : 9 }, [event('a')]),
      ),
      receiptDigest(receipt, []),
      receiptDigest(receipt, [event('b')]),
      receiptDigest(receipt, [event('a', 'quarantined')]),
      receiptDigest(receipt, [{ ...event('a'), digest: Buffer.alloc(32, 1) }]),
    ].map((digest) => digest.toString('hex'));
    expect(new Set(digests).size).toBe(digests.length);
  });
});
