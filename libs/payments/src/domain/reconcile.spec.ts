import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { differencesBetween, type InvoiceHere } from './reconcile.js';
import type { InvoiceThere, PaymentThere } from './stripe-invoice.js';
import type { PaymentHere } from './stripe-money.js';

const paidHere = (id: string, amount = 100n, more: Partial<PaymentHere> = {}): PaymentHere => ({
  stripePaymentId: id,
  receiptId: 'r',
  amount,
  onAccount: 0n,
  isReversed: false,
  ...more,
});
const paidThere = (id: string, amount = 100n, takenBack: string | null = null): PaymentThere => ({
  id,
  amount,
  paidOn: localDate('2026-05-30'),
  takenBack,
});
const here = (more: Partial<InvoiceHere> = {}): InvoiceHere => ({
  memberId: 'm',
  invoiceId: 'i',
  state: 'OPEN',
  stripeInvoiceId: 'in_1',
  amount: 100n,
  outstanding: 100n,
  payments: [],
  ...more,
});
const there = (more: Partial<InvoiceThere> = {}): InvoiceThere => ({
  id: 'in_1',
  owner: { tenantId: 'm', leadId: 'l', invoiceId: 'i' },
  status: 'open',
  total: 100n,
  paid: 0n,
  remaining: 100n,
  payments: [],
  debit: null,
  ...more,
});
const paid = { status: 'paid' as const, paid: 100n, remaining: 0n };
const compare = (ours: readonly InvoiceHere[], theirs: readonly InvoiceThere[]): readonly string[] =>
  differencesBetween(ours, theirs).map(
    ({ kind, stripeId, here: a, there: b }) => `${kind} ${stripeId} ${a} ${b}`,
  );

describe('lists that say the same have no difference', () => {
  it.each<[string, InvoiceHere, InvoiceThere | null]>([
    ['open', here(), there()],
    [
      'paid in part by transfer, which Stripe counts when all of it is there',
      here({ outstanding: 60n, payments: [paidHere('a', 40n)] }),
      there({ payments: [paidThere('a', 40n)] }),
    ],
    [
      'paid',
      here({ state: 'PAID', outstanding: 0n, payments: [paidHere('a')] }),
      there({ ...paid, payments: [paidThere('a')] }),
    ],
    [
      'taken back',
      here({ state: 'REVERSED', payments: [paidHere('a', 100n, { isReversed: true })] }),
      there({ ...paid, payments: [paidThere('a', 100n, 'gone')] }),
    ],
    [
      'given up because it was settled otherwise',
      here({ state: 'VOID', outstanding: 0n }),
      there({ status: 'void', remaining: 0n }),
    ],
    [
      'taken back and then given up',
      here({ state: 'REVERSED', payments: [paidHere('a', 100n, { isReversed: true })] }),
      there({ status: 'void', payments: [paidThere('a', 100n, 'gone')] }),
    ],
    [
      'settled before Stripe was asked',
      here({ state: 'WANTED', outstanding: 0n, stripeInvoiceId: null }),
      null,
    ],
  ])('%s', (_, ours, theirs) => {
    expect(compare([ours], theirs === null ? [] : [theirs])).toEqual([]);
  });
});

describe('an invoice that is not here', () => {
  it('is named with whose it is, as far as Stripe knows', () => {
    const found = { kind: 'MISSING_HERE', stripeId: 'in_1', here: null, there: 100n };
    expect(differencesBetween([], [there()])).toEqual([{ ...found, memberId: 'm', invoiceId: 'i' }]);
    expect(differencesBetween([], [there({ owner: null })])).toEqual([
      { ...found, memberId: null, invoiceId: null },
    ]);
  });

  it('is no difference when it is void', () => {
    expect(differencesBetween([], [there({ status: 'void' })])).toEqual([]);
  });
});

describe('every difference has its name', () => {
  it.each<[string, readonly InvoiceHere[], readonly InvoiceThere[], readonly string[]]>([
    ['an invoice that is not here', [], [there()], ['MISSING_HERE in_1 null 100']],
    [
      'an invoice that Stripe was never given',
      [here({ state: 'REFUSED', stripeInvoiceId: null })],
      [],
      ['MISSING_THERE null 100 null'],
    ],
    ['an invoice that is gone from Stripe', [here()], [], ['MISSING_THERE in_1 100 null']],
    [
      'an invoice that somebody gave up at Stripe',
      [here({ state: 'VOID' })],
      [there({ status: 'void', remaining: 0n })],
      ['MISSING_THERE in_1 100 null'],
    ],
    [
      'an invoice that Stripe holds as lost',
      [here()],
      [there({ status: 'uncollectible' })],
      ['MISSING_THERE in_1 100 null'],
    ],
    [
      'an invoice that Stripe has as a draft only',
      [here()],
      [there({ status: 'draft' })],
      ['MISSING_THERE in_1 100 null'],
    ],
    [
      'a total that was changed',
      [here()],
      [there({ total: 90n, remaining: 90n })],
      ['AMOUNT_DIFFERS in_1 100 90'],
    ],
    [
      'a part that was paid to the bank',
      [here({ outstanding: 40n })],
      [there()],
      ['AMOUNT_DIFFERS in_1 40 100'],
    ],
    [
      'a payment that is not here',
      [here()],
      [there({ ...paid, payments: [paidThere('a')] })],
      ['MISSING_HERE a null 100'],
    ],
    [
      'a payment that is not there',
      [here({ state: 'PAID', outstanding: 0n, payments: [paidHere('a')] })],
      [there({ ...paid, payments: [paidThere('b')] })],
      ['MISSING_HERE b null 100', 'MISSING_THERE a 100 null'],
    ],
    [
      'a payment of another amount',
      [here({ state: 'PAID', outstanding: 0n, payments: [paidHere('a', 90n)] })],
      [there({ ...paid, payments: [paidThere('a')] })],
      ['AMOUNT_DIFFERS a 90 100'],
    ],
    ['an invoice that was marked as paid at Stripe', [here()], [there(paid)], ['AMOUNT_DIFFERS in_1 0 100']],
    [
      'money that was taken back and counts here',
      [here({ state: 'PAID', outstanding: 0n, payments: [paidHere('a')] })],
      [there({ ...paid, payments: [paidThere('a', 100n, 'gone')] })],
      ['NOT_REVERSED_HERE a 100 0'],
    ],
    [
      'money for what had been settled',
      [here({ state: 'PAID', outstanding: 0n, payments: [paidHere('a', 100n, { onAccount: 70n })] })],
      [there({ ...paid, payments: [paidThere('a')] })],
      ['PAID_TWICE in_1 30 100'],
    ],
    [
      'money for what had been settled, beside some that was taken back',
      [
        here({
          ...{ state: 'PAID', outstanding: 0n },
          payments: [
            paidHere('a', 100n, { onAccount: 70n, isReversed: true }),
            paidHere('b', 100n, { onAccount: 30n }),
          ],
        }),
      ],
      [there({ ...paid, payments: [paidThere('a', 100n, 'gone'), paidThere('b')] })],
      ['PAID_TWICE in_1 70 100'],
    ],
  ])('%s', (_, ours, theirs, expected) => {
    expect(compare(ours, theirs)).toEqual(expected);
  });
});
