import { localDate } from '#libs/kernel';
import { callOffOf, meterOf } from './call-off-cases.js';
import { newestReceipts } from './newest-receipts.js';

const callOff = callOffOf([
  meterOf('payslips', []),
  meterOf('storage', [], 'TIME_WEIGHTED'),
  meterOf('users', [], 'MAX'),
]);
const use = (meterId: string, month: string, lastReceipt: bigint, callOffId = 'call-off') => ({
  ...{ callOffId, meterId, month: localDate(`${month}-01`), lastReceipt },
});
const usage = [
  use('payslips', '2026-04', 9n),
  use('storage', '2026-04', 7n),
  use('storage', '2026-05', 3n),
  use('storage', '2026-06', 11n),
  use('users', '2026-05', 4n),
  use('users', '2026-05', 99n, 'another'),
];
const newest = (month: string) =>
  Object.fromEntries(newestReceipts(callOff, usage, localDate(`${month}-01`)));

describe('the newest receipt that a month depends on', () => {
  it('is one of its own use, and for a level that carries over one of any month before', () => {
    expect(newest('2026-03')).toEqual({});
    expect(newest('2026-04')).toEqual({ payslips: 9n, storage: 7n });
    expect(newest('2026-05')).toEqual({ storage: 7n, users: 4n });
    expect(newest('2026-06')).toEqual({ storage: 11n });
    expect(newest('2026-07')).toEqual({ storage: 11n });
  });
});
