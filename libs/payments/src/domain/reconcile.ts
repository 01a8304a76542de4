import type { Pence } from '#libs/kernel';
import type { InvoiceThere, MirrorState, PaymentThere } from './stripe-invoice.js';
import type { PaymentHere } from './stripe-money.js';

export const differenceKinds = [
  'MISSING_HERE',
  'MISSING_THERE',
  'AMOUNT_DIFFERS',
  'PAID_TWICE',
  'NOT_REVERSED_HERE',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Difference {
  readonly kind: DifferenceKind;
  readonly memberId: string | null;
  readonly invoiceId: string | null;
  /** Stripe's id of the invoice or payment; null when Stripe has none. */
  readonly stripeId: string | null;
  /** Pence; null where there is no figure to compare. */
  readonly here: Pence | null;
  readonly there: Pence | null;
}

/** An invoice that Stripe collects, as the ledger and our own rows have it. */
export interface InvoiceHere {
  readonly memberId: string;
  readonly invoiceId: string;
  readonly state: MirrorState;
  readonly stripeInvoiceId: string | null;
  /** What Stripe was given to collect. */
  readonly amount: Pence;
  /** What is owed on it now. */
  readonly outstanding: Pence;
  /** Money of Stripe's that was recorded for it. */
  readonly payments: readonly PaymentHere[];
}

type Found = Pick<Difference, 'kind' | 'stripeId' | 'here' | 'there'>;

const sum = (amounts: readonly Pence[]): Pence => amounts.reduce((total, amount) => total + amount, 0n);
const larger = (a: Pence, b: Pence): Pence => (a > b ? a : b);

/** Every difference between Stripe's list and ours, each by its name. None when all is well. */
export const differencesBetween = (
  here: readonly InvoiceHere[],
  there: readonly InvoiceThere[],
): readonly Difference[] => {
  const ours = new Set(here.map(({ stripeInvoiceId }) => stripeInvoiceId));
  const theirs = new Map(there.map((invoice) => [invoice.id, invoice]));
  return [
    ...there.filter(({ id, status }) => !ours.has(id) && status !== 'void').map(unknownHere),
    ...here.flatMap((invoice) =>
      differencesOf(invoice, theirs.get(invoice.stripeInvoiceId ?? '')).map((found) => ({
        ...found,
        memberId: invoice.memberId,
        invoiceId: invoice.invoiceId,
      })),
    ),
  ];
};

const unknownHere = ({ id, owner, total }: InvoiceThere): Difference => ({
  kind: 'MISSING_HERE',
  memberId: owner?.tenantId ?? null,
  invoiceId: owner?.invoiceId ?? null,
  stripeId: id,
  here: null,
  there: total,
});

const differencesOf = (here: InvoiceHere, there: InvoiceThere | undefined): readonly Found[] => {
  const isThere = there !== undefined && there.status !== 'draft';
  const isGivenUp = there?.status === 'void' || there?.status === 'uncollectible';
  const isOwed = here.outstanding > 0n && here.state !== 'REVERSED';
  const missing: Found[] =
    (!isThere || isGivenUp) && isOwed
      ? [{ kind: 'MISSING_THERE', stripeId: here.stripeInvoiceId, here: here.outstanding, there: null }]
      : [];
  return [
    ...missing,
    ...paymentDifferences(here.payments, there?.payments ?? []),
    ...(isThere && !isGivenUp ? amountDifferences(here, there) : []),
    ...paidTwice(here),
  ];
};

const amountDifferences = (here: InvoiceHere, there: InvoiceThere): readonly Found[] => {
  const differs = (ours: Pence, theirs: Pence): Found[] =>
    ours === theirs ? [] : [{ kind: 'AMOUNT_DIFFERS', stripeId: there.id, here: ours, there: theirs }];
  const collected = sum(there.payments.map(({ amount }) => amount));
  // Stripe counts a bank transfer as paid when the whole has come, and shows its parts before.
  const paid = larger(there.paid, collected);
  return [
    ...differs(here.amount, there.total),
    // Money that Stripe counts as paid and shows no payment of: somebody marked the invoice as paid there.
    ...differs(collected, paid),
    ...(there.status === 'open' && here.amount === there.total
      ? differs(here.outstanding, there.total - paid)
      : []),
  ];
};

/** What was collected for an invoice that had been settled already lies on the member's account. */
const paidTwice = ({ payments, stripeInvoiceId }: InvoiceHere): readonly Found[] => {
  const live = payments.filter(({ isReversed }) => !isReversed);
  const received = sum(live.map(({ amount }) => amount));
  const tooMuch = sum(live.map(({ onAccount }) => onAccount));
  if (tooMuch === 0n) return [];
  return [{ kind: 'PAID_TWICE', stripeId: stripeInvoiceId, here: received - tooMuch, there: received }];
};

const paymentDifferences = (
  here: readonly PaymentHere[],
  there: readonly PaymentThere[],
): readonly Found[] => {
  const known = new Map(here.map((payment) => [payment.stripePaymentId, payment]));
  const shown = new Set(there.map(({ id }) => id));
  return [
    ...there.flatMap(({ id, amount, takenBack }): Found[] => {
      const payment = known.get(id);
      if (!payment) return [{ kind: 'MISSING_HERE', stripeId: id, here: null, there: amount }];
      if (payment.amount !== amount)
        return [{ kind: 'AMOUNT_DIFFERS', stripeId: id, here: payment.amount, there: amount }];
      return takenBack !== null && !payment.isReversed
        ? [{ kind: 'NOT_REVERSED_HERE', stripeId: id, here: amount, there: 0n }]
        : [];
    }),
    ...here
      .filter(({ stripePaymentId }) => !shown.has(stripePaymentId))
      .map((payment): Found => ({
        kind: 'MISSING_THERE',
        stripeId: payment.stripePaymentId,
        here: payment.amount,
        there: null,
      })),
  ];
};
