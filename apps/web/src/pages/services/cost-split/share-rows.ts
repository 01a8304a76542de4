import type { Typed } from '../../../frame/dates-in-forms.js';
import { typedNumber } from '../../../frame/typed-number.js';

export interface Share {
  readonly costCentre: string;
  readonly subjectiveCode: string;
  readonly percent: string;
}

/** As many as the API takes. */
const MOST = 50;
/** Empty rows below those that are filled in. */
const SPARE = 4;

/** The shares that were typed, and in which row of the form each one stands; empty rows are left out. */
export const sharesIn = (
  form: Typed,
): { readonly shares: readonly Share[]; readonly rows: readonly number[] } => {
  const at = (row: number, name: string): string => form[`shares.${row}.${name}`]?.trim() ?? '';
  const rows = Array.from({ length: MOST }, (_, row) => row).filter((row) =>
    ['costCentre', 'subjectiveCode', 'percent'].some((name) => at(row, name) !== ''),
  );
  const shares = rows.map((row) => ({
    costCentre: at(row, 'costCentre'),
    subjectiveCode: at(row, 'subjectiveCode'),
    percent: typedNumber(at(row, 'percent').replace(/%$/, '')),
  }));
  return { shares, rows };
};

/** The fields of a form that shows these shares. */
export const fieldsOf = (shares: readonly Share[]): Typed =>
  Object.fromEntries(
    shares.flatMap((share, row) =>
      (['costCentre', 'subjectiveCode', 'percent'] as const).map((name) => [
        `shares.${row}.${name}`,
        share[name],
      ]),
    ),
  );

/** The rows that a form has: those that are filled in, and some more. */
export const rowsOf = (form: Typed): readonly number[] => {
  const last = sharesIn(form).rows.at(-1) ?? -1;
  return Array.from({ length: Math.min(MOST, last + 1 + SPARE) }, (_, row) => row);
};

/** Where the form has what the API says of a share: `shares.0.percent` is of the first one that was filled in. */
export const namesOfRows = (rows: readonly number[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap((row, index) =>
      ['costCentre', 'subjectiveCode', 'percent'].map((name) => [
        `shares.${index}.${name}`,
        `shares.${row}.${name}`,
      ]),
    ),
  );
