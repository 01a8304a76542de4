import { describe, expect, it } from '@jest/globals';
import { exact, localDate } from '#libs/kernel';
import {
  startOfBand,
  volumeBandFaults,
  volumeBandIn,
  withdrawBandFaults,
  type VolumeBand,
} from './volume-band.js';

const band = (
  above: string,
  discount: string,
  reachedIn: string | null = null,
  startsOn = '2026-05-01',
): VolumeBand => ({
  ...{ leadId: 'l', id: above, meterId: 'm', above: exact(above), discount: exact(discount) },
  ...{ startsOn: localDate(startsOn), reachedIn: reachedIn === null ? null : localDate(reachedIn) },
});
const meter = { title: 'Payslips', charge: 'USAGE', aggregation: 'SUM' } as const;
const said = (
  above: string,
  discount: string,
  bands: readonly VolumeBand[] = [],
  of: Parameters<typeof volumeBandFaults>[1] = meter,
) => volumeBandFaults({ above, discount }, of, bands).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('a volume band', () => {
  it('is refused with all that is wrong with it', () => {
    expect(said('50000', '5')).toEqual([]);
    expect(said('0', '100.1')).toEqual(['TOO_SMALL above', 'TOO_BIG discount']);
    expect(said('-1', '0')).toEqual(['TOO_SMALL above', 'TOO_SMALL discount']);
    expect(said('1.23456', 'x')).toEqual(['TOO_MANY_DECIMALS above', 'AMOUNT_FORMAT discount']);
    expect(said('1e9', '1')).toEqual(['AMOUNT_FORMAT above']);
    expect(said('1000000000000000', '1000')).toEqual(['TOO_BIG above', 'TOO_BIG discount']);
  });

  it('is only for what adds up by day', () => {
    expect(said('1', '1', [], { ...meter, aggregation: 'COUNT' })).toEqual([]);
    expect(said('1', '1', [], { ...meter, aggregation: 'MAX' })).toEqual(['BAND_METER meterId']);
    expect(said('1', '1', [], { ...meter, charge: 'RECURRING' })).toEqual(['BAND_METER meterId']);
  });

  it('takes more off than lower ones and less than higher ones', () => {
    const bands = [band('1000', '2'), band('5000', '6')];
    expect(said('3000', '4', bands)).toEqual([]);
    expect(said('9000', '7', bands)).toEqual([]);
    for (const [above, discount] of [
      ['3000', '2'],
      ['3000', '6'],
      ['500', '3'],
      ['9000', '5'],
    ] as const)
      expect(said(above, discount, bands)).toEqual(['BAND_ORDER discount']);
    expect(said('1000.0', '3', bands)).toEqual(['BAND_TAKEN above']);
    expect(
      said(
        '1',
        '1',
        Array.from({ length: 10 }, (_, i) => band(`${i + 2}`, `${i + 2}`)),
      ),
    ).toEqual(['BANDS_TOO_MANY ']);
  });

  it('can hold from the next month, and until then it can be withdrawn', () => {
    expect(startOfBand(localDate('2026-12-31'))).toBe('2027-01-01');
    expect(withdrawBandFaults(band('1', '1'), localDate('2026-04-30'))).toEqual([]);
    expect(withdrawBandFaults(band('1', '1'), localDate('2026-05-01'))[0]?.message).toBe(
      'This band holds since 1 May 2026 and cannot be withdrawn.',
    );
  });

  it('holds from the month after it was reached, the highest alone', () => {
    const bands = [band('9000', '7', '2026-07-01'), band('1000', '2', '2026-05-01'), band('20000', '9')];
    const inMonth = (month: string) =>
      volumeBandIn(bands, localDate(month))?.discount.toDecimalString() ?? null;
    expect(['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01'].map(inMonth)).toEqual([
      null,
      '2',
      '2',
      '7',
    ]);
    expect(volumeBandIn([band('1', '1', '2026-01-01', '2026-09-01')], localDate('2026-08-01'))).toBeNull();
    expect(volumeBandIn([band('1', '1', '2026-01-01', '2026-09-01')], localDate('2026-09-01'))).toEqual({
      over: exact('1'),
      discount: exact('1'),
    });
  });
});
