import { describe, expect, it } from '@jest/globals';
import { exact, localDate } from '#libs/kernel';
import type { Arrival } from './arrival.js';
import { keyOf, planCorrections, type Original } from './correction.js';
import { parseEventTime } from './event-time.js';
import { Writable } from './writable.js';

const today = localDate('2026-06-15');
const sent = parseEventTime('2026-06-01T00:00:00Z');
if (sent === null) throw new Error('not a time');
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
        startsOn: localDate('2026-01-01'),
        endsOn: localDate('2026-12-31'),
        meters: new Map([['payslips', { id: 'm', aggregation: 'SUM', charge: 'USAGE', fedBy: 'EVENTS' }]]),
      },
    },
  ],
  { now: new Date('2026-06-15T12:00:00Z'), today },
);
const original = (changes: Partial<Original> = {}): Original => ({
  ...{ name: { source: 's', eventId: 'a' }, callOffId: 'c', meterId: 'm', day: today },
  ...{ effective: exact('10'), corrections: 0 },
  ...changes,
});
const correction = (eventId: string, corrects: string, quantity: string, changes: object = {}): Arrival => ({
  index: 0,
  digest: Buffer.alloc(32),
  decision: { kind: 'correct' },
  event: {
    ...{ source: 's', eventId, meterCode: 'payslips', quantity, valueDigest: null, callOff: null },
    ...{ time: sent, corrects: { source: 's', eventId: corrects } },
    ...changes,
  },
});
const plan = (arrivals: readonly Arrival[], ...targets: readonly Original[]) => {
  const { planned, rejected } = planCorrections(
    arrivals,
    new Map(targets.map((target) => [keyOf(target.name), target])),
    writable,
  );
  return {
    planned: planned.map(
      ({ arrival, delta, events }) => `${arrival.event.eventId} ${delta.toDecimalString()} ${events}`,
    ),
    rejected: [...rejected].map(
      ([arrival, outcome]) =>
        `${arrival.event.eventId} ${outcome.kind === 'rejected' ? outcome.reason.code : outcome.kind}`,
    ),
  };
};

describe('corrections', () => {
  it('of a figure of a usage return come from a return alone', () => {
    const figure = original({ name: { source: 'usage return', eventId: 'r1' } });
    const corrects = { source: 'usage return', eventId: 'r1' };
    expect(
      plan(
        [
          correction('by-hand', '', '1', { source: 'manual', corrects }),
          correction('r2', '', '4', { source: 'usage return', corrects }),
        ],
        figure,
      ),
    ).toEqual({ planned: ['r2 -6 0'], rejected: ['by-hand USAGE_OF_RETURN'] });
  });

  it('add the difference to what counted, and withdraw and restore the event with 0', () => {
    const chain = [
      correction('b', 'a', '4.5'),
      correction('c', 'b', '0'),
      correction('d', 'a', '0'),
      correction('e', 'c', '7'),
    ];
    expect(plan(chain, original()).planned).toEqual(['b -5.5 0', 'c -4.5 -1', 'd 0 0', 'e 7 1']);
  });

  it('of a record of 0 leave the event counted until a correction says 0', () => {
    expect(plan([correction('b', 'a', '3')], original({ effective: exact('0') })).planned).toEqual(['b 3 0']);
    expect(plan([correction('b', 'a', '0')], original({ effective: exact('0') })).planned).toEqual([
      'b 0 -1',
    ]);
    expect(
      plan([correction('b', 'a', '3')], original({ effective: exact('0'), corrections: 1 })).planned,
    ).toEqual(['b 3 1']);
  });

  it('go on from an earlier correction that is stored', () => {
    const target = original({ effective: exact('6'), corrections: 2 });
    const { planned } = planCorrections(
      [correction('z', 'x', '5')],
      new Map([[keyOf({ source: 's', eventId: 'x' }), target]]),
      writable,
    );
    expect(planned.map(({ delta, original: { name } }) => [delta.toDecimalString(), name.eventId])).toEqual([
      ['-1', 'a'],
    ]);
  });

  it('are numbered along their chain, also when several come at once', () => {
    const { planned } = planCorrections(
      [correction('d', 'c', '8'), correction('c', 'b', '6'), correction('b', 'a', '4')],
      new Map([[keyOf({ source: 's', eventId: 'a' }), original({ corrections: 2 })]]),
      writable,
    );
    expect(planned.map(({ arrival, number }) => `${arrival.event.eventId} ${number}`)).toEqual([
      'b 3',
      'c 4',
      'd 5',
    ]);
  });

  it('carry what the meter of their record needs', () => {
    expect(plan([correction('b', 'a', '1', { quantity: null })], original()).rejected).toEqual([
      'b USAGE_EVENT_INVALID',
    ]);
  });

  it('wait for the correction that they correct, whatever the order of the batch', () => {
    expect(
      plan([correction('d', 'c', '8'), correction('c', 'b', '6'), correction('b', 'a', '4')], original())
        .planned,
    ).toEqual(['b -6 0', 'c 2 0', 'd 2 0']);
  });

  it('of what is not there, of another meter or of another call-off are refused, and so is a circle', () => {
    const wrong = [
      correction('b', 'gone', '1'),
      correction('c', 'a', '1', { meterCode: 'starters' }),
      correction('d', 'a', '1', { callOff: 'CO-000002-01' }),
      correction('e', 'f', '1'),
      correction('f', 'e', '1'),
      correction('g', 'c', '1'),
      correction('h', 'a', '1', { callOff: 'CO-000001' }),
    ];
    expect(plan(wrong, original())).toEqual({
      planned: ['h -9 0'],
      rejected: [
        'c USAGE_EVENT_INVALID',
        'd USAGE_EVENT_INVALID',
        'b USAGE_CORRECTS_UNKNOWN',
        'e USAGE_CORRECTS_UNKNOWN',
        'f USAGE_CORRECTS_UNKNOWN',
        'g USAGE_CORRECTS_UNKNOWN',
      ],
    });
    expect(plan([correction('b', 'a', '1')], original({ callOffId: 'not-mine' })).rejected).toEqual([
      'b USAGE_CORRECTS_UNKNOWN',
    ]);
  });
});
