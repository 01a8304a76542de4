import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import type { UsageEvent } from './event.js';
import { parseEventTime } from './event-time.js';
import { arriveFor, route } from './route.js';
import { Writable, type WritableCallOff } from './writable.js';

const clock = { now: new Date('2026-06-15T12:00:00Z'), today: localDate('2026-06-15') };
const callOff = (changes: Partial<WritableCallOff> = {}): WritableCallOff => ({
  tenantId: 'tenant-a',
  leadId: 'lead',
  id: 'call-off-1',
  publicId: 'cof_1',
  reference: 'CO-000001-01',
  startsOn: localDate('2025-04-01'),
  endsOn: localDate('2026-09-30'),
  usageMaxAgeMonths: 12,
  meters: new Map([['payslips', { id: 'meter-1', aggregation: 'SUM', charge: 'USAGE', fedBy: 'EVENTS' }]]),
  ...changes,
});
const event = (time: string, changes: Partial<UsageEvent> = {}): UsageEvent => {
  const at = parseEventTime(time);
  if (!at) throw new Error('not a time');
  return {
    source: 's',
    eventId: 'e',
    meterCode: 'payslips',
    time: at,
    quantity: '1',
    valueDigest: null,
    callOff: null,
    corrects: null,
    ...changes,
  };
};
const decide = (given: UsageEvent, ...callOffs: WritableCallOff[]) => {
  const decision = new Writable(callOffs.length > 0 ? callOffs : [callOff()], clock).decide(given);
  return decision.kind === 'use'
    ? `use ${decision.callOff.id} ${decision.meterId}`
    : `${decision.tenantId} ${decision.reason.code}: ${decision.reason.message}`;
};

describe('whether usage can be used', () => {
  it.each([
    ['2026-06-15T12:05:00Z', 'use call-off-1 meter-1'],
    ['2026-06-15T12:05:00.001Z', 'tenant-a USAGE_FUTURE: Usage cannot be for a future date.'],
    ['2025-06-15T00:00:00+01:00', 'use call-off-1 meter-1'],
    [
      '2025-06-14T23:59:59+01:00',
      'tenant-a USAGE_TOO_OLD: 14 June 2025 is more than 12 months ago, which is longer than the agreement allows.',
    ],
    [
      '2026-10-01T00:00:00+01:00',
      'tenant-a USAGE_OUTSIDE_CALLOFF: 1 October 2026 is after this call-off ended on 30 September 2026.',
    ],
    [
      '2025-03-31T23:59:59+01:00',
      'tenant-a USAGE_OUTSIDE_CALLOFF: 31 March 2025 is before the first day of this call-off, 1 April 2025.',
    ],
  ])('at %s: %s', (time, words) => {
    expect(decide(event(time))).toBe(words);
  });

  it('knows the meters of the call-off', () => {
    expect(decide(event('2026-06-01T00:00:00Z', { meterCode: 'unicorns' }))).toBe(
      'tenant-a METER_UNKNOWN: "unicorns" is not a meter of this call-off.',
    );
    const two = [callOff(), callOff({ id: 'call-off-2', tenantId: 'tenant-b' })];
    expect(decide(event('2026-06-01T00:00:00Z', { meterCode: 'unicorns' }), ...two)).toMatch(
      /^null METER_UNKNOWN/,
    );
  });

  it('finds a call-off by its reference, with or without revision, or its public id', () => {
    for (const name of ['CO-000001-01', 'CO-000001', 'cof_1'])
      expect(decide(event('2026-06-01T00:00:00Z', { callOff: name }))).toBe('use call-off-1 meter-1');
    expect(decide(event('2026-06-01T00:00:00Z', { callOff: 'CO-000002-01' }))).toBe(
      'null USAGE_CALLOFF_UNKNOWN: This key cannot write for the call-off "CO-000002-01".',
    );
  });

  it('without a name takes the only one that meters this and runs on that day', () => {
    const next = callOff({
      id: 'call-off-2',
      reference: 'CO-000002-01',
      startsOn: localDate('2026-05-01'),
      endsOn: localDate('2027-03-31'),
    });
    expect(decide(event('2026-04-30T12:00:00Z'), callOff(), next)).toBe('use call-off-1 meter-1');
    expect(decide(event('2026-05-01T12:00:00Z'), callOff(), next)).toMatch(
      /^tenant-a USAGE_CALLOFF_AMBIGUOUS/,
    );
    expect(decide(event('2026-05-01T12:00:00Z'), callOff(), { ...next, tenantId: 'tenant-b' })).toMatch(
      /^null USAGE_CALLOFF_AMBIGUOUS/,
    );
    expect(decide(event('2026-05-01T12:00:00Z'), callOff(), { ...next, meters: new Map() })).toBe(
      'use call-off-1 meter-1',
    );
    expect(decide(event('2026-12-01T12:00:00Z'), callOff({ meters: new Map() }), next)).toMatch(
      /^tenant-a USAGE_FUTURE/,
    );
  });

  it('holds events of a meter that is fed by returns, and uses what a return sends', () => {
    const meters = new Map([
      ['payslips', { id: 'meter-1', aggregation: 'SUM', charge: 'USAGE', fedBy: 'RETURN' }],
    ] as const);
    const given = (source: string) => event('2026-06-01T00:00:00Z', { source });
    const held =
      'tenant-a METER_BY_RETURN: Usage of "payslips" is filed in a monthly usage return, so events are not counted.';
    expect(decide(given('payroll'), callOff({ meters }))).toBe(held);
    expect(decide(given('manual'), callOff({ meters }))).toBe(held);
    expect(decide(given('usage return'), callOff({ meters }))).toBe('use call-off-1 meter-1');
  });

  it('rejects what lacks what its meter needs, before it looks at the day', () => {
    const meters = new Map([
      ['payslips', { id: 'meter-1', aggregation: 'SUM', charge: 'USAGE', fedBy: 'EVENTS' }],
      ['logins', { id: 'meter-2', aggregation: 'COUNT', charge: 'USAGE', fedBy: 'EVENTS' }],
      ['setup', { id: 'meter-4', aggregation: 'SUM', charge: 'ONE_TIME', fedBy: 'EVENTS' }],
      ['people', { id: 'meter-3', aggregation: 'UNIQUE', charge: 'USAGE', fedBy: 'EVENTS' }],
    ] as const);
    const given = (meterCode: string) => event('2030-06-01T00:00:00Z', { meterCode, quantity: null });
    expect(decide(given('payslips'), callOff({ meters }))).toMatch(
      /^tenant-a USAGE_EVENT_INVALID: data.quantity/,
    );
    expect(decide(given('people'), callOff({ meters }))).toMatch(/^tenant-a USAGE_EVENT_INVALID: data.value/);
    expect(decide(given('logins'), callOff({ meters }))).toMatch(/^tenant-a USAGE_OUTSIDE_CALLOFF/);
    expect(decide(given('setup'), callOff({ meters }))).toBe(
      'tenant-a METER_TAKES_NO_USAGE: "setup" takes no usage. What a call-off pays each month or once follows from the call-off itself.',
    );
    expect(decide(given('unicorns'), callOff({ meters }))).toMatch(/^tenant-a METER_UNKNOWN/);
  });

  it('for a person who releases it, age is no bar', () => {
    const writable = new Writable([callOff()], clock);
    expect(writable.decide(event('2025-05-01T12:00:00Z'), { anyAge: true }).kind).toBe('use');
  });
});

describe('whose an event is', () => {
  const a = callOff();
  const b = callOff({ id: 'call-off-2', tenantId: 'tenant-b', reference: 'CO-000002-01', publicId: 'cof_2' });
  const writable = new Writable([a, b], clock);
  const at = '2026-06-01T00:00:00Z';
  const arrive = (...events: UsageEvent[]) =>
    events.map((given, index) => ({ index, event: given, digest: Buffer.alloc(32) }));
  const words = (groups: ReadonlyMap<string, readonly { event: UsageEvent; decision: { kind: string } }[]>) =>
    Object.fromEntries(
      [...groups].map(([tenant, arrivals]) => [
        tenant,
        arrivals.map(({ event: { eventId }, decision }) => `${eventId} ${decision.kind}`),
      ]),
    );

  it("follows the call-off, the id's first member, and the record that is corrected", () => {
    const events = arrive(
      event(at, { eventId: '1', callOff: 'CO-000001' }),
      event(at, { eventId: '2', callOff: 'CO-000002' }),
      event(at, { eventId: '3' }),
      event(at, { eventId: '4', callOff: 'CO-000002' }),
      event(at, { eventId: '5', corrects: { source: 's', eventId: '4' } }),
      event(at, { eventId: '6', corrects: { source: 's', eventId: '2' } }),
      event(at, { eventId: '7', corrects: { source: 's', eventId: '6' } }),
      event(at, { eventId: '8', corrects: { source: 's', eventId: 'gone' } }),
      event('2026-07-01T00:00:00Z', {
        eventId: '9',
        callOff: 'CO-000001',
        corrects: { source: 's', eventId: '1' },
      }),
    );
    const owners = new Map([['4', 'tenant-a']]);
    expect(words(route(events, writable, { leadId: 'lead', owners }))).toEqual({
      'tenant-a': ['1 use', '4 compare', '5 correct', '9 hold'],
      'tenant-b': ['2 use', '6 correct', '7 correct'],
      lead: ['3 hold', '8 correct'],
    });
  });

  it("of a member's own key is always that member", () => {
    const events = arrive(event(at, { callOff: 'CO-000001' }), event(at, { callOff: 'CO-000009' }));
    expect(words(arriveFor('tenant-a', events, new Writable([a], clock)))).toEqual({
      'tenant-a': ['e use', 'e hold'],
    });
  });
});
