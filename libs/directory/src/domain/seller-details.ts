import { refuse, textFaults, type Refusal } from '#libs/kernel';

/** What a lead authority prints on its invoices, as typed in. */
export interface SellerDetails {
  readonly address: string;
  /** 'GB' and 9 digits */
  readonly vatNumber: string;
  readonly bankAccountName: string;
  /** 6 digits */
  readonly bankSortCode: string;
  /** 8 digits */
  readonly bankAccountNumber: string;
  /** days from the issue of an invoice until it is due */
  readonly paymentDays: number;
}

/** What the demonstration prints: nobody can be paid or registered under these. */
export const illustrative = {
  vatNumber: 'GB000000000',
  bankSortCode: '000000',
  bankAccountNumber: '00000000',
} as const;

const MAX_PAYMENT_DAYS = 120;
const squeeze = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** The details as they are kept: numbers without spaces and hyphens. */
export const tidyDetails = (typed: SellerDetails): SellerDetails => ({
  address: typed.address.replace(/\r\n?/g, '\n').trim(),
  vatNumber: squeeze(typed.vatNumber),
  bankAccountName: typed.bankAccountName.trim(),
  bankSortCode: squeeze(typed.bankSortCode),
  bankAccountNumber: squeeze(typed.bankAccountNumber),
  paymentDays: typed.paymentDays,
});

/** The names of what differs; all of them when there was nothing before. */
export const changedFields = (
  before: SellerDetails | null,
  after: SellerDetails,
): readonly (keyof SellerDetails)[] =>
  (Object.keys(after) as (keyof SellerDetails)[]).filter((name) => before?.[name] !== after[name]);

/** Everything wrong with tidied details. Illustrative numbers are good in a demonstration and nowhere else. */
export const detailsFaults = (details: SellerDetails, demonstration: boolean): readonly Refusal[] => {
  const { vatNumber, bankSortCode, bankAccountNumber, paymentDays } = details;
  const faults = [
    ...textFaults(details.address, { field: 'the address', path: ['address'], max: 500 }),
    ...textFaults(details.bankAccountName, {
      field: 'the name on the account',
      path: ['bankAccountName'],
      max: 100,
    }),
  ];
  const sample = (value: string, own: string): boolean => demonstration && value === own;
  if (!isVatNumber(vatNumber) && !sample(vatNumber, illustrative.vatNumber))
    faults.push(refuse('VAT_NUMBER_FORMAT', {}, ['vatNumber']));
  if (!isNumberOf(6, bankSortCode) && !sample(bankSortCode, illustrative.bankSortCode))
    faults.push(refuse('SORT_CODE_FORMAT', {}, ['bankSortCode']));
  if (!isNumberOf(8, bankAccountNumber) && !sample(bankAccountNumber, illustrative.bankAccountNumber))
    faults.push(refuse('ACCOUNT_NUMBER_FORMAT', {}, ['bankAccountNumber']));
  if (!Number.isInteger(paymentDays) || paymentDays < 0)
    faults.push(refuse('TOO_SMALL', { field: 'The days to pay', min: '0' }, ['paymentDays']));
  if (paymentDays > MAX_PAYMENT_DAYS)
    faults.push(
      refuse('TOO_BIG', { field: 'The days to pay', max: String(MAX_PAYMENT_DAYS) }, ['paymentDays']),
    );
  return faults;
};

const isNumberOf = (digits: number, text: string): boolean =>
  new RegExp(`^[0-9]{${digits}}$`).test(text) && !/^0+$/.test(text);

/**
 * 'GB' and nine digits, the last two of which are a check: the first seven weighted 8 to 2, added to the check, give a
 * multiple of 97; for newer numbers they do after 55 more is added (HMRC's 97 and 9755 schemes).
 */
export const isVatNumber = (text: string): boolean => {
  if (!/^GB[0-9]{9}$/.test(text) || /^GB0+$/.test(text)) return false;
  const digits = [...text.slice(2)].map((digit) => Number.parseInt(digit, 10));
  const weighted = digits.slice(0, 7).reduce((sum, digit, i) => sum + digit * (8 - i), 0);
  const sum = weighted + Number.parseInt(text.slice(9), 10);
  return sum % 97 === 0 || (sum + 55) % 97 === 0;
};

export const isInvoicePrefix = (text: string): boolean => /^[A-Z]{2,6}$/.test(text);
