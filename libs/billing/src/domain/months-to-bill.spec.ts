import { describe, expect, it } from '@jest/globals';
import { Exact, exact, localDate, monthLabel, type Period } from '#libs/kernel';
import { BilledIndex, type Position } from './billed.js';
import { callOffOf, meterOf, monthNamed } from './call-off-cases.js';
import { monthsToBill } from './months-to-bill.js';

const payslips = meterOf('payslips', []);
const licence = meterOf('licence', [], 'SUM', { charge: 'RECURRING' });
const seats = meterOf('seats', [], 'SUM', { charge: 'RECURRING', timing: 'ADVANCE' });
const callOff = callOffOf([payslips, licence, seats]);

const billed = (meterId: string, month: string, countedTo = 5n, callOffRevision = 1): Position => ({
  key: { callOffId: 'call-off', meterId, month: localDate(`${month}-01`), priceVersionId: 'p' },
  ...{ net: 100n, countedTo, callOffRevision },
});
const use = (month: string, lastReceipt = 5n, callOffId = 'call-off') => ({
  ...{ callOffId, meterId: 'payslips', month: localDate(`${month}-01`), lastReceipt },
});
const all = ['2026-04', '2026-05'].flatMap((month) => [
  billed('payslips', month),
  billed('licence', month, 0n),
]);

/** What the run of June looks at: 'usage' with all meters, or the meters alone. */
const looks = (
  of = callOff,
  positions: readonly Position[] = all,
  usage = [use('2026-04'), use('2026-05')],
) =>
  monthsToBill(of, monthNamed('2026-06'), usage, new BilledIndex(positions)).map(
    ({ month, meters, withUsage }) =>
      `${monthLabel(month)} ${meters.map(({ id }) => id).join('+')}${withUsage ? ' with usage' : ''}`,
  );
const without = (month: string) => `${month} licence+seats`;
const withUsage = (month: string) => `${month} payslips+licence+seats with usage`;

describe('the months that a run looks at', () => {
  it('are its own with all, earlier ones for what is not metered, and the next for what is due in advance', () => {
    expect(looks()).toEqual([
      ...[without('2026-04'), without('2026-05'), withUsage('2026-06'), '2026-07 seats'],
    ]);
  });

  it('are none but its own where nothing but use is charged and all of it is settled', () => {
    expect(looks(callOffOf([payslips]))).toEqual(['2026-06 payslips with usage']);
  });

  it('are with usage where the use of a month was never billed, whatever else was', () => {
    const positions = all.filter(({ key }) => key.meterId !== 'payslips' || key.month !== '2026-04-01');
    expect(looks(callOff, positions, [])[0]).toBe(withUsage('2026-04'));
  });

  it('are with usage where its use was billed from an older revision, and not where something else was', () => {
    const second = callOffOf([payslips, licence, seats], { revision: 2 });
    const [ofUse, ofLicence] = [billed('payslips', '2026-04', 5n, 2), billed('licence', '2026-04', 0n, 1)];
    expect(looks(second, [ofUse, ofLicence])[0]).toBe(without('2026-04'));
    expect(looks(second, [billed('payslips', '2026-04', 5n, 1), ofLicence])[0]).toBe(withUsage('2026-04'));
  });

  it('are with usage where a discount covers the month, of one meter too', () => {
    const discountIn = ({ start }: Period) => (start === '2026-04-01' ? exact('10') : Exact.ZERO);
    const discounted = callOffOf([{ ...payslips, discountIn }, licence, seats]);
    expect(looks(discounted).slice(0, 2)).toEqual([withUsage('2026-04'), without('2026-05')]);
  });

  it('are with usage where a receipt came that no document has counted', () => {
    expect(looks(callOff, all, [use('2026-04', 6n), use('2026-05')]).slice(0, 2)).toEqual([
      ...[withUsage('2026-04'), without('2026-05')],
    ]);
  });

  it('are never with usage for a call-off without anything metered', () => {
    expect(looks(callOffOf([licence]), [], [])).toEqual([
      ...['2026-04 licence', '2026-05 licence', '2026-06 licence with usage'],
    ]);
  });

  it('end with the term', () => {
    const ended = callOffOf([payslips, licence, seats], { lastDay: '2026-04-30' });
    expect(looks(ended, all.slice(0, 2), [use('2026-04')])).toEqual([without('2026-04')]);
  });

  it('take in use and bills outside the term, up to the run, and nothing of another call-off', () => {
    const outside = [use('2026-02'), use('2026-01', 9n, 'other'), use('2026-09')];
    const positions = [...all, billed('payslips', '2026-03', 0n)];
    expect(looks(callOff, positions, [...outside, use('2026-04'), use('2026-05')])).toEqual([
      ...[withUsage('2026-02'), without('2026-03'), without('2026-04'), without('2026-05')],
      ...[withUsage('2026-06'), '2026-07 seats'],
    ]);
  });
});
