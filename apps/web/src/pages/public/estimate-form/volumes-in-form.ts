import { parseDecimal } from '#libs/kernel';
import type { Typed } from '../../../frame/dates-in-forms.js';

const FIELD = 'volume.';

/** The field of a meter's yearly volume. */
export const fieldOf = (meterId: string): string => `${FIELD}${meterId}`;

export interface Volume {
  readonly meterId: string;
  readonly perYear: string;
}

/** A volume that the API refuses for certain. */
export const REFUSED = '-1';

/** Whether the API takes it for a number at all; whether the number will do is for the API to say. */
export const isReadable = ({ perYear }: Volume): boolean =>
  parseDecimal(perYear, { allowNegative: true }) !== null;

/** The volumes that were entered, as numbers are typed: without blanks and the commas between thousands. Empty ones are left out. */
export const volumesIn = (form: Typed): readonly Volume[] =>
  Object.entries(form).flatMap(([name, text]) => {
    const perYear = (text ?? '').replace(/\s|,(?=\d{3}(?!\d))/g, '');
    return name.startsWith(FIELD) && perYear !== '' ? [{ meterId: name.slice(FIELD.length), perYear }] : [];
  });

/** The form's names for where the API finds something wrong; what is about all of them is shown at the first. */
export const namesOf = (
  volumes: readonly Volume[],
  firstMeterId: string | undefined,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    volumes.flatMap(({ meterId }, index) =>
      ['perYear', 'meterId'].map((part) => [`volumes.${index}.${part}`, fieldOf(meterId)]),
    ),
  ),
  volumes: firstMeterId === undefined ? '' : fieldOf(firstMeterId),
  bodyId: '',
  frameworkId: '',
});
