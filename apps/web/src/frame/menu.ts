import type { KnownPage } from './page.js';
import type { Visit } from './visit.js';

export interface MenuEntry {
  readonly text: string;
  readonly href: string;
  readonly active: boolean;
}

/** Whether somebody may look at a page, as far as the page itself says; the API decides about what is on it. */
export const isOpenTo = ({ access }: KnownPage, visit: Visit): boolean =>
  access === 'public' || (access === 'signed-in' ? visit.me !== null : visit.may(access));

/** The menu of a visit: the pages that say they stand in it and that the person may look at, in their order. */
export const menuFor = (
  pages: readonly KnownPage[],
  visit: Visit,
  current: KnownPage | null,
): readonly MenuEntry[] =>
  pages
    .flatMap((page) => (page.menu === undefined ? [] : [{ page, menu: page.menu }]))
    .filter(({ page, menu }) => menu.for.includes(visit.audience) && isOpenTo(page, visit))
    .sort((a, b) => a.menu.order - b.menu.order)
    .map(({ page }) => ({
      text: String(page.words['menu']),
      href: page.path,
      active: current !== null && (current.under ?? current.path) === page.path,
    }));
