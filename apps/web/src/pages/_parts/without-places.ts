import type { UserError } from '../../frame/form-errors.js';

const isPlace = (part: string | undefined): boolean => part !== undefined && /^\d+$/.test(part);

/** Refusals of a list's items, told of the box that the whole list is typed in, an item a line. */
export const withoutPlaces = (errors: readonly UserError[]): readonly UserError[] =>
  errors.map((error) => ({
    ...error,
    path: isPlace(error.path.at(-1)) ? error.path.slice(0, -1) : error.path,
  }));
