import { financialYearOf, type LocalDate } from '#libs/kernel';

export type Series = 'INV' | 'CRN';

/** 'LCC-2026-00041' and, for a credit note, 'LCC-CN-2026-00001': the year is the financial year's first. */
export const documentNumber = (
  series: Series,
  prefix: string,
  issuedOn: LocalDate,
  number: bigint,
): string => {
  const year = financialYearOf(issuedOn).slice(0, 4);
  return `${prefix}${series === 'CRN' ? '-CN' : ''}-${year}-${number.toString().padStart(5, '0')}`;
};
