import type { Page } from '#libs/catalogue';
import { isUuid } from '#libs/kernel';
import { checkedFirst, cursorOf, notFound, type PageArgs } from '../graphql/index.js';

/** A page of rows in order of an instant and an id, with one row more to tell whether there are others. */
export const pageOf = (args: PageArgs): Page => {
  const after = cursorOf(args);
  if (after !== null && !isPlace(after)) throw notFound();
  return { limit: checkedFirst(args) + 1, after };
};

const isPlace = ([instant = '', id = '', ...rest]: readonly string[]): boolean =>
  rest.length === 0 &&
  isUuid(id) &&
  !Number.isNaN(Date.parse(instant)) &&
  new Date(instant).toISOString() === instant;
