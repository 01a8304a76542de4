import { applyDecorators, Controller, SetMetadata } from '@nestjs/common';
import type { Capacity } from '../api/me.generated.js';

export const PAGE = Symbol('page');

/** Who stands in a menu: a visitor has no capacity. */
export type Audience = Capacity | 'VISITOR';

export interface PageOptions {
  /** The address, with its parameters: `/invoices/:id`. */
  readonly path: string;
  /** `public`, `signed-in`, or the permission of the API that its first look needs. */
  readonly access: string;
  /** Where the page stands in the menu, from left to right; its words are the page's own `menu`. */
  readonly menu?: { readonly for: readonly Audience[]; readonly order: number };
  /** The entry of the menu that is marked on this page when it is not in the menu itself, by that page's path. */
  readonly under?: string;
}

/** A page: one class in one folder, with its view, its words and its operations beside it. */
export const Page = (options: PageOptions): ClassDecorator =>
  applyDecorators(SetMetadata(PAGE, options), Controller(options.path));

/** Words of a page by their names; a word that depends on something is a function of it. */
export type Words = Readonly<Record<string, unknown>>;

/** A page as the frame knows it: its options, and what lies in its folder. */
export interface KnownPage extends PageOptions {
  readonly controller: new (...args: never[]) => object;
  /** Relative to `pages/`: `finance/invoice`. */
  readonly folder: string;
  readonly words: Words;
}
