import { menuFor, type MenuEntry } from './menu.js';
import type { KnownPage } from './page.js';
import type { Visit } from './visit.js';

/** The pages there are, for those who need to know. */
export class PageList {
  private readonly byController: ReadonlyMap<unknown, KnownPage>;

  constructor(readonly all: readonly KnownPage[]) {
    this.byController = new Map(all.map((page) => [page.controller, page]));
  }

  /** The page that a controller is. */
  of(controller: unknown): KnownPage {
    const page = this.byController.get(controller);
    if (!page) throw new Error('a controller of the web that is no page');
    return page;
  }

  /** The sentence that a page has for what was done on it: `finance/run:prepared`. */
  said(text: string | null): string | null {
    const [folder, word = ''] = text?.split(':') ?? [];
    const said = this.all.find((page) => page.folder === folder)?.words['said'];
    return (said as Readonly<Record<string, string>> | undefined)?.[word] ?? null;
  }

  menu(visit: Visit, current: KnownPage | null): readonly MenuEntry[] {
    return menuFor(this.all, visit, current);
  }
}
