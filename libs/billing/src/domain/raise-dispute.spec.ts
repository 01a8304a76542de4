import { localDate } from '#libs/kernel';
import { disputeRaised, type DisputeTerms, type LineToDispute } from './raise-dispute.js';

const line: LineToDispute = {
  invoiceState: 'ISSUED',
  receivedOn: localDate('2026-05-06'),
  days: 30,
  left: 32_000n,
  hasOpenDispute: false,
};
const terms: DisputeTerms = { kind: 'DISPUTE', net: '320.00', reason: 'We had fewer', evidence: null };
const raise = (change: Partial<DisputeTerms> = {}, of: Partial<LineToDispute> = {}, on = '2026-05-06') =>
  disputeRaised({ ...terms, ...change }, { ...line, ...of }, localDate(on));
const faults = (...given: Parameters<typeof raise>) => {
  const result = raise(...given);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
};
const words = (...given: Parameters<typeof raise>) => {
  const result = raise(...given);
  return result.ok ? [] : result.refusals.map(({ message }) => message);
};

describe('a dispute', () => {
  it('is kept as it was said, without space around it', () => {
    expect(raise({ reason: ' We had fewer ', evidence: ' Our list ' })).toEqual({
      ok: true,
      value: { kind: 'DISPUTE', net: 32_000n, reason: 'We had fewer', evidence: 'Our list' },
    });
    expect(raise({ evidence: '  ' })).toMatchObject({ value: { evidence: null } });
    expect(raise({ evidence: null })).toMatchObject({ value: { evidence: null } });
  });

  it('is for what is left of the line, and not a penny more', () => {
    expect(faults({ net: '320.00' })).toEqual([]);
    expect(faults({ net: '320.01' })).toEqual(['DISPUTE_OVER_LINE net']);
    expect(words({ net: '320.01' })).toEqual(['You can dispute up to £320.00 on this line.']);
    expect(faults({ net: '0.01' }, { left: 0n })).toEqual(['DISPUTE_OVER_LINE net']);
  });

  it('is raised for so many days after the invoice was received; an error is reported at any time', () => {
    expect(faults({}, {}, '2026-06-05')).toEqual([]);
    expect(faults({}, {}, '2026-06-06')).toEqual(['DISPUTE_LATE kind']);
    expect(words({}, {}, '2026-06-06')).toEqual([
      'Disputes can be raised up to 30 days after you receive the invoice. You can still report an error.',
    ]);
    expect(faults({}, { days: 31 }, '2026-06-06')).toEqual([]);
    expect(faults({ kind: 'ERROR_REPORT' }, {}, '2031-01-01')).toEqual([]);
  });

  it('is one at a time, and on an issued invoice', () => {
    expect(faults({}, { hasOpenDispute: true })).toEqual(['DISPUTE_OPEN_ALREADY']);
    expect(faults({ kind: 'ERROR_REPORT' }, { hasOpenDispute: true })).toEqual(['DISPUTE_OPEN_ALREADY']);
    expect(words({}, { invoiceState: 'VOID' })).toEqual(['This invoice is void, so you cannot dispute it.']);
    expect(words({}, { invoiceState: 'APPROVED' })).toEqual([
      'This invoice is not issued yet, so you cannot dispute it.',
    ]);
  });

  it('tells everything that is wrong at once', () => {
    const late = '2027-01-01';
    const wrong = { net: '1,00', reason: ' ', evidence: 'x'.repeat(4001) };
    expect(faults(wrong, {}, late)).toEqual([
      'DISPUTE_LATE kind',
      'AMOUNT_FORMAT net',
      'FIELD_REQUIRED reason',
      'TEXT_TOO_LONG evidence',
    ]);
    expect(faults({ net: '0', reason: 'x'.repeat(1001), evidence: '\u0000' })).toEqual([
      'PAYMENT_AMOUNT net',
      'TEXT_TOO_LONG reason',
      'TEXT_INVALID evidence',
    ]);
    expect(faults({ net: '-1' })).toEqual(['AMOUNT_FORMAT net']);
    expect(words({ net: '-1', reason: ' ', evidence: 'x'.repeat(4001) })).toEqual([
      'The amount must be an amount written as text, like "12.34".',
      'Enter the reason.',
      'The evidence must be 4000 characters or fewer.',
    ]);
    expect(faults({ reason: 'x'.repeat(1000), evidence: 'x'.repeat(4000) })).toEqual([]);
  });
});
