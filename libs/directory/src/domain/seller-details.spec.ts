import { describe, expect, it } from '@jest/globals';
import {
  changedFields,
  detailsFaults,
  illustrative,
  isVatNumber,
  tidyDetails,
  type SellerDetails,
} from './seller-details.js';

const details: SellerDetails = {
  address: 'County Hall\nNorthmere',
  vatNumber: 'GB123456782',
  bankAccountName: 'Northmere County Council',
  bankSortCode: '309001',
  bankAccountNumber: '12345678',
  paymentDays: 30,
};
const codes = (change: Partial<SellerDetails>, demonstration = false): readonly string[] =>
  detailsFaults({ ...details, ...change }, demonstration).map(
    ({ code, path }) => `${path.join('.')} ${code}`,
  );

describe('isVatNumber', () => {
  // 1·8 + 2·7 + 3·6 + 4·5 + 5·4 + 6·3 + 7·2 = 112; 2·97 − 112 = 82, and 82 − 55 = 27 in the newer scheme.
  it('takes both schemes of check digits', () => {
    expect(isVatNumber('GB123456782')).toBe(true);
    expect(isVatNumber('GB123456727')).toBe(true);
  });

  it.each([
    'GB123456781',
    'GB123456728',
    '123456782',
    'GB12345678',
    'GB1234567822',
    'gb123456782',
    'GB000000000',
    'GB12345678２',
  ])('refuses %s', (text) => {
    expect(isVatNumber(text)).toBe(false);
  });

  it('refuses every other check for the same number', () => {
    const good = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0')).filter((check) =>
      isVatNumber(`GB1234567${check}`),
    );
    expect(good).toEqual(['27', '82']);
  });
});

describe('details', () => {
  it('are tidied before they are looked at', () => {
    expect(
      tidyDetails({
        ...details,
        vatNumber: ' gb 123 4567 82 ',
        bankSortCode: '30-90-01',
        bankAccountNumber: '1234 5678',
      }),
    ).toEqual(details);
  });

  it('good ones have no fault', () => {
    expect(codes({})).toEqual([]);
  });

  it('tell all faults at once', () => {
    expect(
      codes({
        address: ' ',
        vatNumber: 'GB1',
        bankAccountName: '',
        bankSortCode: '12345',
        bankAccountNumber: 'x',
        paymentDays: 121,
      }),
    ).toEqual([
      'address FIELD_REQUIRED',
      'bankAccountName FIELD_REQUIRED',
      'vatNumber VAT_NUMBER_FORMAT',
      'bankSortCode SORT_CODE_FORMAT',
      'bankAccountNumber ACCOUNT_NUMBER_FORMAT',
      'paymentDays TOO_BIG',
    ]);
    expect(codes({ paymentDays: -1 })).toEqual(['paymentDays TOO_SMALL']);
  });

  it('that nobody can be paid under are for a demonstration only', () => {
    expect(codes(illustrative, true)).toEqual([]);
    expect(codes(illustrative)).toEqual([
      'vatNumber VAT_NUMBER_FORMAT',
      'bankSortCode SORT_CODE_FORMAT',
      'bankAccountNumber ACCOUNT_NUMBER_FORMAT',
    ]);
  });

  it('say what changed', () => {
    expect(changedFields(details, { ...details, paymentDays: 14 })).toEqual(['paymentDays']);
    expect(changedFields(details, details)).toEqual([]);
    expect(changedFields(null, details)).toHaveLength(6);
  });
});
