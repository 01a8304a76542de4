import { describe, expect, it } from '@jest/globals';
import { localDate, type Result } from '#libs/kernel';
import type { QuarantinedUsage } from './quarantine.js';
import { changeEvent, placeReleased } from './release.js';
import { Writable } from './writable.js';

const row: QuarantinedUsage = {
  ...{
    tenantId: 't',
    leadId: 'l',
    id: 'q',
    source: 's',
    eventId: 'e',
    contentDigest: Buffer.alloc(32),
    keyId: 'k',
  },
  ...{ reasonCode: 'METER_UNKNOWN', reason: 'Because.', receivedAt: new Date(), receiptNumber: 1n },
  ...{ state: 'HELD', resolvedAt: null, resolvedBy: null, resolution: null },
  event: { type: 'slips', time: '2026-05-01T00:00:00Z', quantity: '3', calloff: null, corrects: null },
};
const unchanged = { meterCode: null, quantity: null, time: null };
const writable = new Writable(
  [
    {
      ...{
        tenantId: 't',
        leadId: 'l',
        id: 'c',
        publicId: 'cof_c',
        reference: 'CO-000001-01',
        usageMaxAgeMonths: 12,
      },
      ...{
        startsOn: localDate('2020-01-01'),
        endsOn: localDate('2026-12-31'),
        meters: new Map([['payslips', { id: 'm', aggregation: 'SUM', charge: 'USAGE', fedBy: 'EVENTS' }]]),
      },
    },
  ],
  { now: new Date('2026-06-15T12:00:00Z'), today: localDate('2026-06-15') },
);
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join(' '));
  return result.value;
};
const refusals = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ code, message }) => `${code} ${message}`);

describe('putting right what is in quarantine', () => {
  it('changes only what the person says', () => {
    expect(valueOf(changeEvent(row, unchanged))).toMatchObject({
      source: 's',
      eventId: 'e',
      meterCode: 'slips',
      quantity: '3',
      callOff: null,
    });
    const changed = valueOf(
      changeEvent(row, { meterCode: 'payslips', quantity: '4.0', time: new Date('2026-05-02T12:00:00Z') }),
    );
    expect(changed).toMatchObject({
      meterCode: 'payslips',
      quantity: '4',
      time: { utc: '2026-05-02T12:00:00Z', day: '2026-05-02' },
    });
  });

  it('refuses a quantity or a time that no event could have', () => {
    expect(refusals(changeEvent(row, { ...unchanged, quantity: '-1' }))).toEqual([
      'QUANTITY_NEGATIVE Quantity must be 0 or more. Use a correction to reduce earlier usage.',
    ]);
    expect(refusals(changeEvent(row, { ...unchanged, time: new Date('1900-01-01T00:00:00Z') }))[0]).toMatch(
      /^USAGE_EVENT_INVALID time: /,
    );
  });
});

describe('where released usage goes', () => {
  const place = (changes: object, chosen: string | null = null, of = writable, from = row) =>
    placeReleased(from, valueOf(changeEvent(row, { ...unchanged, ...changes })), of, chosen);

  it('to the chosen call-off, or where its own words lead', () => {
    expect(valueOf(place({ meterCode: 'payslips' }))).toMatchObject({
      tenantId: 't',
      event: { callOff: null },
      decision: { kind: 'use', meterId: 'm' },
    });
    expect(valueOf(place({ meterCode: 'payslips' }, 'c'))).toMatchObject({
      tenantId: 't',
      event: { callOff: 'cof_c' },
    });
    expect(
      valueOf(place({ meterCode: 'payslips', time: new Date('2021-01-01T00:00:00Z') })).decision.kind,
    ).toBe('use');
  });

  it('nowhere while it still cannot be used', () => {
    expect(refusals(place({}))).toEqual([
      'QUARANTINE_STILL_REFUSED This usage still cannot be billed: "slips" is not a meter of this call-off.',
    ]);
    expect(refusals(place({ meterCode: 'payslips', time: new Date('2026-07-01T00:00:00Z') }))).toEqual([
      'QUARANTINE_STILL_REFUSED This usage still cannot be billed: Usage cannot be for a future date.',
    ]);
    const nothing = new Writable([], { now: new Date(), today: localDate('2026-06-15') });
    expect(refusals(place({ meterCode: 'payslips' }, null, nothing))).toEqual([
      'QUARANTINE_STILL_REFUSED This usage still cannot be billed: Because.',
    ]);
  });

  it('a correction goes to the member that it is held for', () => {
    const corrects = { ...row, event: { ...row.event, corrects: { source: 's', eventId: 'a' } } };
    const placed = placeReleased(corrects, valueOf(changeEvent(corrects, unchanged)), writable, null);
    expect(valueOf(placed)).toMatchObject({ tenantId: 't', decision: { kind: 'correct' } });
    const late = valueOf(changeEvent(corrects, { ...unchanged, time: new Date('2026-07-01T00:00:00Z') }));
    expect(refusals(placeReleased(corrects, late, writable, null))).toHaveLength(1);
  });
});
