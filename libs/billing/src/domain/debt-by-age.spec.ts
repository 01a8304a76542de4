import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate } from '#libs/kernel';
import { debtByAge, sumOfDebts } from './debt-by-age.js';

const today = localDate('2026-08-01');
const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const due = (daysAgo: number, outstanding = 100n, held = 0n) => ({
  outstanding,
  held,
  dueOn: addDays(today, -daysAgo),
});

describe('what is owed by age', () => {
  it.each([
    [-30, 'notYetDue'],
    [0, 'notYetDue'],
    [1, 'days1To30'],
    [30, 'days1To30'],
    [31, 'days31To60'],
    [60, 'days31To60'],
    [61, 'days61To90'],
    [90, 'days61To90'],
    [91, 'over90Days'],
    [4000, 'over90Days'],
  ])('is, due %s days ago, %s', (daysAgo, age) => {
    expect(debtByAge([due(daysAgo)], 0n, today)).toEqual({
      notYetDue: 0n,
      days1To30: 0n,
      days31To60: 0n,
      days61To90: 0n,
      over90Days: 0n,
      disputed: 0n,
      overSettled: 0n,
      owed: 100n,
      onAccount: 0n,
      balance: 100n,
      [age]: 100n,
    });
  });

  it('does not hide a late invoice behind another that was settled twice', () => {
    const debt = debtByAge([due(45, 1200n), due(10, -300n), due(-5, 50n)], 200n, today);
    expect(debt).toEqual({
      notYetDue: 50n,
      days1To30: 0n,
      days31To60: 1200n,
      days61To90: 0n,
      over90Days: 0n,
      disputed: 0n,
      overSettled: 300n,
      owed: 950n,
      onAccount: 200n,
      balance: 750n,
    });
  });

  it('keeps what is disputed apart, whatever its age, and never more than is outstanding', () => {
    const debt = debtByAge([due(45, 1200n, 500n), due(95, 300n, 400n), due(-5, 50n, 0n)], 0n, today);
    expect(debt).toMatchObject({
      ...{ notYetDue: 50n, days31To60: 700n, over90Days: 0n, disputed: 800n, owed: 1550n },
    });
  });

  it(`adds up to what the ledger says, and members add up to all (seed ${seed})`, () => {
    const pence = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    const invoice = fc.record({
      outstanding: pence,
      held: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      daysAgo: fc.integer({ min: -60, max: 400 }),
    });
    const member = fc.record({ open: fc.array(invoice, { maxLength: 8 }), onAccount: pence });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 6 }), (members) => {
        const all = members.map(({ open, onAccount }) => ({
          open: open.map(({ daysAgo, outstanding, held }) => due(daysAgo, outstanding, held)),
          onAccount,
        }));
        const debts = all.map(({ open, onAccount }) => debtByAge(open, onAccount, today));
        for (const debt of debts) {
          const ages = debt.notYetDue + debt.days1To30 + debt.days31To60 + debt.days61To90 + debt.over90Days;
          expect(ages + debt.disputed - debt.overSettled).toBe(debt.owed);
          expect(debt.owed - debt.onAccount).toBe(debt.balance);
        }
        const together = debtByAge(
          all.flatMap(({ open }) => open),
          all.reduce((sum, { onAccount }) => sum + onAccount, 0n),
          today,
        );
        expect(sumOfDebts(debts)).toEqual(together);
      }),
      { seed },
    );
  });
});
