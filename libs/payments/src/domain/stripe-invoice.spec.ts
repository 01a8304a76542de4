import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import {
  attemptAfter,
  isDebitDue,
  isOpen,
  mirrorStateOf,
  nextDebitOn,
  type InvoiceThere,
  type PaymentThere,
} from './stripe-invoice.js';
import { moneyToDo } from './stripe-money.js';
import { subjectOf } from './stripe-event.js';

const payment = (id: string, takenBack: string | null = null): PaymentThere => ({
  id,
  amount: 100n,
  paidOn: localDate('2026-05-30'),
  takenBack,
});
const there = (status: InvoiceThere['status'], payments: readonly PaymentThere[] = []): InvoiceThere => ({
  id: 'in_1',
  owner: null,
  status,
  total: 100n,
  paid: 0n,
  remaining: 100n,
  payments,
  debit: null,
});

describe('a debit', () => {
  const dueOn = localDate('2026-06-01');
  const failed = (endedOn: string) => ({ state: 'FAILED' as const, endedOn: localDate(endedOn) });

  it.each([
    ['long before it is due', '2026-05-25', [], false],
    ['six days before', '2026-05-26', [], true],
    ['long after', '2027-01-01', [], true],
    ['while one is under way', '2026-06-01', [{ state: 'PROCESSING' as const, endedOn: null }], false],
    ['six days after one failed', '2026-06-08', [failed('2026-06-02')], false],
    ['a week after one failed', '2026-06-09', [failed('2026-06-02')], true],
    ['after two failed', '2026-12-01', [failed('2026-06-02'), failed('2026-06-12')], false],
    ['after one was taken back', '2026-12-01', [{ state: 'REVERSED' as const, endedOn: dueOn }], false],
    ['after one went through', '2026-12-01', [{ state: 'SUCCEEDED' as const, endedOn: dueOn }], false],
  ])('is asked for %s or is not', (_, today, attempts, expected) => {
    expect(isDebitDue({ dueOn, disputed: 0n, today: localDate(today) }, attempts)).toBe(expected);
  });

  it.each([
    ['six days before the invoice is due', [], '2026-05-26'],
    ['a week after one failed', [failed('2026-06-02')], '2026-06-09'],
    ['not before its time where one failed early', [failed('2026-05-11')], '2026-05-26'],
    ['never while one is under way', [{ state: 'PROCESSING' as const, endedOn: null }], null],
    [
      'its own time where it is not known when one failed',
      [{ state: 'FAILED' as const, endedOn: null }],
      '2026-05-26',
    ],
    ['never again after two', [failed('2026-06-02'), failed('2026-06-12')], null],
  ])('follows %s', (_, attempts, day) => {
    expect(nextDebitOn(dueOn, attempts)).toBe(day);
  });

  it('waits while a part of the invoice is disputed', () => {
    const today = localDate('2026-06-01');
    expect(isDebitDue({ dueOn, disputed: 1n, today }, [])).toBe(false);
    expect(isDebitDue({ dueOn, disputed: 0n, today }, [])).toBe(true);
  });

  const attempt = { state: 'PROCESSING' as const, paymentIntentId: 'pi_1' };
  it('ends as Stripe says, and not before it says so', () => {
    expect(attemptAfter(attempt, there('open'))).toBeNull();
    expect(attemptAfter(attempt, there('paid', [payment('pi_2')]))).toBeNull();
    expect(attemptAfter(attempt, there('paid', [payment('pi_1')]))?.state).toBe('SUCCEEDED');
    const fault = { paymentIntentId: 'pi_1', state: 'FAILED' as const, reason: 'no_account' };
    expect(attemptAfter(attempt, { payments: [], debit: fault })).toEqual({
      state: 'FAILED',
      paymentIntentId: 'pi_1',
      reason: 'no_account',
    });
    // One that has not been asked for yet has not failed by what an earlier one came to.
    expect(
      attemptAfter({ state: 'WANTED', paymentIntentId: null }, { payments: [], debit: fault }),
    ).toBeNull();
  });

  it('that failed stays so, and one that went through does not fail by what another came to', () => {
    const fault = { paymentIntentId: 'pi_1', state: 'FAILED' as const, reason: 'no_account' };
    const failedBefore = { state: 'FAILED' as const, paymentIntentId: 'pi_1' };
    expect(attemptAfter(failedBefore, there('paid', [payment('pi_1')]))).toBeNull();
    const through = { state: 'SUCCEEDED' as const, paymentIntentId: 'pi_1' };
    expect(attemptAfter(through, { payments: [], debit: fault })).toBeNull();
    const other = { ...fault, paymentIntentId: 'pi_2' };
    expect(attemptAfter(attempt, { payments: [], debit: other })).toBeNull();
  });

  it('is under way until it has ended', () => {
    expect([isOpen({ endedAt: null }), isOpen({ endedAt: new Date(0) })]).toEqual([true, false]);
  });

  it('that went through can still be taken back, and then nothing more becomes of it', () => {
    const gone = there('paid', [payment('pi_1', 'fraudulent')]);
    const done = { state: 'SUCCEEDED' as const, paymentIntentId: 'pi_1' };
    expect(attemptAfter(done, gone)).toMatchObject({ state: 'REVERSED', reason: 'fraudulent' });
    expect(attemptAfter(done, there('paid', [payment('pi_1')]))).toBeNull();
    expect(attemptAfter({ ...done, state: 'REVERSED' }, gone)).toBeNull();
  });
});

it.each([
  ['draft', [], 'WANTED'],
  ['open', [payment('a')], 'OPEN'],
  ['paid', [payment('a')], 'PAID'],
  ['paid', [payment('a', 'gone')], 'REVERSED'],
  ['void', [], 'VOID'],
  ['uncollectible', [], 'VOID'],
] as const)('a copy that is %s at Stripe with %j stands as %s', (status, payments, state) => {
  expect(mirrorStateOf(there(status, payments))).toBe(state);
});

describe('money at Stripe', () => {
  it('is recorded once for each payment, and undone once', () => {
    const all = [payment('a'), payment('b', 'gone'), payment('c', 'gone'), payment('d')];
    const here = [
      { stripePaymentId: 'a', isReversed: false },
      { stripePaymentId: 'b', isReversed: false },
      { stripePaymentId: 'c', isReversed: true },
    ];
    const { receive, reverse } = moneyToDo(all, here);
    expect([receive, reverse].map((list) => list.map(({ id }) => id))).toEqual([['d'], ['b']]);
  });

  it('that came and went before it was heard of is both recorded and undone', () => {
    const { receive, reverse } = moneyToDo([payment('a', 'gone')], []);
    expect([receive, reverse].map((list) => list.map(({ id }) => id))).toEqual([['a'], ['a']]);
  });
});

it.each([
  ['invoice.paid', 'INVOICE'],
  ['invoice.payment_failed', 'INVOICE'],
  ['invoice_payment.paid', null],
  ['payment_intent.succeeded', 'PAYMENT_INTENT'],
  ['charge.dispute.created', 'DISPUTE'],
  ['charge.succeeded', null],
  ['checkout.session.completed', 'SETUP_SESSION'],
  ['customer_cash_balance_transaction.created', 'CASH_BALANCE'],
  ['customer.created', null],
])('the event %s is about %s', (type, subject) => {
  expect(subjectOf(type)).toBe(subject);
});
