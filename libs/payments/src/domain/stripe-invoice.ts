import { addDays, type LocalDate, type Pence } from '#libs/kernel';
import type { StripeMethod } from './payment-method.js';

export const mirrorStates = ['WANTED', 'OPEN', 'PAID', 'REVERSED', 'VOID', 'REFUSED'] as const;
/**
 * How Stripe's copy of an invoice stands. WANTED: it is being made. PAID: Stripe has the money. REVERSED: it had it, and
 * the payer's bank took it back. VOID: it was settled otherwise. REFUSED: Stripe did not take it.
 */
export type MirrorState = (typeof mirrorStates)[number];

/** An issued invoice as it was given to Stripe to collect. */
export interface Mirror {
  readonly tenantId: string;
  readonly leadId: string;
  readonly invoiceId: string;
  readonly method: StripeMethod;
  readonly state: MirrorState;
  readonly amount: Pence;
  readonly stripeInvoiceId: string | null;
  /** What Stripe said to it; null unless REFUSED. */
  readonly refusal: string | null;
  readonly tries: number;
  readonly lookAt: Date | null;
  readonly madeAt: Date;
}

export const attemptStates = ['WANTED', 'PROCESSING', 'SUCCEEDED', 'FAILED', 'REVERSED'] as const;
export type AttemptState = (typeof attemptStates)[number];

/** A direct debit of one invoice. */
export interface PaymentAttempt {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly invoiceId: string;
  readonly number: number;
  readonly amount: Pence;
  readonly state: AttemptState;
  readonly paymentIntentId: string | null;
  readonly reason: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

export const isOpen = ({ endedAt }: Pick<PaymentAttempt, 'endedAt'>): boolean => endedAt === null;

/** What Stripe says of an invoice when it is asked. */
export interface InvoiceThere {
  readonly id: string;
  /** Whose it is, as we wrote on it; null when we did not make it. */
  readonly owner: { readonly tenantId: string; readonly leadId: string; readonly invoiceId: string } | null;
  readonly status: 'draft' | 'open' | 'paid' | 'void' | 'uncollectible';
  readonly total: Pence;
  readonly paid: Pence;
  readonly remaining: Pence;
  readonly payments: readonly PaymentThere[];
  /** The debit that was last asked for, unless it succeeded; null when none was. */
  readonly debit: DebitThere | null;
}

/** Money that Stripe has, or had, for an invoice. */
export interface PaymentThere {
  /** Of a debit its payment intent's; of a bank transfer that of the transfer's part that went to the invoice. */
  readonly id: string;
  readonly amount: Pence;
  readonly paidOn: LocalDate;
  /** Why the payer's bank took it back; null as long as it did not. */
  readonly takenBack: string | null;
}

export interface DebitThere {
  readonly paymentIntentId: string;
  readonly state: 'PROCESSING' | 'FAILED';
  readonly reason: string | null;
}

/** BACS takes three working days, and the payer is told before: with a weekend that is about a week. */
const DEBIT_BEGINS_DAYS_BEFORE = 6;
const MOST_ATTEMPTS = 2;
const DAYS_BETWEEN_ATTEMPTS = 7;

type PastAttempt = { readonly state: AttemptState; readonly endedOn: LocalDate | null };

/**
 * From which day on a debit is asked for: once shortly before the invoice is due, and once more a week after the first
 * failed. One that the payer had taken back is never repeated by itself. Null when none follows of itself, or one is
 * under way.
 */
export const nextDebitOn = (dueOn: LocalDate, attempts: readonly PastAttempt[]): LocalDate | null => {
  if (attempts.length >= MOST_ATTEMPTS || attempts.some(({ state }) => state !== 'FAILED')) return null;
  const again = attempts.flatMap(({ endedOn }) =>
    endedOn === null ? [] : [addDays(endedOn, DAYS_BETWEEN_ATTEMPTS)],
  );
  return [addDays(dueOn, -DEBIT_BEGINS_DAYS_BEFORE), ...again].sort().at(-1) ?? null;
};

/** Whether a debit is to be asked for now. Stripe debits the whole invoice, so none begins while a part is disputed. */
export const isDebitDue = (
  {
    dueOn,
    disputed,
    today,
  }: { readonly dueOn: LocalDate; readonly disputed: Pence; readonly today: LocalDate },
  attempts: readonly PastAttempt[],
): boolean => {
  const from = nextDebitOn(dueOn, attempts);
  return disputed === 0n && from !== null && today >= from;
};

/** How our copy stands when Stripe says this. */
export const mirrorStateOf = ({ status, payments }: InvoiceThere): MirrorState => {
  if (payments.some(({ takenBack }) => takenBack !== null)) return 'REVERSED';
  if (status === 'draft') return 'WANTED';
  if (status === 'paid') return 'PAID';
  return status === 'open' ? 'OPEN' : 'VOID';
};

type Outcome = Pick<PaymentAttempt, 'state' | 'paymentIntentId' | 'reason'>;

/** What an attempt has come to, when Stripe says this of its invoice; null while nothing changed. */
export const attemptAfter = (
  { state, paymentIntentId }: Pick<PaymentAttempt, 'state' | 'paymentIntentId'>,
  { payments, debit }: Pick<InvoiceThere, 'payments' | 'debit'>,
): Outcome | null => {
  if (state === 'FAILED' || state === 'REVERSED') return null;
  const paid = payments.find(({ id }) => id === paymentIntentId);
  if (paid && paid.takenBack !== null) return { state: 'REVERSED', paymentIntentId, reason: paid.takenBack };
  if (paid) return state === 'SUCCEEDED' ? null : { state: 'SUCCEEDED', paymentIntentId, reason: null };
  const hasFailed =
    state === 'PROCESSING' && debit?.state === 'FAILED' && debit.paymentIntentId === paymentIntentId;
  return hasFailed ? { state: 'FAILED', paymentIntentId, reason: debit.reason } : null;
};
