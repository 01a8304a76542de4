import { localDate } from '#libs/kernel';
import { voidInvoice } from './void-invoice.js';

const invoice = {
  state: 'ISSUED' as const,
  number: 'NCC-2026-00001',
  issuedOn: localDate('2026-05-06'),
  issuedBy: 'issuer',
};
const nothing = { wasMatched: false, hasCreditNotes: false, hasDisputes: false, isBuiltOn: false };
const ask = { reason: ' Wrong member ', personId: 'other', today: localDate('2026-05-31') };
const words = (
  change: Partial<typeof ask> = {},
  since: Partial<typeof nothing> = {},
  of: Partial<Omit<typeof invoice, 'state'>> & { state?: 'DRAFT' | 'APPROVED' | 'ISSUED' | 'VOID' } = {},
) => {
  const result = voidInvoice({ ...invoice, ...of }, { ...nothing, ...since }, { ...ask, ...change });
  return result.ok ? [] : result.refusals.map(({ code, message }) => `${code}: ${message}`);
};

describe('voiding an invoice', () => {
  it('is allowed while nothing has come of it, in the month of its tax point, to another person', () => {
    expect(voidInvoice(invoice, nothing, ask)).toEqual({ ok: true, value: 'Wrong member' });
    expect(words({ today: localDate('2026-05-06') })).toEqual([]);
  });

  it('is refused in the next month', () => {
    expect(words({ today: localDate('2026-06-01') })).toEqual([
      'INVOICE_NOT_VOIDABLE: Invoice NCC-2026-00001 cannot be voided: its tax point is in May 2026, and that month is over. Raise a credit note instead.',
    ]);
    expect(words({ today: localDate('2027-05-06') })).toHaveLength(1);
  });

  it.each([
    ['wasMatched', 'money was matched to it'],
    ['hasCreditNotes', 'a credit note cites it'],
    ['hasDisputes', 'a line of it was disputed'],
    ['isBuiltOn', 'a later bill was worked out from it'],
  ] as const)('is refused when %s', (what, why) => {
    expect(words({}, { [what]: true })).toEqual([
      `INVOICE_NOT_VOIDABLE: Invoice NCC-2026-00001 cannot be voided: ${why}. Raise a credit note instead.`,
    ]);
  });

  it('is for someone else than who issued it, with a reason; all is told at once', () => {
    expect(words({ personId: 'issuer' })).toEqual([
      'VOID_SAME_PERSON: You issued this invoice, so someone else needs to void it.',
    ]);
    const all = words({ personId: 'issuer', reason: ' ' }, { wasMatched: true, hasDisputes: true });
    expect(all.map((fault) => fault.split(':')[0])).toEqual([
      'INVOICE_NOT_VOIDABLE',
      'INVOICE_NOT_VOIDABLE',
      'VOID_SAME_PERSON',
      'FIELD_REQUIRED',
    ]);
    expect(words({ reason: 'x'.repeat(1001) })).toEqual([
      'TEXT_TOO_LONG: The reason must be 1000 characters or fewer.',
    ]);
    const silent = voidInvoice(invoice, nothing, { ...ask, reason: '' });
    expect(silent.ok ? [] : silent.refusals.map(({ message, path }) => [message, path])).toEqual([
      ['Enter the reason.', ['reason']],
    ]);
    expect(words({ reason: 'x'.repeat(1000) })).toEqual([]);
  });

  it('is of an issued invoice', () => {
    expect(words({}, {}, { state: 'VOID' })).toEqual([
      'STATE_NOT_ALLOWED: This invoice is void already, so you cannot void it.',
    ]);
    expect(words({}, {}, { state: 'APPROVED' })).toEqual([
      'STATE_NOT_ALLOWED: This invoice is not issued yet, so you cannot void it.',
    ]);
  });
});
