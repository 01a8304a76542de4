import type { LocalDate } from '#libs/kernel';
import type { InvoiceState } from './document.js';

/** What a person calls the state of an invoice: the stored one until it is issued, then what the ledger says. */
export const invoiceStatuses = [
  'DRAFT',
  'APPROVED',
  'ISSUED',
  'PART_PAID',
  'PART_DISPUTED',
  'DISPUTED',
  'OVERDUE',
  'PAID',
  'CREDITED',
  'VOID',
] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** Pence of an invoice as the ledger has them. */
interface Standing {
  readonly invoiced: bigint;
  readonly credited: bigint;
  readonly paid: bigint;
  readonly outstanding: bigint;
}

/**
 * An invoice that is late is OVERDUE even when part of it is paid or disputed; the amounts say how much is left. What is
 * disputed is not asked for: where that is all that is left, it is DISPUTED and never late.
 */
export const invoiceStatusOn = (
  { state, dueOn }: { readonly state: InvoiceState; readonly dueOn: LocalDate | null },
  { invoiced, credited, paid, outstanding }: Standing,
  disputed: bigint,
  today: LocalDate,
): InvoiceStatus => {
  if (state !== 'ISSUED') return state;
  if (credited >= invoiced) return 'CREDITED';
  if (outstanding <= 0n) return 'PAID';
  if (disputed >= outstanding) return 'DISPUTED';
  if (dueOn !== null && today > dueOn) return 'OVERDUE';
  if (disputed > 0n) return 'PART_DISPUTED';
  return paid > 0n ? 'PART_PAID' : 'ISSUED';
};

/** What of an invoice is disputed and outstanding; never more than is outstanding. */
export const disputedOf = (outstanding: bigint, held: bigint): bigint => {
  const owed = outstanding > 0n ? outstanding : 0n;
  return held < owed ? held : owed;
};
