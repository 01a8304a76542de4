import {
  formatPounds,
  isAfter,
  refuse,
  textFaults,
  type LocalDate,
  type Pence,
  type Refusal,
} from '#libs/kernel';

/** Money that came in, as a person or a bank statement tells it. */
export interface NewReceipt {
  readonly amount: Pence;
  readonly receivedOn: LocalDate;
  readonly payer: string;
  readonly reference: string;
}

export interface Receipt extends NewReceipt {
  readonly leadId: string;
  readonly id: string;
  readonly statementId: string | null;
  readonly allocated: Pence;
  readonly recordedAt: Date;
  /** null: Stripe collected it, and no person recorded it */
  readonly recordedBy: string | null;
  /** Stripe's id of the payment; null for money that came to the lead authority's own account */
  readonly stripePaymentId: string | null;
}

/** How money came to its invoice: its reference names it, a person said so, or Stripe collected it for it. */
export type MatchedBy = 'REFERENCE' | 'PERSON' | 'STRIPE';

export interface Allocation {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly receiptId: string;
  /** null: held on the member's account */
  readonly invoiceId: string | null;
  readonly amount: Pence;
  readonly receivedOn: LocalDate;
  readonly reference: string;
  readonly matchedBy: MatchedBy;
  readonly allocatedAt: Date;
  /** When its money was taken back again; null as long as it was not. */
  readonly reversedAt: Date | null;
}

/** Everything wrong with a receipt. */
export const receiptFaults = (receipt: NewReceipt, today: LocalDate): readonly Refusal[] => [
  ...(receipt.amount > 0n ? [] : [refuse('PAYMENT_AMOUNT', {}, ['amount'])]),
  ...(isAfter(receipt.receivedOn, today) ? [refuse('RECEIPT_IN_FUTURE', {}, ['receivedOn'])] : []),
  ...textFaults(receipt.payer, { field: 'who paid', path: ['payer'], max: 140 }),
  ...textFaults(receipt.reference, {
    field: 'the reference',
    path: ['reference'],
    max: 140,
    required: false,
  }),
];

const YEAR_DIGITS = 4;
const LEAST_DIGITS = 5;

/**
 * The invoice numbers that a payment's reference may mean, however the bank spaced or cased it: 'ncc 2026 00041'
 * means NCC-2026-00041. A number ends where its digits do, so NCC-2026-000412 is never taken for the 41st.
 */
export const numbersIn = (reference: string, prefix: string): readonly string[] => {
  const found = new Set<string>();
  const pattern = new RegExp(`(?<![A-Z0-9])${prefix}((?:[\\s./_-]*[0-9])+)`, 'gi');
  for (const [, tail = ''] of reference.matchAll(pattern)) {
    let digits = '';
    for (const group of tail.match(/[0-9]+/g) ?? []) {
      digits += group;
      const [year, serial] = [digits.slice(0, YEAR_DIGITS), digits.slice(YEAR_DIGITS)];
      if (serial.length >= LEAST_DIGITS) found.add(`${prefix}-${year}-${serial}`);
    }
  }
  return [...found];
};

/** A matched receipt: as much as is outstanding goes to the invoice, the rest to the member's account. */
export const shareOut = (available: Pence, outstanding: Pence): { toInvoice: Pence; onAccount: Pence } => {
  const owed = outstanding > 0n ? outstanding : 0n;
  const toInvoice = available < owed ? available : owed;
  return { toInvoice, onAccount: available - toInvoice };
};

/** Why an amount cannot be allocated, or nothing. */
export const allocationFaults = (amount: Pence, left: Pence, outstanding: Pence): readonly Refusal[] => {
  if (amount <= 0n) return [refuse('PAYMENT_AMOUNT', {}, ['amount'])];
  if (amount > left) return [refuse('ALLOCATION_OVER_RECEIPT', { left: formatPounds(left) }, ['amount'])];
  if (amount > outstanding)
    return [refuse('ALLOCATION_OVER_INVOICE', { left: formatPounds(outstanding) }, ['amount'])];
  return [];
};
