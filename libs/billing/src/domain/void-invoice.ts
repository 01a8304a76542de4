import {
  err,
  monthName,
  monthOf,
  okUnless,
  refuse,
  textFaults,
  type LocalDate,
  type Refusal,
  type Result,
} from '#libs/kernel';
import type { Invoice } from './document.js';

/** What has come of an issued invoice since. */
export interface SinceIssue {
  /** Whether money was ever set against it, even if it was taken back again. */
  readonly wasMatched: boolean;
  readonly hasCreditNotes: boolean;
  readonly hasDisputes: boolean;
  /** Whether another document was worked out from what it billed. */
  readonly isBuiltOn: boolean;
}

const MAX_REASON = 1000;

/**
 * Whether an issued invoice may be voided: on the whole only where nothing has come of it, and in the month of its tax
 * point, so that no VAT return that holds it has ended. Otherwise a credit note puts it right. Answers the reason.
 */
export const voidInvoice = (
  invoice: Pick<Invoice, 'state' | 'number' | 'issuedOn' | 'issuedBy'>,
  since: SinceIssue,
  {
    reason,
    personId,
    today,
  }: { readonly reason: string; readonly personId: string; readonly today: LocalDate },
): Result<string> => {
  const { state, number, issuedOn, issuedBy } = invoice;
  if (state !== 'ISSUED' || number === null || issuedOn === null) {
    const words = state === 'VOID' ? 'void already' : 'not issued yet';
    return err(refuse('STATE_NOT_ALLOWED', { thing: 'invoice', state: words, action: 'void' }));
  }
  const whys = [
    ...(since.wasMatched ? ['money was matched to it'] : []),
    ...(since.hasCreditNotes ? ['a credit note cites it'] : []),
    ...(since.hasDisputes ? ['a line of it was disputed'] : []),
    ...(since.isBuiltOn ? ['a later bill was worked out from it'] : []),
    ...(monthOf(issuedOn).start === monthOf(today).start
      ? []
      : [`its tax point is in ${monthName(monthOf(issuedOn))}, and that month is over`]),
  ];
  const faults: readonly Refusal[] = [
    ...whys.map((why) => refuse('INVOICE_NOT_VOIDABLE', { number, why })),
    ...(issuedBy === personId ? [refuse('VOID_SAME_PERSON')] : []),
    ...textFaults(reason, { field: 'the reason', path: ['reason'], max: MAX_REASON }),
  ];
  return okUnless(faults, () => reason.trim());
};
