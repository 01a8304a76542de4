import { parseDecimal } from '#libs/kernel';
import type { Typed } from '../../../frame/dates-in-forms.js';
import type { UserError } from '../../../frame/form-errors.js';

const FIELD = 'volume.';

/** The field of a meter's yearly volume. */
export const fieldOf = (meterId: string): string => `${FIELD}${meterId}`;

export interface Volume {
  readonly meterId: string;
  readonly perYear: string;
}

/** Whether the API takes it for a number at all; whether the number will do is for the API to say. */
const isReadable = ({ perYear }: Volume): boolean => parseDecimal(perYear, { allowNegative: true }) !== null;

/**
 * The volume as it is sent. The API takes a request only when every figure is one, so that one slip would hide all else
 * that is wrong: something that it refuses for certain goes in the place of what cannot be read.
 */
export const sendable = (volume: Volume): Volume =>
  isReadable(volume) ? volume : { ...volume, perYear: '-1' };

/** What the API says, in its order, with the page's own words where a figure could not be read. */
export const saidOf = (
  errors: readonly UserError[],
  volumes: readonly Volume[],
  unreadable: (meterId: string) => string,
): readonly UserError[] =>
  errors.map((error) => {
    const volume = error.path.at(-1) === 'perYear' ? volumes[Number(error.path.at(-2))] : undefined;
    return volume === undefined || isReadable(volume)
      ? error
      : { path: error.path, message: unreadable(volume.meterId) };
  });

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
