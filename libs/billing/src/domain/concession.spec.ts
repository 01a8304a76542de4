import fc from 'fast-check';
import { exact, formatPence } from '#libs/kernel';
import { totalsOf } from '#libs/pricing';
import { concession, type InvoiceToCredit } from './concession.js';
import type { InvoiceLine } from './document.js';
import { groupsAfter } from './vat.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);

const lineOf = (id: string, net: bigint, vatTreatment = 'STANDARD', vatRate = '0.2') =>
  ({ id, description: `Line ${id}`, net, vatTreatment, vatRate }) as unknown as InvoiceLine;
const key = { callOffId: 'c', meterId: 'm', month: '2026-04-01' as never, priceVersionId: 'p' };

const invoiceOf = (
  lines: readonly InvoiceLine[],
  left: Readonly<Record<string, bigint>> = {},
): InvoiceToCredit => {
  const remaining = lines.map(({ id, net, vatTreatment, vatRate }) => ({
    ...{
      key,
      invoiceId: 'invoice',
      lineId: id,
      vatTreatment,
      vatRate: exact(vatRate),
      left: left[id] ?? net,
    },
  }));
  return {
    id: 'invoice',
    state: 'ISSUED',
    lines,
    left: remaining,
    groupsLeft: totalsOf(remaining.map((line) => ({ ...line, net: line.left }))).vatSummary,
  };
};

const invoice = invoiceOf([lineOf('a', 10_000n), lineOf('b', 5_000n, 'ZERO', '0')], { a: 4_000n });
const codes = (
  lines: readonly { invoiceLineId: string; net: string }[],
  { reason = 'Late', from = invoice } = {},
) => {
  const result = concession({ reason, lines }, from);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
};

describe('a concession', () => {
  it('takes each line’s part, with its own VAT', () => {
    const result = concession(
      {
        reason: ' Late delivery ',
        lines: [
          { invoiceLineId: 'b', net: '50' },
          { invoiceLineId: 'a', net: '0.07' },
        ],
      },
      invoice,
    );
    expect(result.ok && result.value).toMatchObject({
      invoiceId: 'invoice',
      kind: 'CONCESSION',
      runMonth: null,
      reason: 'Late delivery',
      lines: [
        {
          lineNumber: 1,
          invoiceLineId: 'b',
          description: 'Line b',
          net: 5_000n,
          vatTreatment: 'ZERO',
          vatRate: '0',
          working: null,
        },
        { lineNumber: 2, invoiceLineId: 'a', net: 7n, vatTreatment: 'STANDARD', vatRate: '0.2' },
      ],
      totals: { net: 5_007n, vat: 1n, gross: 5_008n },
    });
  });

  it('takes all that is left, and not a penny more', () => {
    expect(codes([{ invoiceLineId: 'a', net: '40.00' }])).toEqual([]);
    expect(codes([{ invoiceLineId: 'a', net: '40.01' }])).toEqual(['CREDIT_OVER_INVOICE lines.0.net']);
    const result = concession({ reason: 'x', lines: [{ invoiceLineId: 'a', net: '40.01' }] }, invoice);
    expect(result.ok ? '' : result.refusals[0]?.message).toBe(
      'The credit note is £40.01. Only £40.00 is left to credit on this invoice.',
    );
  });

  it('tells everything that is wrong at once', () => {
    const lines = [
      { invoiceLineId: 'a', net: '1.001' },
      { invoiceLineId: 'b', net: '0' },
      { invoiceLineId: 'a', net: '1' },
      { invoiceLineId: 'b', net: '-1' },
    ];
    expect(codes(lines, { reason: '  ' })).toEqual([
      'CREDIT_NEEDS_REASON reason',
      'AMOUNT_FORMAT lines.0.net',
      'PAYMENT_AMOUNT lines.1.net',
      'CREDIT_LINE_TWICE lines.2.invoiceLineId',
      'CREDIT_LINE_TWICE lines.3.invoiceLineId',
    ]);
    expect(codes([])).toEqual(['FIELD_REQUIRED lines']);
    expect(codes(Array.from({ length: 101 }, () => ({ invoiceLineId: 'a', net: '1' })))).toEqual([
      'LIST_TOO_LONG lines',
    ]);
    expect(codes([{ invoiceLineId: 'a', net: '1' }], { reason: 'x'.repeat(1001) })).toEqual([
      'TEXT_TOO_LONG reason',
    ]);
    expect(codes([{ invoiceLineId: 'a', net: '1' }], { reason: 'x\u0000' })).toEqual(['TEXT_INVALID reason']);
  });

  it('may have 100 lines and 1,000 letters of reason', () => {
    const lines = Array.from({ length: 100 }, (_, index) => lineOf(String(index), 100n));
    const credited = lines.map(({ id }) => ({ invoiceLineId: id, net: '1' }));
    expect(codes(credited, { from: invoiceOf(lines), reason: 'x'.repeat(1000) })).toEqual([]);
  });

  it('is refused in words', () => {
    const words = (net: string, { reason = 'Late', state = invoice.state } = {}) => {
      const lines = [{ invoiceLineId: 'a', net }];
      const result = concession({ reason, lines }, { ...invoice, state });
      return result.ok ? [] : result.refusals.map(({ message }) => message);
    };
    expect(words('1', { state: 'VOID' })).toEqual(['This invoice is void, so you cannot credit it.']);
    expect(words('1', { state: 'DRAFT' })).toEqual([
      'This invoice is not issued yet, so you cannot credit it.',
    ]);
    expect(words('1,00')).toEqual(['The credit must be an amount written as text, like "12.34".']);
    expect(words('1', { reason: 'x'.repeat(1001) })).toEqual([
      'The reason must be 1000 characters or fewer.',
    ]);
    const none = concession({ reason: 'Late', lines: [] }, invoice);
    expect(none.ok ? [] : none.refusals.map(({ message }) => message)).toEqual([
      'Enter at least one line to credit.',
    ]);
    const many = Array.from({ length: 101 }, () => ({ invoiceLineId: 'a', net: '1' }));
    const tooMany = concession({ reason: 'Late', lines: many }, invoice);
    expect(tooMany.ok ? '' : tooMany.refusals[0]?.message).toContain('100');
  });

  it('of an invoice that is not issued is refused for that alone, whatever its lines', () => {
    const draft: InvoiceToCredit = { ...invoice, state: 'DRAFT', left: [] };
    expect(codes([{ invoiceLineId: 'a', net: '1000' }], { from: draft })).toEqual(['STATE_NOT_ALLOWED']);
  });

  it('is for a line of the invoice, and an invoice that was issued', () => {
    expect(codes([{ invoiceLineId: 'another', net: '1' }])).toEqual(['NOT_FOUND']);
    for (const state of ['DRAFT', 'APPROVED', 'VOID'] as const)
      expect(codes([{ invoiceLineId: 'a', net: '1' }], { from: { ...invoice, state } })).toEqual([
        'STATE_NOT_ALLOWED',
      ]);
  });
});

describe('credit notes on one invoice', () => {
  const rates = [
    ['STANDARD', '0.2'],
    ['REDUCED', '0.05'],
    ['ZERO', '0'],
  ] as const;
  const someLines = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 999n }), fc.constantFrom(...rates)), {
    minLength: 1,
    maxLength: 6,
  });
  /** For each credit note, the share of each line in percent that it takes of what is left. */
  const someNotes = fc.array(fc.array(fc.nat({ max: 100 }), { minLength: 6, maxLength: 6 }), {
    maxLength: 12,
  });

  /** Raises a credit note of these amounts a line, and answers what stays of the invoice. */
  const credited = (from: InvoiceToCredit, nets: readonly bigint[]) => {
    const lines = from.left.flatMap(({ lineId }, index) => {
      const net = nets[index] ?? 0n;
      return net === 0n ? [] : [{ invoiceLineId: lineId, net: formatPence(net) }];
    });
    if (lines.length === 0) return null;
    const note = concession({ reason: 'Late', lines }, from);
    if (!note.ok) throw new Error('a credit of no more than is left was refused');
    return {
      note: note.value,
      rest: {
        ...from,
        left: from.left.map((line, index) => ({ ...line, left: line.left - (nets[index] ?? 0n) })),
        groupsLeft: groupsAfter(from.groupsLeft, note.value.totals.vatSummary),
      },
    };
  };

  it(`that end by crediting all of it come to its net, VAT and sum, rate by rate (seed ${seed})`, () => {
    fc.assert(
      fc.property(someLines, someNotes, (given, cuts) => {
        const lines = given.map(([net, [treatment, rate]], index) =>
          lineOf(String(index), net, treatment, rate),
        );
        let rest = invoiceOf(lines);
        const whole = totalsOf(lines.map((line) => ({ ...line, vatRate: exact(line.vatRate) })));
        const sums = new Map(whole.vatSummary.map(({ treatment }) => [treatment, { net: 0n, vat: 0n }]));
        const raise = (nets: readonly bigint[]): void => {
          const done = credited(rest, nets);
          if (done === null) return;
          rest = done.rest;
          for (const { treatment, net, vat } of done.note.totals.vatSummary) {
            const sum = sums.get(treatment);
            if (!sum) throw new Error('a rate that the invoice does not have');
            sum.net += net;
            sum.vat += vat;
            const group = whole.vatSummary.find((each) => each.treatment === treatment);
            expect(sum.net <= (group?.net ?? 0n) && sum.vat <= (group?.vat ?? 0n)).toBe(true);
          }
        };
        for (const cut of cuts)
          raise(rest.left.map(({ left }, index) => (left * BigInt(cut[index] ?? 0)) / 100n));
        raise(rest.left.map(({ left }) => left));
        for (const { treatment, net, vat } of whole.vatSummary)
          expect(sums.get(treatment)).toEqual({ net, vat });
        const all = [...sums.values()].reduce((total, { net, vat }) => total + net + vat, 0n);
        expect(all).toBe(whole.gross);
        const more = { reason: 'Late', lines: [{ invoiceLineId: '0', net: '0.01' }] };
        expect(concession(more, rest).ok).toBe(false);
      }),
      { seed },
    );
  });
});
