import { describe, expect, it } from '@jest/globals';
import { exact, localDate } from '#libs/kernel';
import { recordsDue, type Recorded } from './records-due.js';

const meters = { shareMeterId: 'share', trueUpMeterId: 'true-up' };
const callOff = (endsOn = '2027-03-31', id = 'c') => ({
  ...{ id, startsOn: localDate('2026-04-01'), endsOn: localDate(endsOn) },
});
const part = (day: string, amount: bigint, callOffId = 'c') => ({ day: localDate(day), callOffId, amount });
const recorded = (day: string, quantity: string, of: Partial<Recorded> = {}): Recorded => ({
  ...{ meterId: 'share', callOffId: 'c', day: localDate(day), quantity: exact(quantity) },
  name: { source: 'cost-sharing', eventId: `csh_1/${day.slice(0, 7)}` },
  ...of,
});
const parts = [part('2026-04-01', 1000n), part('2026-05-01', 1000n), part('2026-06-01', 999n)];
const due = (
  today: string,
  {
    on = [],
    trueUp = null,
    callOffs = [callOff()],
  }: {
    on?: readonly Recorded[];
    trueUp?: ReturnType<typeof part> | null;
    callOffs?: readonly ReturnType<typeof callOff>[];
  } = {},
) => {
  const known = { shareId: 'csh_2', meters, callOffs, recorded: on, today: localDate(today) };
  const { records, nextOn } = recordsDue({ parts, trueUp }, known);
  return [
    ...records.map((each) =>
      [each.eventId, each.meterId, each.day, each.quantity, each.corrects?.eventId ?? 'new'].join(' '),
    ),
    nextOn,
  ];
};

describe('what is to be recorded', () => {
  it('are the months that have begun, and the next one is known', () => {
    expect(due('2026-03-31')).toEqual(['2026-04-01']);
    expect(due('2026-05-01')).toEqual([
      'csh_2/2026-04 share 2026-04-01 10 new',
      'csh_2/2026-05 share 2026-05-01 10 new',
      '2026-06-01',
    ]);
  });

  it('is nothing once it is recorded, and a correction where something else is', () => {
    const on = [
      recorded('2026-04-01', '10'),
      recorded('2026-05-10', '12.34'),
      recorded('2026-06-01', '9.99'),
    ];
    expect(due('2026-08-01', { on })).toEqual(['csh_2/2026-05 share 2026-05-10 10 csh_1/2026-05', null]);
  });

  it('withdraws what is due no more, once', () => {
    const other = { meterId: 'true-up', name: { source: 'cost-sharing', eventId: 'csh_1/true-up' } };
    const on = [recorded('2026-04-01', '10'), recorded('2026-03-31', '7', other)];
    expect(due('2026-04-20', { on })).toEqual([
      'csh_2/2026-03-31/withdrawn true-up 2026-03-31 0 csh_1/true-up',
      '2026-05-01',
    ]);
    expect(due('2026-04-20', { on: [on[0] as Recorded, recorded('2026-03-31', '0', other)] })).toEqual([
      '2026-05-01',
    ]);
  });

  it('has the true-up on its own meter', () => {
    const on = parts.map(({ day, amount }) =>
      recorded(day, `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`),
    );
    expect(due('2027-05-01', { on, trueUp: part('2027-03-31', 5n) })).toEqual([
      'csh_2/true-up true-up 2027-03-31 0.05 new',
      null,
    ]);
  });

  it('ends with the call-off', () => {
    expect(due('2026-08-01', { callOffs: [callOff('2026-05-15')] })).toEqual([
      'csh_2/2026-04 share 2026-04-01 10 new',
      'csh_2/2026-05 share 2026-05-01 10 new',
      null,
    ]);
    expect(due('2026-08-01', { callOffs: [callOff('2027-03-31', 'other')] })).toEqual([null]);
  });

  it('begins with the call-off, whichever others the member has', () => {
    const later = { ...callOff(), startsOn: localDate('2026-05-01') };
    expect(due('2026-05-01', { callOffs: [callOff('2027-03-31', 'other'), later] })).toEqual([
      'csh_2/2026-05 share 2026-05-01 10 new',
      '2026-06-01',
    ]);
  });

  it('keeps the month’s part and the true-up of the same month apart', () => {
    const trueUp = part('2026-06-30', 5n);
    const on = [
      recorded('2026-06-30', '0.05', { meterId: 'true-up' }),
      ...parts.map(({ day }) => recorded(day, day === '2026-06-01' ? '9.99' : '10')),
    ];
    expect(due('2026-08-01', { on, trueUp })).toEqual([null]);
  });

  it('moves a part to the call-off that has the month now', () => {
    const on = [recorded('2026-04-01', '10', { callOffId: 'ended' })];
    expect(due('2026-04-01', { on })).toEqual([
      'csh_2/2026-04 share 2026-04-01 10 new',
      'csh_2/2026-04-01/withdrawn share 2026-04-01 0 csh_1/2026-04',
      '2026-05-01',
    ]);
  });
});
