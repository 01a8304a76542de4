import fc from 'fast-check';
import { localDate } from '#libs/kernel';
import { shareFaults, splitOfLine, type CostShare, type CostSplit } from './cost-split.js';

const share = (costCentre: string, percent: string, subjectiveCode = ''): CostShare => ({
  costCentre,
  subjectiveCode,
  percent,
});
const faults = (...shares: CostShare[]) =>
  shareFaults(shares).map(({ code, message, path }) => [code, path.join('.'), message]);

describe('the shares of a split', () => {
  it('are good when they add up to 100, to four places, and when there are none', () => {
    expect(faults(share('A1', '100'))).toEqual([]);
    expect(faults(share('A1', '33.3333'), share('B2', '33.3333'), share('C3', '33.3334'))).toEqual([]);
    expect(faults()).toEqual([]);
  });

  it('are refused when they do not add up', () => {
    expect(faults(share('A1', '60'), share('B2', '38.5'))).toEqual([
      ['APPORTION_SUM', 'shares', 'Shares must add up to 100%. They add up to 98.5%.'],
    ]);
    expect(faults(share('A1', '60'), share('B2', '40.0001'))).toEqual([
      ['APPORTION_SUM', 'shares', 'Shares must add up to 100%. They add up to 100.0001%.'],
    ]);
  });

  it('are refused with everything that is wrong with each of them', () => {
    expect(
      faults(
        share(' ', '0'),
        share('A1', '-5', 'x'.repeat(51)),
        share('A1', '100.01'),
        share('A1', '1.00001'),
        share('A1', 'half'),
      ).map(([code, path]) => [code, path]),
    ).toEqual([
      ['FIELD_REQUIRED', 'shares.0.costCentre'],
      ['TOO_SMALL', 'shares.0.percent'],
      ['TEXT_TOO_LONG', 'shares.1.subjectiveCode'],
      ['TOO_SMALL', 'shares.1.percent'],
      ['TOO_BIG', 'shares.2.percent'],
      ['TOO_MANY_DECIMALS', 'shares.3.percent'],
      ['AMOUNT_FORMAT', 'shares.4.percent'],
    ]);
    expect(faults(...Array.from({ length: 51 }, () => share('A1', '1')))).toEqual([
      ['LIST_TOO_LONG', 'shares', 'Send 50 items or fewer at a time.'],
    ]);
    expect(faults(...Array.from({ length: 50 }, () => share('A1', '2')))).toEqual([]);
  });

  it.each([
    [share('', '100'), 'Enter the cost centre.'],
    [share('A1', '100', 'x'.repeat(51)), 'The subjective code must be 50 characters or fewer.'],
    [share('A1', '0'), 'The share must be 0.0001% or more.'],
    [share('A1', '-1'), 'The share must be 0.0001% or more.'],
    [share('A1', '100.0001'), 'The share must be 100% or less.'],
    [share('A1', '1000'), 'The share must be 100% or less.'],
    [share('A1', '33.33333'), 'The share must have no more than 4 decimal places.'],
    [share('A1', 'a third'), 'The share must be an amount written as text, like "12.34".'],
  ])('%j is refused in words', (given, message) => {
    expect(faults(given).map(([, , words]) => words)).toEqual([message]);
  });
});

const split = (id: string, fromMonth: string, shares: readonly CostShare[], rest = {}): CostSplit => ({
  ...{
    tenantId: 'tenant',
    id,
    callOffId: 'call-off',
    meterId: null,
    fromMonth: localDate(fromMonth),
    shares,
  },
  ...{ recordedAt: new Date('2026-04-01T09:00:00Z'), recordedBy: 'person' },
  ...rest,
});
const line = (start: string, net = 1000n, rest = {}) => ({
  ...{ callOffId: 'call-off', meterId: 'payslips', period: { start: localDate(start) }, net },
  ...rest,
});
const centresOf = (splits: readonly CostSplit[], of: ReturnType<typeof line>) =>
  splitOfLine(splits, of).map(({ costCentre, net }) => [costCentre, net]);

describe('a line', () => {
  const splits = [
    split('1', '2026-04-01', [share('A1', '75'), share('B2', '25')]),
    split('2', '2026-07-01', [share('C3', '100')]),
  ];

  it('is split as it was last settled for a month that is not after its own', () => {
    expect(centresOf(splits, line('2026-03-01'))).toEqual([]);
    expect(centresOf(splits, line('2026-04-16'))).toEqual([
      ['A1', 750n],
      ['B2', 250n],
    ]);
    expect(centresOf(splits, line('2026-06-01'))).toEqual(centresOf(splits, line('2026-04-01')));
    expect(centresOf([...splits].reverse(), line('2026-07-01'))).toEqual([['C3', 1000n]]);
    expect(centresOf(splits, line('2026-07-01', 1000n, { callOffId: 'other' }))).toEqual([]);
  });

  it('goes by what was recorded last of the same month, and by an empty one not at all', () => {
    const later = { recordedAt: new Date('2026-04-02T09:00:00Z') };
    const changed = [...splits, split('0', '2026-04-01', [share('D4', '100')], later)];
    expect(centresOf(changed, line('2026-04-01'))).toEqual([['D4', 1000n]]);
    expect(centresOf([...changed, split('9', '2026-05-01', [])], line('2026-05-01'))).toEqual([]);
    expect(centresOf([...changed].reverse(), line('2026-04-01'))).toEqual([['D4', 1000n]]);
    // Two that were recorded at once: the same one of them holds, in whatever order they are read.
    const atOnce = [...splits, split('9', '2026-04-01', [share('E5', '100')])];
    expect(centresOf(atOnce, line('2026-04-01'))).toEqual([['E5', 1000n]]);
    expect(centresOf(atOnce.reverse(), line('2026-04-01'))).toEqual([['E5', 1000n]]);
  });

  it('goes by its meter’s own split before its call-off’s, until that one ends', () => {
    const own = split('3', '2026-05-01', [share('M', '100')], { meterId: 'payslips' });
    expect(centresOf([...splits, own], line('2026-04-01'))).toEqual(centresOf(splits, line('2026-04-01')));
    expect(centresOf([...splits, own], line('2026-07-01'))).toEqual([['M', 1000n]]);
    expect(centresOf([...splits, own], line('2026-07-01', 1000n, { meterId: 'letters' }))).toEqual([
      ['C3', 1000n],
    ]);
    const ended = split('4', '2026-08-01', [], { meterId: 'payslips' });
    expect(centresOf([...splits, own, ended], line('2026-08-01'))).toEqual([['C3', 1000n]]);
  });

  it('loses no penny, and gives the odd ones to the largest remainders, the first before the others', () => {
    const thirds = [split('1', '2026-04-01', [share('A', '33.3'), share('B', '33.3'), share('C', '33.4')])];
    expect(centresOf(thirds, line('2026-04-01', 100n))).toEqual([
      ['A', 33n],
      ['B', 33n],
      ['C', 34n],
    ]);
    expect(centresOf(thirds, line('2026-04-01', 1n))).toEqual([
      ['A', 0n],
      ['B', 0n],
      ['C', 1n],
    ]);
    const halves = [split('1', '2026-04-01', [share('A', '50'), share('B', '50')])];
    expect(centresOf(halves, line('2026-04-01', 7n))).toEqual([
      ['A', 4n],
      ['B', 3n],
    ]);
  });

  it('comes to its shares whatever it is: each within a penny of its part, all of them together exactly', () => {
    // Parts of 100.0000 in ten-thousandths, cut at random places.
    const parts = fc
      .uniqueArray(fc.integer({ min: 1, max: 999_999 }), { minLength: 0, maxLength: 20 })
      .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 1_000_000])
      .map((cuts) => cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? 0)));
    fc.assert(
      fc.property(parts, fc.bigInt({ min: 1n, max: 10n ** 12n }), (weights, net) => {
        const shares = weights.map((weight, index) =>
          share(`C${index}`, `${Math.floor(weight / 10_000)}.${String(weight % 10_000).padStart(4, '0')}`),
        );
        expect(shareFaults(shares)).toEqual([]);
        const amounts = splitOfLine([split('1', '2026-04-01', shares)], line('2026-04-01', net));
        expect(amounts.reduce((sum, each) => sum + each.net, 0n)).toBe(net);
        amounts.forEach((each, index) => {
          const off = each.net * 1_000_000n - net * BigInt(weights[index] ?? 0);
          expect(off < 1_000_000n && off > -1_000_000n).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});
