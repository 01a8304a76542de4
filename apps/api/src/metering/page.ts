import { isUuid, parseLocalDate, textFaults } from '#libs/kernel';
import type { UsagePage } from '#libs/metering';
import { checkedFirst, cursorOf, notFound, type PageArgs } from '../graphql/index.js';

type Shape = (value: string) => boolean;

/** What a cursor of each list holds. */
export const keysets = {
  byTime: [isInstant, isUuid],
  receipts: [isInstant, isUuid, isUuid, isNumber],
  records: [isNumber, isName, isName],
  returns: [isName, isUuid],
  unusual: [isName, isUuid, isUuid],
  missingDays: [isDay, isUuid, isUuid, isName],
} satisfies Readonly<Record<string, readonly Shape[]>>;

/** A page with one row more than asked for, to tell whether there are others; a cursor that we did not make names nothing. */
export const pageOf = (args: PageArgs, keyset: readonly Shape[]): UsagePage => {
  const after = cursorOf(args);
  if (after !== null && (after.length !== keyset.length || !after.every((value, i) => keyset[i]?.(value))))
    throw notFound();
  return { limit: checkedFirst(args) + 1, after };
};

/** The part of a list, in the order of its keys, that a page shows, with one row more. */
export const pageOfSorted = <R>(
  rows: readonly R[],
  args: PageArgs,
  keyset: readonly Shape[],
  keyOf: (row: R) => readonly string[],
): readonly R[] => {
  const { limit, after } = pageOf(args, keyset);
  const text = (key: readonly string[]): string => key.join('\u0000');
  const left = after === null ? rows : rows.filter((row) => text(keyOf(row)) > text(after));
  return left.slice(0, limit);
};

function isDay(value: string): boolean {
  return parseLocalDate(value) !== null;
}

function isInstant(value: string): boolean {
  return !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;
}

function isNumber(value: string): boolean {
  return /^[0-9]{1,18}$/.test(value);
}

function isName(value: string): boolean {
  return textFaults(value, { field: '', path: [] }).length === 0;
}
