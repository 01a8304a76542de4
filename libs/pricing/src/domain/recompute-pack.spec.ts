import { describe, expect, it } from '@jest/globals';
import { isDataPack, recomputePack } from './recompute-pack.js';

const line = (lineNumber: number, quantity: string, net: string, vatRate = '0.2') => ({
  lineNumber,
  description: `Line ${lineNumber}`,
  net,
  vatTreatment: vatRate === '0' ? 'EXEMPT' : 'STANDARD',
  vatRate,
  calculation: {
    price: { model: 'perUnit', unit: '0.01' },
    quantity,
    events: 1,
    final: true,
    alreadyBilled: { net: '0.00' },
    vatRate,
  },
});
const pack = (lines: readonly unknown[], net: string, vat: string, gross: string) => ({
  invoice: { number: 'NCC-2026-00001', net, vat, gross },
  lines,
});

describe('an invoice worked out again from its data pack', () => {
  it('comes to the same penny, with VAT on the sum of the lines of a rate', () => {
    // 20% of 3 × 2p is 1.2p: by line it would be 0.
    const lines = [
      line(1, '2', '0.02'),
      line(2, '2', '0.02'),
      line(3, '2', '0.02'),
      line(4, '7', '0.07', '0'),
    ];
    const result = recomputePack(pack(lines, '0.13', '0.01', '0.14'));
    expect(result.ok && result.value).toMatchObject({
      invoice: 'NCC-2026-00001',
      net: '0.13',
      vat: '0.01',
      gross: '0.14',
      same: true,
    });
    expect(result.ok && result.value.lines.map(({ net, same }) => [net, same])).toEqual([
      ['0.02', true],
      ['0.02', true],
      ['0.02', true],
      ['0.07', true],
    ]);
  });

  it('shows each line as it was printed, beside what it comes to', () => {
    const result = recomputePack(
      pack([line(1, '2', '0.02'), { ...line(2, '3', '9.99'), lineNumber: '2' }], '0', '0', '0'),
    );
    expect(result.ok && result.value.lines).toEqual([
      { lineNumber: 1, description: 'Line 1', net: '0.02', printed: '0.02', same: true },
      { lineNumber: '2', description: 'Line 2', net: '0.03', printed: '9.99', same: false },
    ]);
    const { calculation, vatTreatment, vatRate } = line(1, '2', '0.02');
    const bare = recomputePack(pack([{ calculation, vatTreatment, vatRate }], '0.02', '0.00', '0.02'));
    expect(bare.ok && bare.value.lines).toEqual([
      { lineNumber: null, description: null, net: '0.02', printed: null, same: false },
    ]);
  });

  it('says so when one line of several is a penny off, though the sums are right', () => {
    const result = recomputePack(pack([line(1, '2', '0.03'), line(2, '2', '0.02')], '0.04', '0.01', '0.05'));
    expect(result.ok && result.value).toMatchObject({ net: '0.04', vat: '0.01', gross: '0.05', same: false });
  });

  it.each([
    ['a line', pack([line(1, '2', '0.03')], '0.02', '0.00', '0.02')],
    ['the net', pack([line(1, '2', '0.02')], '0.03', '0.00', '0.02')],
    ['the VAT', pack([line(1, '2', '0.02')], '0.02', '0.01', '0.02')],
    ['the gross', pack([line(1, '2', '0.02')], '0.02', '0.00', '0.03')],
  ])('says so when %s is a penny off', (_, wrong) => {
    const result = recomputePack(wrong);
    expect(result.ok && result.value.same).toBe(false);
  });

  it('believes nothing that the pack says of a line but its calculation', () => {
    const result = recomputePack(
      pack([{ ...line(1, '2', '9.99'), result: { net: '9.99' } }], '9.99', '2.00', '11.99'),
    );
    expect(result.ok && result.value).toMatchObject({ net: '0.02', vat: '0.00', gross: '0.02', same: false });
  });

  it('says all that cannot be read, where it stands', () => {
    const broken = { ...line(2, '-1', '0'), vatTreatment: 5, vatRate: '2' };
    const result = recomputePack(pack([line(1, '2', '0.02'), broken, 'no line'], '0', '0', '0'));
    expect(result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'FIELD_REQUIRED lines.1.vatTreatment',
      'TOO_BIG lines.1.vatRate',
      'QUANTITY_NEGATIVE lines.1.calculation.quantity',
      'FIELD_REQUIRED lines.2',
    ]);
  });

  it('is refused in words, also for one fault alone', () => {
    const words = (result: ReturnType<typeof recomputePack>) =>
      result.ok ? [] : result.refusals.map(({ message }) => message);
    const untreated = { ...line(1, '2', '0.02'), vatTreatment: 5 };
    expect(words(recomputePack(pack([untreated], '0', '0', '0')))).toEqual(['Enter the VAT treatment.']);
    const overtaxed = { ...line(1, '2', '0.02'), vatRate: '2' };
    expect(words(recomputePack(pack([overtaxed], '0', '0', '0')))).toEqual([
      'The VAT rate must be 1 or less.',
    ]);
    expect(words(recomputePack(pack(['no line'], '0', '0', '0')))).toEqual(['Enter a line.']);
    expect(words(recomputePack({ lines: [] }))).toEqual(['Enter a data pack with an invoice and its lines.']);
  });

  it('is told from a single calculation', () => {
    expect(isDataPack(pack([], '0.00', '0.00', '0.00'))).toBe(true);
    expect(isDataPack({ price: { model: 'flat', amount: '1' } })).toBe(false);
    const result = recomputePack({ invoice: {}, lines: 'none' });
    expect(result.ok).toBe(false);
  });
});
