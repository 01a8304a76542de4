import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact, exact, localDate } from '#libs/kernel';
import { actualMembers, type MemberAtEnd } from './propose-actual.js';
import { estimateMembers } from './propose-estimate.js';
import { recordsDue, type Recorded } from './records-due.js';
import type { SchemeMember, SharingTerms } from './scheme.js';
import { shareOut } from './share-out.js';
import { monthsOfMember } from './member-in-year.js';

/**
 * Any members with any figures, terms and last year's shares, against calculations in whole numbers of their own.
 */
const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const WHOLE = 1_000_000;
const YEAR = { start: localDate('2026-04-01'), end: localDate('2027-04-01') };

interface Sample {
  readonly figure: number;
  readonly actual: number;
  readonly from: number;
  readonly before: number | null;
}
const sample = fc.record({
  figure: fc.integer({ min: 0, max: 100_000 }),
  actual: fc.integer({ min: 0, max: 100_000 }),
  from: fc.integer({ min: 0, max: 11 }),
  before: fc.option(fc.integer({ min: 1, max: 1_000 })),
});
const samples = fc.array(sample, { minLength: 1, maxLength: 12 });
const pence = fc.bigInt({ min: 0n, max: 10_000_000_00n });

/** Last year's shares in parts of the whole, which they add up to when anybody had one. */
const lastYear = (members: readonly Sample[]): (bigint | null)[] => {
  const all = members.reduce((sum, { before }) => sum + (before ?? 0), 0);
  const shares = members.map(({ before }) =>
    before === null ? null : BigInt(Math.floor((before * WHOLE) / all)),
  );
  const first = shares.findIndex((share) => share !== null);
  if (first >= 0) {
    const missing = BigInt(WHOLE) - shares.reduce<bigint>((sum, share) => sum + (share ?? 0n), 0n);
    shares[first] = (shares[first] ?? 0n) + missing;
  }
  return shares;
};

const membersOf = (given: readonly Sample[], figure: 'figure' | 'actual'): MemberAtEnd[] => {
  const before = lastYear(given);
  return given.map((each, place) => {
    const startsOn = localDate(
      `${each.from < 9 ? 2026 : 2027}-${String(((each.from + 3) % 12) + 1).padStart(2, '0')}-01`,
    );
    const callOff = { id: `c${place}`, startsOn, endsOn: localDate('2027-03-31') };
    return {
      tenantId: `t${String(place).padStart(2, '0')}`,
      name: `Council ${place}`,
      months: monthsOfMember([callOff], YEAR),
      last: { day: localDate('2027-03-31'), callOffId: callOff.id },
      population: null,
      metered: { figure: Exact.of(BigInt(each[figure])), source: 'calls' },
      entered: null,
      before: before[place] ?? null,
    };
  });
};
const termsOf = (damping: number | null, tolerance = 3): SharingTerms => ({
  basis: 'DRIVER',
  driver: 'Calls',
  dampingPercent: damping === null ? null : exact(String(damping)),
  tolerancePoints: exact(String(tolerance)),
});
const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);
const partsOf = ({ parts, trueUp }: SchemeMember): bigint[] => [
  ...parts.map(({ amount }) => amount),
  ...(trueUp ? [trueUp.amount] : []),
];

describe(`shares of anybody, seed ${seed}`, () => {
  it('add up to 100% and to the cost, and the months to the year', () => {
    fc.assert(
      fc.property(samples, pence, (given, cost) => {
        const members = estimateMembers(termsOf(null), cost, membersOf(given, 'figure'));
        const weighs = given.some(({ figure }) => figure > 0);
        expect(members.ok).toBe(weighs);
        if (!members.ok) return;
        expect(sum(members.value.map(({ share }) => share))).toBe(BigInt(WHOLE));
        expect(sum(members.value.map(({ amount }) => amount))).toBe(cost);
        const all = given.reduce((whole, { figure }) => whole + figure, 0);
        members.value.forEach((member, place) => {
          // Within one part of the exact share, and one penny of the exact amount.
          const off = member.share * BigInt(all) - BigInt(given[place]?.figure ?? 0) * BigInt(WHOLE);
          expect(off < BigInt(all) && off > -BigInt(all)).toBe(true);
          const due = member.amount * BigInt(WHOLE) - member.share * cost;
          expect(due < BigInt(WHOLE) && due > -BigInt(WHOLE)).toBe(true);
          expect(sum(partsOf(member))).toBe(member.amount);
          expect(member.parts).toHaveLength(12 - (given[place]?.from ?? 0));
          const amounts = partsOf(member);
          expect((amounts[0] ?? 0n) - (amounts.at(-1) ?? 0n)).toBeLessThanOrEqual(1n);
        });
      }),
      { seed, numRuns: 300 },
    );
  });

  it('change by no more than the damping allows, and are one common scale apart from that', () => {
    let held = 0;
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 60 }), (given, damping) => {
        const members = membersOf(given, 'figure');
        const shared = shareOut(termsOf(damping), members);
        if (!shared.ok) return;
        expect(sum(shared.value.map(({ share }) => share))).toBe(BigInt(WHOLE));
        // Shares per unit of weight of all who are not held at a bound are the same, but for the rounding.
        const free: [bigint, bigint][] = [];
        for (const { member, figure, share } of shared.value) {
          const weight = figure?.numerator ?? 0n;
          const { before } = member;
          if (before === null) {
            if (weight > 0n) free.push([share, weight]);
            continue;
          }
          expect(share * 100n >= before * BigInt(100 - damping)).toBe(true);
          expect(share * 100n <= before * BigInt(100 + damping) && share <= BigInt(WHOLE)).toBe(true);
          const atBound =
            (share - 1n) * 100n < before * BigInt(100 - damping) ||
            (share + 1n) * 100n > before * BigInt(100 + damping);
          if (atBound) held += 1;
          else if (weight > 0n) free.push([share, weight]);
        }
        for (const [a, v] of free)
          for (const [b, w] of free) {
            const apart = a * w - b * v;
            expect((apart < 0n ? -apart : apart) <= v + w).toBe(true);
          }
      }),
      { seed, numRuns: 400 },
    );
    expect(held).toBeGreaterThan(0);
  });

  it('do not depend on the order of the members', () => {
    fc.assert(
      fc.property(samples, fc.option(fc.integer({ min: 5, max: 60 })), (given, damping) => {
        const members = membersOf(given, 'figure');
        const there = shareOut(termsOf(damping), members);
        expect(JSON.stringify(there, plain)).toBe(
          JSON.stringify(shareOut(termsOf(damping), [...members].reverse()), plain),
        );
      }),
      { seed, numRuns: 100 },
    );
  });

  it('come to the actual amounts whatever was recorded on the way', () => {
    fc.assert(
      fc.property(
        samples,
        pence,
        pence,
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 370 })), {
          maxLength: 6,
        }),
        (given, estimated, actual, visits) => {
          const terms = termsOf(null, 0);
          const first = estimateMembers(terms, estimated, membersOf(given, 'figure'));
          const second = estimateMembers(terms, actual, membersOf(given, 'figure'));
          if (!first.ok || !second.ok) return;
          const ended = actualMembers(
            { ...terms, members: second.value },
            { amount: actual, settlement: 'TRUE_UP' },
            membersOf(given, 'actual'),
          );
          if (!ended.ok) return;
          expect(sum(ended.value.members.map(({ amount }) => amount))).toBe(actual);
          ended.value.members.forEach((member, place) => {
            const versions = [first.value[place], second.value[place], member];
            const book = new Book(place);
            // Any version may be applied on any day, in any order; the last one holds.
            for (const [version, day] of visits) book.apply(versions[version] ?? member, version, day);
            book.apply(member, 3, 400);
            expect(book.total()).toBe(member.amount);
            expect(book.apply(member, 3, 400)).toBe(0);
            expect([...book.recorded].every(({ quantity }) => !quantity.isNegative())).toBe(true);
          });
        },
      ),
      { seed, numRuns: 150 },
    );
  });
});

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** What is recorded of one member, kept as metering keeps it: each day by the record that it began with. */
class Book {
  recorded: Recorded[] = [];

  constructor(private readonly place: number) {}

  apply(member: SchemeMember, version: number, dayOfYear: number): number {
    const today = localDate(new Date(Date.UTC(2026, 3, 1 + dayOfYear)).toISOString().slice(0, 10));
    const { records } = recordsDue(member, {
      shareId: `s${version}`,
      meters: { shareMeterId: 'm', trueUpMeterId: 'u' },
      callOffs: [{ id: `c${this.place}`, startsOn: YEAR.start, endsOn: localDate('2027-03-31') }],
      recorded: this.recorded,
      today,
    });
    for (const { meterId, callOffId, day, eventId, quantity, corrects } of records) {
      if (corrects === null)
        this.recorded.push({
          ...{ meterId, callOffId, day, quantity: exact(quantity) },
          name: { source: 'cost-sharing', eventId },
        });
      else
        this.recorded = this.recorded.map((each) =>
          each.name === corrects ? { ...each, quantity: exact(quantity) } : each,
        );
    }
    return records.length;
  }

  total(): bigint {
    return this.recorded.reduce((all, { quantity }) => all + quantity.times(Exact.of(100n)).floor(), 0n);
  }
}
