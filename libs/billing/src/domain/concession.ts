import {
  formatPounds,
  okUnless,
  parsePence,
  refuse,
  textFaults,
  type Pence,
  type Refusal,
  type Result,
} from '#libs/kernel';
import type { IssuedLine } from './billed.js';
import type { InvoiceLine, InvoiceState } from './document.js';
import type { CreditNoteContent } from './draft.js';
import { creditTotalsOf } from './vat.js';
import { type VatGroup } from '#libs/pricing';

export interface ConcessionTerms {
  readonly reason: string;
  readonly lines: readonly {
    readonly invoiceLineId: string;
    /** Pounds without VAT as text. */
    readonly net: string;
  }[];
}

export interface InvoiceToCredit {
  readonly id: string;
  readonly state: InvoiceState;
  readonly lines: readonly InvoiceLine[];
  /** With what no credit note has taken yet. */
  readonly left: readonly IssuedLine[];
  readonly groupsLeft: readonly VatGroup[];
}

const MAX_REASON = 1000;
const MAX_LINES = 100;

/** A credit that is given for a reason and does not follow from a change of use or price. */
export const concession = (terms: ConcessionTerms, invoice: InvoiceToCredit): Result<CreditNoteContent> => {
  const faults = [...invoiceFaults(invoice), ...reasonFaults(terms.reason), ...lineFaults(terms, invoice)];
  return okUnless(faults, () => {
    const lines = terms.lines.map(({ invoiceLineId, net }, index) => {
      const line = lineOf(invoice, invoiceLineId);
      return {
        lineNumber: index + 1,
        invoiceLineId,
        description: line.description,
        net: pence(net),
        vatTreatment: line.vatTreatment,
        vatRate: line.vatRate,
        working: null,
      };
    });
    const taxed = lines.map(({ invoiceLineId, net }) => ({ ...leftOf(invoice, invoiceLineId), net }));
    const totals = creditTotalsOf(taxed, invoice.groupsLeft);
    return {
      invoiceId: invoice.id,
      kind: 'CONCESSION',
      runMonth: null,
      reason: terms.reason.trim(),
      lines,
      totals,
    };
  });
};

const invoiceFaults = ({ state }: InvoiceToCredit): readonly Refusal[] => {
  if (state === 'ISSUED') return [];
  const words = state === 'VOID' ? 'void' : 'not issued yet';
  return [refuse('STATE_NOT_ALLOWED', { thing: 'invoice', state: words, action: 'credit' })];
};

const reasonFaults = (reason: string): readonly Refusal[] =>
  reason.trim() === ''
    ? [refuse('CREDIT_NEEDS_REASON', {}, ['reason'])]
    : textFaults(reason, { field: 'The reason', path: ['reason'], max: MAX_REASON });

const lineFaults = ({ lines }: ConcessionTerms, invoice: InvoiceToCredit): readonly Refusal[] => {
  if (lines.length === 0)
    return [refuse('FIELD_REQUIRED', { field: 'at least one line to credit' }, ['lines'])];
  if (lines.length > MAX_LINES) return [refuse('LIST_TOO_LONG', { max: String(MAX_LINES) }, ['lines'])];
  return lines.flatMap(({ invoiceLineId, net }, index) => {
    const path = ['lines', String(index)];
    const left = invoice.left.find(({ lineId }) => lineId === invoiceLineId)?.left;
    const amount = parsePence(net);
    if (left === undefined && invoice.state === 'ISSUED') return [refuse('NOT_FOUND')];
    if (lines.findIndex((other) => other.invoiceLineId === invoiceLineId) !== index)
      return [refuse('CREDIT_LINE_TWICE', {}, [...path, 'invoiceLineId'])];
    if (amount === null) return [refuse('AMOUNT_FORMAT', { field: 'The credit' }, [...path, 'net'])];
    if (amount === 0n) return [refuse('PAYMENT_AMOUNT', {}, [...path, 'net'])];
    if (left !== undefined && amount > left)
      return [
        refuse('CREDIT_OVER_INVOICE', { amount: formatPounds(amount), left: formatPounds(left) }, [
          ...path,
          'net',
        ]),
      ];
    return [];
  });
};

const pence = (text: string): Pence => {
  const amount = parsePence(text);
  if (amount === null) throw new RangeError('an amount that was checked');
  return amount;
};

const lineOf = ({ lines }: InvoiceToCredit, id: string): InvoiceLine => {
  const line = lines.find((each) => each.id === id);
  if (!line) throw new RangeError('a line that was checked');
  return line;
};

const leftOf = ({ left }: InvoiceToCredit, id: string): IssuedLine => {
  const line = left.find(({ lineId }) => lineId === id);
  if (!line) throw new RangeError('a line that was checked');
  return line;
};
