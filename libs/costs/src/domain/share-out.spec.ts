import { describe, expect, it } from '@jest/globals';
import { exact, Exact, localDate, type Result } from '#libs/kernel';
import { lastDayOfMember, monthsOfMember, type MemberInYear } from './member-in-year.js';
import { actualMembers, type MemberAtEnd } from './propose-actual.js';
import { estimateMembers } from './propose-estimate.js';
import {
  carriedOutOf,
  chargedBy,
  schemeState,
  type Basis,
  type SchemeMember,
  type SharingTerms,
} from './scheme.js';
import { formatShare, parseShare } from './share.js';
import { shareOut } from './share-out.js';
import { readCost, readTerms } from './entered-terms.js';
import { parseYear, yearBefore } from './year-versions.js';
import { settle } from './year-parts.js';

const YEAR = { start: localDate('2026-04-01'), end: localDate('2027-04-01') };
const ID = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ALL_YEAR = [{ id: 'c', startsOn: localDate('2026-04-01'), endsOn: localDate('2027-03-31') }];

const member = (n: number, of: Partial<MemberAtEnd> = {}): MemberAtEnd => ({
  tenantId: ID(n),
  name: `Council ${n}`,
  months: monthsOfMember(ALL_YEAR, YEAR),
  last: lastDayOfMember(ALL_YEAR, YEAR),
  population: null,
  metered: null,
  entered: null,
  before: null,
  ...of,
});
const fixed = (n: number, share: string | null, of: Partial<MemberInYear> = {}) =>
  member(n, { entered: { tenantId: ID(n), share, figure: null, source: null }, ...of });
const driven = (n: number, figure: string | null, of: Partial<MemberAtEnd> = {}) =>
  member(n, { entered: { tenantId: ID(n), share: null, figure, source: 'telephone system' }, ...of });
const terms = (basis: Basis, damping: string | null = null, tolerance = '3'): SharingTerms => ({
  basis,
  driver: basis === 'DRIVER' ? 'Calls' : null,
  dampingPercent: damping === null ? null : exact(damping),
  tolerancePoints: exact(tolerance),
});
const said = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ code, message, path }) => `${code} ${path.join('/')}: ${message}`);
const percents = (result: Result<readonly { share: bigint }[]>) =>
  result.ok ? result.value.map(({ share }) => formatShare(share)) : said(result);

describe('a share', () => {
  it.each([
    ['12.5', '12.5'],
    ['0', '0'],
    ['100', '100'],
    ['33.3333', '33.3333'],
    ['100.0001', null],
    ['33.33333', null],
    ['-1', null],
    ['1e1', null],
  ])('%s reads %s', (text, shown) => {
    const share = parseShare(text);
    expect(share === null ? null : formatShare(share)).toBe(shown);
  });
});

describe('shares', () => {
  it('are the same for everyone, by the months that each is there', () => {
    const half = [{ id: 'c', startsOn: localDate('2026-10-15'), endsOn: localDate('2028-03-31') }];
    const members = [member(1), member(2, { months: monthsOfMember(half, YEAR) })];
    expect(members[1]?.months.map(({ day }) => day)).toEqual([
      '2026-10-15',
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
      '2027-03-01',
    ]);
    expect(percents(shareOut(terms('EQUAL'), [member(1), member(2), member(3)]))).toEqual([
      '33.3334',
      '33.3333',
      '33.3333',
    ]);
    expect(percents(shareOut(terms('EQUAL'), members))).toEqual(['66.6667', '33.3333']);
  });

  it('are as entered, and must add up to 100%', () => {
    expect(percents(shareOut(terms('FIXED'), [fixed(1, '71'), fixed(2, '29')]))).toEqual(['71', '29']);
    expect(said(shareOut(terms('FIXED'), [fixed(1, '71'), fixed(2, '27.5')]))).toEqual([
      'APPORTION_SUM members: Shares must add up to 100%. They add up to 98.5%.',
    ]);
    const id = ID(1).replaceAll('-', '');
    expect(said(shareOut(terms('FIXED'), [fixed(1, null), fixed(2, 'x')]))).toEqual([
      `FIELD_REQUIRED members/bod_${id}/share: Enter the share of Council 1.`,
      `AMOUNT_FORMAT members/bod_${ID(2).replaceAll('-', '')}/share: The share of Council 2 must be an amount written as text, like "12.34".`,
    ]);
  });

  it('are by population, which must be known', () => {
    const people = (n: number, population: number | null) => member(n, { population });
    expect(percents(shareOut(terms('PER_HEAD'), [people(1, 300), people(2, 100)]))).toEqual(['75', '25']);
    expect(said(shareOut(terms('PER_HEAD'), [people(1, 300), people(2, null)]))).toEqual([
      'POPULATION_UNKNOWN basis: The register has no population for Council 2. Choose another basis.',
    ]);
  });

  // South Hams and West Devon: calls of 2021/22 and 2022/23, planning applications of 2023/24.
  it.each([
    ['77297', '32158', ['70.6199', '29.3801']],
    ['60924', '27820', ['68.6514', '31.3486']],
    ['2286', '807', ['73.9088', '26.0912']],
  ])('by calls of %s and %s are %p', (a, b, shares) => {
    expect(percents(shareOut(terms('DRIVER'), [driven(1, a), driven(2, b)]))).toEqual(shares);
  });

  it('need every figure with its source, and one above 0', () => {
    expect(said(shareOut(terms('DRIVER'), [driven(1, null), driven(2, '0')]))[0]).toMatch(
      /^FIELD_REQUIRED .*figure: Enter the figure of Council 1\.$/,
    );
    const unsourced = member(1, {
      entered: { tenantId: ID(1), share: null, figure: '5', source: null },
    });
    expect(said(shareOut(terms('DRIVER'), [unsourced]))[0]).toMatch(
      /^FIELD_REQUIRED .*source: Enter where the figure of Council 1 comes from\.$/,
    );
    expect(said(shareOut(terms('DRIVER'), [driven(1, '0'), driven(2, '0')]))).toEqual([
      'SHARES_ALL_ZERO members: At least one member needs a figure above 0.',
    ]);
  });

  it('come in the order of the ids, and so do the odd parts, in whatever order members are given', () => {
    const shared = shareOut(terms('EQUAL'), [member(3), member(1), member(2)]);
    expect(shared.ok && shared.value.map(({ member: { tenantId } }) => tenantId)).toEqual([1, 2, 3].map(ID));
    expect(percents(shared)).toEqual(['33.3334', '33.3333', '33.3333']);
  });

  it('name the figure that they follow from and where it comes from', () => {
    const figures = (basis: Basis, of: MemberInYear) => {
      const shared = shareOut(terms(basis), [of]);
      return shared.ok
        ? shared.value.map(({ figure, source }) => [figure?.toDecimalString(), source].join(' '))
        : said(shared);
    };
    expect(figures('PER_HEAD', member(1, { population: 300 }))).toEqual([
      '300 Register of public bodies: mid-2020 population',
    ]);
    expect(figures('DRIVER', driven(1, '12.5'))).toEqual(['12.5 telephone system']);
    const metered = { figure: exact('7'), source: 'Calls metered in 2026/27' };
    expect(figures('DRIVER', driven(1, '12.5', { metered }))).toEqual(['7 Calls metered in 2026/27']);
    expect(figures('EQUAL', member(1))).toEqual([' ']);
  });

  it('ask for what was not entered at all', () => {
    const id = ID(1).replaceAll('-', '');
    expect(said(shareOut(terms('FIXED'), [member(1)]))).toEqual([
      `FIELD_REQUIRED members/bod_${id}/share: Enter the share of Council 1.`,
    ]);
    expect(said(shareOut(terms('DRIVER'), [member(1)]))).toEqual([
      `FIELD_REQUIRED members/bod_${id}/figure: Enter the figure of Council 1.`,
      `FIELD_REQUIRED members/bod_${id}/source: Enter where the figure of Council 1 comes from.`,
    ]);
    expect(said(shareOut(terms('DRIVER'), [driven(1, 'many')]))).toEqual([
      `AMOUNT_FORMAT members/bod_${id}/figure: The figure of Council 1 must be an amount written as text, like "12.34".`,
    ]);
  });

  it('ask for nothing of who is there no more', () => {
    const gone = member(2, { months: [], before: 500_000n });
    expect(percents(shareOut(terms('DRIVER'), [driven(1, '5'), gone]))).toEqual(['100', '0']);
    expect(percents(shareOut(terms('FIXED'), [fixed(1, '100'), gone]))).toEqual(['100', '0']);
  });

  it('leave out who is there no more', () => {
    const gone = member(2, { months: [], before: 500_000n });
    expect(percents(shareOut(terms('EQUAL', '10'), [member(1), gone]))).toEqual(['100', '0']);
  });
});

describe('damping', () => {
  it('holds who would change by more, and the others have the rest by their weights', () => {
    // Without it 60, 30 and 10.
    const members = [
      driven(1, '60', { before: 400_000n }),
      driven(2, '30', { before: 400_000n }),
      driven(3, '10', { before: 200_000n }),
    ];
    expect(percents(shareOut(terms('DRIVER'), members))).toEqual(['60', '30', '10']);
    expect(percents(shareOut(terms('DRIVER', '10'), members))).toEqual(['44', '38', '18']);
    expect(percents(shareOut(terms('DRIVER', '0'), members))).toEqual(['40', '40', '20']);
    expect(percents(shareOut(terms('DRIVER', '100'), members))).toEqual(['60', '30', '10']);
  });

  it('leaves newcomers what the others do not take', () => {
    const members = [driven(1, '1', { before: 1_000_000n }), driven(2, '1')];
    expect(percents(shareOut(terms('DRIVER', '20'), members))).toEqual(['80', '20']);
  });

  it('takes who had a share of nothing for a newcomer', () => {
    const members = [driven(1, '1', { before: 1_000_000n }), driven(2, '1', { before: 0n })];
    expect(percents(shareOut(terms('DRIVER', '20'), members))).toEqual(['80', '20']);
  });

  it('gives a newcomer that weighs nothing nothing, even where all the others are held', () => {
    const members = [driven(1, '3', { before: 500_000n }), driven(2, '1', { before: 500_000n })];
    expect(percents(shareOut(terms('DRIVER', '0'), [...members, driven(3, '0')]))).toEqual(['50', '50', '0']);
  });

  it('that cannot hold is refused', () => {
    const members = [driven(1, '1', { before: 300_000n })];
    expect(said(shareOut(terms('DRIVER', '20'), members))).toEqual([
      'DAMPING_IMPOSSIBLE dampingPercent: Shares cannot add up to 100% when none may change by more than 20% of last year. Enter a higher limit.',
    ]);
  });

  it('of members that weigh nothing goes by the room that they have', () => {
    const members = [driven(1, '0', { before: 500_000n }), driven(2, '100', { before: 450_000n })];
    expect(
      percents(shareOut(terms('DRIVER', '10'), [...members, driven(3, '0', { before: 50_000n })])),
    ).toEqual(['45.9091', '49.5', '4.5909']);
    // 12% to 100%, 6% to 54% and 2% to 18%: the third is held at 18%, and 64% are to be had above 12% and 6%,
    // by room of 88% and 48%. Nobody has more than everything.
    const before = [600_000n, 300_000n, 100_000n];
    const figures = ['0', '0', '5'];
    expect(
      percents(
        shareOut(
          terms('DRIVER', '80'),
          before.map((share, place) => driven(place + 1, figures[place] ?? '', { before: share })),
        ),
      ),
    ).toEqual(['53.4118', '28.5882', '18']);
  });
});

const estimateOf = (result: Result<readonly SchemeMember[]>): readonly SchemeMember[] => {
  if (!result.ok) throw new Error(said(result).join());
  return result.value;
};

describe('an estimate', () => {
  it('is twelve parts that add up to each share, which add up to the cost', () => {
    const [first, second, third] = estimateOf(
      estimateMembers(terms('EQUAL'), 100_000_01n, [member(1), member(2), member(3)]),
    );
    expect([first?.amount, second?.amount, third?.amount]).toEqual([3_333_341n, 3_333_330n, 3_333_330n]);
    expect(first?.parts.map(({ day, amount }) => `${day} ${amount}`).slice(0, 8)).toEqual([
      ...['2026-04-01 277779', '2026-05-01 277779', '2026-06-01 277779', '2026-07-01 277779'],
      ...['2026-08-01 277779', '2026-09-01 277778', '2026-10-01 277778', '2026-11-01 277778'],
    ]);
  });
});

describe('an estimate of a member', () => {
  it('that is there no more is nothing, in no month', () => {
    const gone = member(2, { months: [], before: 500_000n });
    const [, second] = estimateOf(estimateMembers(terms('EQUAL'), 1_000_00n, [member(1), gone]));
    expect(second).toEqual({
      ...{ tenantId: ID(2), figure: null, figureSource: null, months: 0, before: 500_000n },
      ...{ share: 0n, amount: 0n, parts: [], trueUp: null },
    });
  });

  it('without its figure is refused', () => {
    expect(said(estimateMembers(terms('PER_HEAD'), 1_000_00n, [member(1)]))).toEqual([
      'POPULATION_UNKNOWN basis: The register has no population for Council 1. Choose another basis.',
    ]);
  });
});

describe('a year at its end', () => {
  const estimate = (a: string, b: string) => ({
    ...terms('DRIVER'),
    members: estimateOf(estimateMembers(terms('DRIVER'), 1_000_00n, [driven(1, a), driven(2, b)])),
  });
  const end = (a: string, b: string, amount: bigint, settlement: 'TRUE_UP' | 'CARRY' = 'TRUE_UP') => {
    const result = actualMembers(estimate('71', '29'), { amount, settlement }, [driven(1, a), driven(2, b)]);
    if (!result.ok) throw new Error(said(result).join());
    return result.value;
  };
  const shown = ({ members }: { readonly members: readonly SchemeMember[] }) =>
    members.map(({ share, amount, parts, trueUp }) =>
      [
        formatShare(share),
        amount,
        parts.at(-2)?.amount,
        parts.at(-1)?.amount,
        trueUp?.day,
        trueUp?.amount,
      ].join(' '),
    );

  it('keeps the estimated shares within the tolerance', () => {
    const kept = end('60924', '27820', 1_100_00n);
    expect(kept.reshared).toBe(false);
    // 71% and 29% of £1,100: £71 and £29 above the estimate.
    expect(shown(kept)).toEqual(['71 78100 5916 5916 2027-03-31 7100', '29 31900 2416 2416 2027-03-31 2900']);
  });

  it('is shared by the actual figures beyond it: more beside the months, less off the latest', () => {
    const changed = end('382', '118', 1_000_00n);
    expect(changed.reshared).toBe(true);
    // 76.4%: 5.4 points off. £54 go from the one to the other: all of March and February, and half of January.
    expect(shown(changed)).toEqual(['76.4 76400 5916 5916 2027-03-31 5400', '23.6 23600 0 0  ']);
    expect(changed.members[1]?.parts.slice(-4).map(({ amount }) => amount)).toEqual([2416n, 1848n, 0n, 0n]);
  });

  it('that is exactly at the tolerance is within it', () => {
    expect(end('74', '26', 1_000_00n).reshared).toBe(false);
    expect(end('7401', '2599', 1_000_00n).reshared).toBe(true);
  });

  it('is shared anew when another member took the service', () => {
    const result = actualMembers(estimate('71', '29'), { amount: 1_000_00n, settlement: 'TRUE_UP' }, [
      ...[driven(1, '71'), driven(2, '28'), driven(3, '1')],
    ]);
    expect(result.ok && result.value.reshared).toBe(true);
    expect(result.ok && shown(result.value)[2]).toBe('1 1000   2027-03-31 1000');
  });

  /** Whether shares by these actual figures take the place of those by the estimated ones, of a tolerance of 3 points. */
  const isReshared = (estimated: readonly MemberAtEnd[], actual: readonly MemberAtEnd[]) => {
    const members = estimateOf(estimateMembers(terms('DRIVER'), 1_000_00n, estimated));
    const settled = { amount: 1_000_00n, settlement: 'TRUE_UP' } as const;
    const result = actualMembers({ ...terms('DRIVER'), members }, settled, actual);
    if (!result.ok) throw new Error(said(result).join());
    return result.value.reshared;
  };
  const three = (...figures: readonly string[]) => figures.map((figure, place) => driven(place + 1, figure));

  it('is shared anew when one share alone is beyond the tolerance, above or below', () => {
    expect(isReshared(three('40', '30', '30'), three('44', '28', '28'))).toBe(true);
    expect(isReshared(three('40', '30', '30'), three('36', '32', '32'))).toBe(true);
    expect(isReshared(three('40', '30', '30'), three('43', '28.5', '28.5'))).toBe(false);
  });

  it('is shared anew when a member turned out not to take the service, and not when that was known', () => {
    const gone = driven(2, '1', { months: [], last: null });
    expect(isReshared([driven(1, '99'), driven(2, '1')], [driven(1, '99'), gone])).toBe(true);
    expect(isReshared([driven(1, '99'), gone], [driven(1, '99'), gone])).toBe(false);
  });

  it('has each true-up on the last day on which that member has the service', () => {
    const last = { day: localDate('2026-09-30'), callOffId: 'ended' };
    const result = actualMembers(estimate('71', '29'), { amount: 1_100_00n, settlement: 'TRUE_UP' }, [
      ...[driven(1, '71'), driven(2, '29', { last })],
    ]);
    expect(result.ok && result.value.members.map(({ trueUp }) => trueUp)).toEqual([
      { day: '2027-03-31', callOffId: 'c', amount: 71_00n },
      { day: '2026-09-30', callOffId: 'ended', amount: 29_00n },
    ]);
  });

  it('cannot be worked out without the actual figures', () => {
    const settled = { amount: 1_000_00n, settlement: 'TRUE_UP' } as const;
    const result = actualMembers(estimate('71', '29'), settled, [driven(1, '71'), driven(2, null)]);
    expect(said(result)).toEqual([
      `FIELD_REQUIRED members/bod_${ID(2).replaceAll('-', '')}/figure: Enter the figure of Council 2.`,
    ]);
  });

  it('that is carried on charges nothing to who came after the estimate', () => {
    const result = actualMembers(estimate('71', '29'), { amount: 1_100_00n, settlement: 'CARRY' }, [
      ...[driven(1, '71'), driven(2, '28'), driven(3, '1')],
    ]);
    expect(result.ok && result.value.members[2]).toMatchObject({
      ...{ tenantId: ID(3), share: 0n, amount: 0n, parts: [], trueUp: null },
    });
  });

  it('is left as it was charged when the difference is carried on', () => {
    const carried = end('382', '118', 1_234_56n, 'CARRY');
    expect(carried.reshared).toBe(false);
    expect(shown(carried)).toEqual(['71 71000 5916 5916  ', '29 29000 2416 2416  ']);
    const scheme = { ...carried, ...terms('DRIVER'), cost: 1_234_56n, carried: -34_56n } as const;
    const version = { ...scheme, settlement: 'CARRY', stage: 'ACTUAL' } as never;
    expect([chargedBy(version), carriedOutOf(version)]).toEqual([1_000_00n, 200_00n]);
  });

  it('with fixed shares keeps them', () => {
    const agreed = estimateOf(estimateMembers(terms('FIXED'), 500n, [fixed(1, '60'), fixed(2, '40')]));
    const result = actualMembers(
      { ...terms('FIXED'), members: agreed },
      { amount: 1000n, settlement: 'TRUE_UP' },
      [member(1), member(2)],
    );
    expect(result.ok && result.value.members.map(({ amount }) => amount)).toEqual([600n, 400n]);
    const withAnother = actualMembers(
      { ...terms('FIXED'), members: agreed },
      { amount: 1000n, settlement: 'TRUE_UP' },
      [member(1), member(2), member(3)],
    );
    expect(withAnother.ok && withAnother.value.members.map(({ amount }) => amount)).toEqual([600n, 400n, 0n]);
  });
});

describe('a year that is settled', () => {
  const parts = [5n, 5n, 5n].map((amount, n) => ({
    day: localDate(`2026-0${n + 4}-01`),
    callOffId: 'c',
    amount,
  }));
  it.each([
    [20n, [5n, 5n, 5n], 5n],
    [15n, [5n, 5n, 5n], 0n],
    [12n, [5n, 5n, 2n], 0n],
    [3n, [3n, 0n, 0n], 0n],
    [0n, [0n, 0n, 0n], 0n],
  ])('at %s has months of %p and %s above', (amount, months, above) => {
    const settled = settle(parts, amount);
    expect([settled.parts.map((part) => part.amount), settled.above]).toEqual([months, above]);
  });
});

describe('the last day of a member in a year', () => {
  it('is the end of its term, or of the year', () => {
    const term = (startsOn: string, endsOn: string, id: string) => ({
      ...{ id, startsOn: localDate(startsOn), endsOn: localDate(endsOn) },
    });
    const ended = term('2025-04-01', '2026-06-15', 'a');
    expect(lastDayOfMember([ended], YEAR)).toEqual({ day: '2026-06-15', callOffId: 'a' });
    const again = term('2026-09-01', '2029-08-31', 'b');
    expect(lastDayOfMember([ended, again], YEAR)).toEqual({ day: '2027-03-31', callOffId: 'b' });
    expect(lastDayOfMember([again, ended], YEAR)).toEqual({ day: '2027-03-31', callOffId: 'b' });
    expect(lastDayOfMember([term('2027-04-01', '2028-03-31', 'c')], YEAR)).toBeNull();
    expect(monthsOfMember([ended, again], YEAR)).toHaveLength(10);
  });

  it('counts the first day of the year, and neither the day before it nor the day after its last', () => {
    const until = (endsOn: string) =>
      lastDayOfMember([{ id: 'a', startsOn: localDate('2025-04-01'), endsOn: localDate(endsOn) }], YEAR)?.day;
    expect(['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01'].map(until)).toEqual([
      ...[undefined, '2026-04-01', '2027-03-31', '2027-03-31'],
    ]);
  });
});

describe('a month in which one call-off follows another', () => {
  it('is of the one that was there first', () => {
    const first = { id: 'a', startsOn: localDate('2025-04-01'), endsOn: localDate('2026-04-15') };
    const second = { id: 'b', startsOn: localDate('2026-04-16'), endsOn: localDate('2029-03-31') };
    const all = [
      { day: '2026-04-01', callOffId: 'a' },
      { day: '2026-05-01', callOffId: 'b' },
    ];
    expect(monthsOfMember([first, second], YEAR).slice(0, 2)).toEqual(all);
    expect(monthsOfMember([second, first], YEAR).slice(0, 2)).toEqual(all);
  });
});

describe('where a version stands', () => {
  const members = [{}, {}] as never;
  it.each([
    [{ stage: 'ESTIMATE', agreedAt: null }, 0, true, 'ESTIMATED'],
    [{ stage: 'ACTUAL', agreedAt: null }, 0, true, 'ACTUAL_PROPOSED'],
    [{ stage: 'ESTIMATE', agreedAt: null }, 0, false, 'REPLACED'],
    [{ stage: 'ESTIMATE', agreedAt: new Date() }, 1, true, 'AGREED'],
    [{ stage: 'ESTIMATE', agreedAt: new Date() }, 2, false, 'APPLIED'],
  ] as const)('%p with %d of 2 done', (scheme, applied, newest, state) => {
    expect(schemeState({ ...scheme, members }, { applied, newest })).toBe(state);
  });
});

describe('what is entered', () => {
  it('is read, with every fault at once', () => {
    const entered = { basis: 'DRIVER', driver: null, dampingPercent: '101', tolerancePoints: 'x' } as const;
    expect(said(readTerms(entered, null))).toEqual([
      'FIELD_REQUIRED driver: Enter what the figures count.',
      'TOO_BIG dampingPercent: The limit of a change must be 100 or less.',
      'AMOUNT_FORMAT tolerancePoints: The tolerance must be an amount written as text, like "12.34".',
    ]);
    const good = readTerms({ ...entered, dampingPercent: null, tolerancePoints: '3' }, 'Calls');
    expect(good.ok && good.value).toEqual({
      ...{ basis: 'DRIVER', driver: 'Calls', dampingPercent: null, tolerancePoints: Exact.of(3n) },
    });
  });

  it('has a driver for that basis alone', () => {
    const equal = { basis: 'EQUAL', driver: 'Calls', dampingPercent: '100', tolerancePoints: '3' } as const;
    const read = readTerms(equal, 'Calls');
    expect(read.ok && [read.value.driver, read.value.dampingPercent?.toDecimalString()]).toEqual([
      null,
      '100',
    ]);
  });

  it('is refused for one fault alone', () => {
    const good = { basis: 'EQUAL', driver: null, dampingPercent: null, tolerancePoints: '3' } as const;
    expect(said(readTerms({ ...good, basis: 'LOTS' as Basis }, null))).toEqual([
      'CHOICE_UNKNOWN basis: Choose one of the listed options for the basis.',
    ]);
    expect(said(readTerms({ ...good, dampingPercent: '12.345' }, null))).toEqual([
      'AMOUNT_FORMAT dampingPercent: The limit of a change must be an amount written as text, like "12.34".',
    ]);
  });

  it('as a cost is pounds of 0 or more', () => {
    expect([readCost('0'), readCost('120000.05')]).toEqual([0n, 120_000_05n]);
    expect(readCost('-0.01')).toMatchObject({
      code: 'AMOUNT_FORMAT',
      path: ['cost'],
      message: 'The cost must be an amount written as text, like "12.34".',
    });
  });

  it.each([
    ['next year', null],
    ['2026/27', '2026/27'],
    ['2026/28', null],
    ['2026', null],
    ['1999/00', '1999/00'],
  ])('the year %s reads %s', (text, year) => expect(parseYear(text)).toBe(year));

  it('the year before', () => expect(yearBefore('2026/27')).toBe('2025/26'));
});
