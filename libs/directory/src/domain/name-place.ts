import { isUuid } from '#libs/kernel';
import { nameKey } from './name-key.js';

/** Where a body stands in a list by name: its name key, and its id where names are alike. */
export interface NamePlace {
  readonly key: string;
  readonly id: string;
}

/** Reads a cursor's values back; null when it is not one of ours. */
export const readNamePlace = (values: readonly string[]): NamePlace | null => {
  const [key = '', id = ''] = values;
  return values.length === 2 && nameKey(key) === key && isUuid(id) ? { key, id } : null;
};
