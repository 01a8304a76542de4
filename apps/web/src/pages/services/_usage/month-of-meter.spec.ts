import { describe, expect, it } from '@jest/globals';
import { month } from '#libs/kernel';
import { monthOfMeter } from './month-of-meter.js';

const day = (date: string, quantity: string, events = 1) => ({ day: date, quantity, events });
const whole = (quantity: string, events = 1) => ({ quantity, events });
const october = month('2026-10');

describe('a month of a meter', () => {
  it('comes to what it was measured at, and has a highest day, the first of two alike', () => {
    const shown = monthOfMeter(
      [day('2026-10-01', '0.1'), day('2026-10-06', '300.2', 2), day('2026-10-20', '300.2')],
      { quantity: '600.5', events: 4 },
      october,
    );
    expect(shown).toMatchObject({ total: '600.5', events: 4, isAll: false });
    expect(shown.highest).toEqual({ day: '2026-10-06', quantity: '300.2', events: 2 });
  });

  it('draws every day of the month, also those without usage', () => {
    const { chart } = monthOfMeter([day('2026-10-25', '1204')], whole('1204'), october);
    expect(chart.bars).toHaveLength(31);
    expect(chart.bars.flatMap(({ height }, i) => (height > 0 ? [i + 1] : []))).toEqual([25]);
  });

  it('knows when one day has all of it, and when a correction took it away again', () => {
    expect(
      monthOfMeter([day('2026-10-25', '1204'), day('2026-10-26', '0', 0)], whole('1204'), october),
    ).toMatchObject({
      total: '1204',
      isAll: true,
      highest: { day: '2026-10-25' },
    });
    expect(monthOfMeter([day('2026-10-25', '0')], whole('0'), october)).toMatchObject({
      total: '0',
      highest: null,
    });
    expect(monthOfMeter([], whole('0', 0), october)).toMatchObject({
      total: '0',
      events: 0,
      highest: null,
      isAll: false,
    });
  });
});
