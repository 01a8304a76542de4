import { localDate } from '#libs/kernel';
import { disputedOf, invoiceStatusOn } from './invoice-status.js';

const due = localDate('2026-06-04');
const balance = (credited: bigint, paid: bigint) => ({
  invoiced: 1000n,
  credited,
  paid,
  outstanding: 1000n - credited - paid,
});

describe('the state of an invoice, as people call it', () => {
  it.each([
    [0n, 0n, '2026-06-04', 'ISSUED'],
    [0n, 1n, '2026-06-04', 'PART_PAID'],
    [1n, 0n, '2026-06-04', 'ISSUED'],
    [0n, 0n, '2026-06-05', 'OVERDUE'],
    [0n, 999n, '2026-06-05', 'OVERDUE'],
    [0n, 1000n, '2026-06-05', 'PAID'],
    [400n, 600n, '2026-06-05', 'PAID'],
    [400n, 1000n, '2026-06-05', 'PAID'],
    [1000n, 0n, '2026-06-05', 'CREDITED'],
    [1000n, 300n, '2026-06-05', 'CREDITED'],
  ])('credited %s, paid %s, on %s: %s', (credited, paid, today, status) => {
    const invoice = { state: 'ISSUED' as const, dueOn: due };
    expect(invoiceStatusOn(invoice, balance(credited, paid), 0n, localDate(today))).toBe(status);
  });

  it.each([
    [0n, 0n, 1n, '2026-06-04', 'PART_DISPUTED'],
    [0n, 10n, 1n, '2026-06-04', 'PART_DISPUTED'],
    [0n, 0n, 1n, '2026-06-05', 'OVERDUE'],
    [0n, 0n, 999n, '2026-06-05', 'OVERDUE'],
    [0n, 0n, 1000n, '2026-06-05', 'DISPUTED'],
    [200n, 300n, 500n, '2026-06-05', 'DISPUTED'],
    [0n, 1000n, 0n, '2026-06-05', 'PAID'],
    [1000n, 0n, 0n, '2026-06-05', 'CREDITED'],
  ])('credited %s, paid %s, disputed %s, on %s: %s', (credited, paid, disputed, today, status) => {
    const invoice = { state: 'ISSUED' as const, dueOn: due };
    expect(invoiceStatusOn(invoice, balance(credited, paid), disputed, localDate(today))).toBe(status);
  });

  it.each([
    [100n, 40n, 40n],
    [100n, 100n, 100n],
    [100n, 140n, 100n],
    [0n, 40n, 0n],
    [-5n, 40n, 0n],
  ])('of %s outstanding and %s held back, %s is disputed', (outstanding, held, disputed) => {
    expect(disputedOf(outstanding, held)).toBe(disputed);
  });

  it('is never overdue without a day to pay by', () => {
    const day = localDate('2099-01-01');
    expect(invoiceStatusOn({ state: 'ISSUED', dueOn: null }, balance(0n, 0n), 0n, day)).toBe('ISSUED');
  });

  it.each(['DRAFT', 'APPROVED', 'VOID'] as const)('is the stored one while it is not issued: %s', (state) => {
    const day = localDate('2026-06-05');
    expect(invoiceStatusOn({ state, dueOn: null }, balance(0n, 0n), 10n, day)).toBe(state);
  });
});
