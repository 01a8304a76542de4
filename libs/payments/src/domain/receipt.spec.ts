import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { allocationFaults, numbersIn, receiptFaults, shareOut, type NewReceipt } from './receipt.js';

describe('the invoice numbers in a reference', () => {
  it.each([
    ['LCC-2026-00041', ['LCC-2026-00041']],
    ['lcc 2026 00041', ['LCC-2026-00041']],
    ['LCC202600041', ['LCC-2026-00041']],
    ['LCC-2026-000 41', ['LCC-2026-00041']],
    ['L C C-2026-00041', []],
    ['INV LCC/2026/00041 JUNE', ['LCC-2026-00041']],
    ['PAYMENT:LCC_2026_00041.', ['LCC-2026-00041']],
    ['LCC-2026-100000', ['LCC-2026-100000']],
    // The bank cuts the number in two, or the payer writes on: what was never issued does not match.
    ['LCC-2026-00041 20 JUNE', ['LCC-2026-00041', 'LCC-2026-0004120']],
    ['LCC-2026-00041 20 06', ['LCC-2026-00041', 'LCC-2026-0004120', 'LCC-2026-000412006']],
    ['LCC-2026-00041JUNE', ['LCC-2026-00041']],
    ['LCC-2026-00041 LCC-2026-00042', ['LCC-2026-00041', 'LCC-2026-00042']],
    ['LCC-2026-00041 and LCC 2026 00041', ['LCC-2026-00041']],
    // A longer number is another one, and so is a shorter one.
    ['LCC-2026-000412', ['LCC-2026-000412']],
    ['LCC202600041 2', ['LCC-2026-00041', 'LCC-2026-000412']],
    ['LCC-2026-0041', []],
    ['LCC-26-00041', []],
    ['XLCC-2026-00041', []],
    ['9LCC-2026-00041', []],
    ['LCC-CN-2026-00001', []],
    ['NCC-2026-00041', []],
    ['2026-00041', []],
    ['', []],
  ] as const)('%s', (reference, numbers) => {
    expect(numbersIn(reference, 'LCC')).toEqual(numbers);
  });

  it('never takes the 412th for the 41st, whatever the prefix', () => {
    expect(numbersIn('NCC-2026-000412', 'NCC')).toEqual(['NCC-2026-000412']);
    expect(numbersIn('ncc2026000412', 'NCC')).not.toContain('NCC-2026-00041');
  });
});

describe('a receipt', () => {
  const today = localDate('2026-06-10');
  const good: NewReceipt = { amount: 1n, receivedOn: today, payer: 'ASHBECK BC', reference: '' };
  const faultsOf = (change: Partial<NewReceipt>) =>
    receiptFaults({ ...good, ...change }, today).map(({ code, path }) => [code, path.join('.')]);

  it('of a penny today without a reference is fine', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ receivedOn: localDate('2020-01-01'), payer: 'x'.repeat(140) })).toEqual([]);
  });

  it.each([
    [{ amount: 0n }, [['PAYMENT_AMOUNT', 'amount']]],
    [{ amount: -1n }, [['PAYMENT_AMOUNT', 'amount']]],
    [{ receivedOn: localDate('2026-06-11') }, [['RECEIPT_IN_FUTURE', 'receivedOn']]],
    [{ payer: ' ' }, [['FIELD_REQUIRED', 'payer']]],
    [{ payer: 'x'.repeat(141) }, [['TEXT_TOO_LONG', 'payer']]],
    [{ reference: 'x'.repeat(141) }, [['TEXT_TOO_LONG', 'reference']]],
    [{ reference: 'a\u202eb' }, [['TEXT_INVALID', 'reference']]],
    [{ payer: '\u0000' }, [['TEXT_INVALID', 'payer']]],
  ])('with %p has its faults named', (change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  it('has all its faults named at once', () => {
    const all = { amount: 0n, receivedOn: localDate('2027-01-01'), payer: '', reference: '\u200b' };
    expect(faultsOf(all).map(([code]) => code)).toEqual([
      'PAYMENT_AMOUNT',
      'RECEIPT_IN_FUTURE',
      'FIELD_REQUIRED',
      'TEXT_INVALID',
    ]);
  });
});

describe('a fault of a receipt in words', () => {
  const today = localDate('2026-06-10');
  it.each([
    [{ amount: 0n }, /^Enter an amount more than 0\.$/],
    [{ receivedOn: localDate('2026-06-11') }, /^The date of the receipt must be today or earlier\.$/],
    [{ payer: '' }, /^Enter who paid\.$/],
    [{ reference: 'x'.repeat(141) }, /^The reference must be 140 characters or fewer\.$/],
  ])('of %p', (change, words) => {
    const good: NewReceipt = { amount: 1n, receivedOn: today, payer: 'ASHBECK BC', reference: '' };
    const faults = receiptFaults({ ...good, ...change }, today);
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(words)]);
  });
});

describe('a matched receipt', () => {
  it.each([
    ['a part', 40n, 100n, 40n, 0n],
    ['all', 100n, 100n, 100n, 0n],
    ['more', 130n, 100n, 100n, 30n],
    ['what is paid already', 130n, 0n, 0n, 130n],
    ['what is credited below nothing', 130n, -20n, 0n, 130n],
  ])('that pays %s is shared out to the penny', (_, available, outstanding, toInvoice, onAccount) => {
    expect(shareOut(available, outstanding)).toEqual({ toInvoice, onAccount });
  });
});

describe('an allocation', () => {
  it.each([
    ['the last penny of both', 100n, 100n, 100n, []],
    ['less than both', 1n, 100n, 50n, []],
    ['nothing', 0n, 100n, 100n, ['Enter an amount more than 0.']],
    ['less than nothing', -1n, 100n, 100n, ['Enter an amount more than 0.']],
    [
      'more than is left of the receipt',
      123457n,
      123456n,
      999999n,
      ['Only £1,234.56 of this receipt is left to allocate.'],
    ],
    ['more than is outstanding', 101n, 200n, 100n, ['Only £1.00 is outstanding on this invoice.']],
    ['more than either', 101n, 100n, 50n, ['Only £1.00 of this receipt is left to allocate.']],
    ['anything on a paid invoice', 1n, 100n, 0n, ['Only £0.00 is outstanding on this invoice.']],
  ])('of %s', (_, amount, left, outstanding, messages) => {
    const faults = allocationFaults(amount, left, outstanding);
    expect(faults.map(({ message }) => message)).toStrictEqual(messages);
    expect(faults.map(({ path }) => path)).toEqual(messages.map(() => ['amount']));
  });
});
