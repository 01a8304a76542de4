import type { BillingPage } from '#libs/billing';
import { isUuid } from '#libs/kernel';
import { checkedFirst, cursorOf, notFound, type PageArgs } from '../graphql/index.js';

type Shape = (value: string) => boolean;
const isInstant: Shape = (value) =>
  !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;
const isState: Shape = (value) => /^[A-Z]{1,20}$/.test(value);
const isName: Shape = (value) => value !== '';
export const isCount: Shape = (value) => /^[0-9]{1,9}$/.test(value);

/** What a cursor of each list holds. */
export const keysets = {
  byTime: [isInstant, isUuid],
  byName: [isName, isUuid],
  members: [isState, isUuid],
  lines: [isCount],
} satisfies Readonly<Record<string, readonly Shape[]>>;

/** A page with one row more than asked for, to tell whether there are others; a cursor that we did not make names nothing. */
export const pageOf = (args: PageArgs, keyset: readonly Shape[]): BillingPage => {
  const after = cursorOf(args);
  if (after !== null && (after.length !== keyset.length || !after.every((value, i) => keyset[i]?.(value))))
    throw notFound();
  return { limit: checkedFirst(args) + 1, after };
};
