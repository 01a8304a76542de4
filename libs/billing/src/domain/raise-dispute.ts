import {
  addDays,
  formatPounds,
  okUnless,
  parsePence,
  refuse,
  textFaults,
  type LocalDate,
  type Pence,
  type Refusal,
  type Result,
} from '#libs/kernel';
import type { Dispute, DisputeKind } from './dispute.js';
import type { InvoiceState } from './document.js';

export interface DisputeTerms {
  readonly kind: DisputeKind;
  /** Pounds without VAT as text. */
  readonly net: string;
  readonly reason: string;
  readonly evidence: string | null;
}

/** The line that is disputed, as it stands. */
export interface LineToDispute {
  readonly invoiceState: InvoiceState;
  /** The day on which the member received the invoice: it is sent as it is issued. */
  readonly receivedOn: LocalDate;
  /** For how many days from then a line may be disputed. */
  readonly days: number;
  /** What no credit note has taken or is about to take, without VAT. */
  readonly left: Pence;
  readonly hasOpenDispute: boolean;
}

const MAX_REASON = 1000;
const MAX_EVIDENCE = 4000;

/** What a member says of a line, checked; time never bars the report of an error. */
export const disputeRaised = (
  terms: DisputeTerms,
  line: LineToDispute,
  today: LocalDate,
): Result<Pick<Dispute, 'kind' | 'net' | 'reason' | 'evidence'>> => {
  const net = parsePence(terms.net);
  const evidence = terms.evidence?.trim() ?? '';
  const faults = [
    ...lineFaults(terms.kind, line, today),
    ...amountFaults(net, line.left),
    ...textFaults(terms.reason, { field: 'the reason', path: ['reason'], max: MAX_REASON }),
    ...textFaults(evidence, {
      field: 'the evidence',
      path: ['evidence'],
      max: MAX_EVIDENCE,
      required: false,
    }),
  ];
  return okUnless(faults, () => ({
    kind: terms.kind,
    net: net ?? 0n,
    reason: terms.reason.trim(),
    evidence: evidence === '' ? null : evidence,
  }));
};

const lineFaults = (
  kind: DisputeKind,
  { invoiceState, receivedOn, days, hasOpenDispute }: LineToDispute,
  today: LocalDate,
): readonly Refusal[] => {
  if (invoiceState !== 'ISSUED')
    return [
      refuse('STATE_NOT_ALLOWED', {
        thing: 'invoice',
        state: invoiceState === 'VOID' ? 'void' : 'not issued yet',
        action: 'dispute',
      }),
    ];
  if (hasOpenDispute) return [refuse('DISPUTE_OPEN_ALREADY')];
  const late = kind === 'DISPUTE' && today > addDays(receivedOn, days);
  return late ? [refuse('DISPUTE_LATE', { days: String(days) }, ['kind'])] : [];
};

const amountFaults = (net: Pence | null, left: Pence): readonly Refusal[] => {
  const path = ['net'];
  if (net === null) return [refuse('AMOUNT_FORMAT', { field: 'The amount' }, path)];
  if (net === 0n) return [refuse('PAYMENT_AMOUNT', {}, path)];
  return net > left ? [refuse('DISPUTE_OVER_LINE', { left: formatPounds(left) }, path)] : [];
};
