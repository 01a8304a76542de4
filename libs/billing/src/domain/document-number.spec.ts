import { localDate } from '#libs/kernel';
import { documentNumber } from './document-number.js';

describe('a document’s number', () => {
  it.each([
    ['INV', '2026-04-01', 41n, 'LCC-2026-00041'],
    ['INV', '2027-03-31', 1n, 'LCC-2026-00001'],
    ['INV', '2027-04-01', 1n, 'LCC-2027-00001'],
    ['INV', '2026-04-01', 123456n, 'LCC-2026-123456'],
    ['CRN', '2026-12-01', 1n, 'LCC-CN-2026-00001'],
  ] as const)('of %s issued on %s with counter %s is %s', (series, day, counter, number) => {
    expect(documentNumber(series, 'LCC', localDate(day), counter)).toBe(number);
  });
});
