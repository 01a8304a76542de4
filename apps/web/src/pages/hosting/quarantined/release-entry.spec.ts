import { describe, expect, it } from '@jest/globals';
import { asSent, releaseEntry } from './release-entry.js';

const sent = {
  id: 'qua_1',
  state: 'HELD' as const,
  memberId: 'bod_1',
  leadId: 'bod_2',
  name: { source: 'urn:payroll', eventId: 'e-1' },
  type: 'payslips.wrong',
  time: '2026-07-01T09:42:17.250Z',
  quantity: '12.500',
  callOff: null,
  corrects: null,
  reason: 'No such meter.',
  receiptNumber: '4',
  receivedAt: '2026-07-02T09:00:00Z',
  resolution: null,
  resolvedAt: null,
};
const nothing = { callOffId: null, meterCode: null, quantity: null, time: null, note: null };

describe('what is put right in quarantined usage', () => {
  it('is nothing when the form comes back as it was shown', () => {
    const { input, wrongs } = releaseEntry(sent, asSent(sent));
    expect(wrongs.any).toBe(false);
    expect(input).toEqual({ quarantineId: 'qua_1', ...nothing });
  });

  it('is what differs', () => {
    const form = {
      ...asSent(sent),
      meterCode: 'payslips.processed',
      quantity: '12',
      clock: '9.30',
      note: ' Told by phone ',
    };
    expect(releaseEntry(sent, { ...form, 'time-day': '2' }).input).toEqual({
      quarantineId: 'qua_1',
      ...nothing,
      meterCode: 'payslips.processed',
      quantity: '12',
      time: '2026-07-02T08:30:00.000Z',
      note: 'Told by phone',
    });
  });

  it('says all that cannot be read', () => {
    const { wrongs } = releaseEntry(sent, {
      ...asSent(sent),
      quantity: 'lots',
      'time-month': '13',
      clock: 'noon',
    });
    expect(wrongs.list.map(({ text }) => text)).toEqual([
      'The quantity must be a number, like 1250 or 12.34.',
      'The day of the usage must be a real date, like 27 9 2026.',
      'The time of the usage must be a time, like 09:30.',
    ]);
  });
});
