import { isUuid, textFaults } from '#libs/kernel';
import type { UsagePage } from '#libs/metering';
import { checkedFirst, cursorOf, notFound, type PageArgs } from '../graphql/index.js';

type Shape = (value: string) => boolean;

/** What a cursor of each list holds. */
export const keysets = {
  byTime: [isInstant, isUuid],
  receipts: [isInstant, isUuid, isUuid, isNumber],
  records: [isNumber, isName, isName],
} satisfies Readonly<Record<string, readonly Shape[]>>;

/** A page with one row more than asked for, to tell whether there are others; a cursor that we did not make names nothing. */
export const pageOf = (args: PageArgs, keyset: readonly Shape[]): UsagePage => {
  const after = cursorOf(args);
  if (after !== null && (after.length !== keyset.length || !after.every((value, i) => keyset[i]?.(value))))
    throw notFound();
  return { limit: checkedFirst(args) + 1, after };
};

function isInstant(value: string): boolean {
  return !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;
}

function isNumber(value: string): boolean {
  return /^[0-9]{1,18}$/.test(value);
}

function isName(value: string): boolean {
  return textFaults(value, { field: '', path: [] }).length === 0;
}
