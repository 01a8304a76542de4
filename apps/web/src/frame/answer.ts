import type { FormErrors } from './form-errors.js';

/** What a view is given: everything that it shows, worked out. */
export type Model = Readonly<Record<string, unknown>>;

/** What a page's method answers; the frame makes the response of it. */
export type Answer = ViewAnswer | RedirectAnswer | FileAnswer;

export interface ViewAnswer {
  readonly kind: 'view';
  readonly status: number;
  readonly model: Model;
  /** Another view of the page's folder than `view`. */
  readonly view: string;
}
export interface RedirectAnswer {
  readonly kind: 'redirect';
  readonly to: string;
  /** One of the page's words under `said`, shown once at the top of the next page. */
  readonly said: string | null;
}
export interface FileAnswer {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** The page itself. */
export const show = (model: Model, view = 'view'): ViewAnswer => ({ kind: 'view', status: 200, model, view });

/** The page again, with what was typed and what is wrong with it. */
export const showAgain = (
  model: Model & { readonly form: object; readonly errors: FormErrors },
  view = 'view',
): ViewAnswer => ({ kind: 'view', status: 422, model, view });

/** On to another page after something was done, so that neither back nor refresh does it again. */
export const seeOther = (to: string, said: string | null = null): RedirectAnswer => ({
  kind: 'redirect',
  to,
  said,
});

/** A download. */
export const file = (name: string, type: string, content: string): FileAnswer => ({
  kind: 'file',
  name,
  type,
  content,
});
