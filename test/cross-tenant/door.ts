import type { LEFT_OUT } from './arguments.js';
import type { Reference } from './id-arguments.js';

export interface DoorRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Chooses what to send for an argument that names something. */
export type Naming = (path: string, references: readonly Reference[]) => string | typeof LEFT_OUT;

/** One operation or HTTP door, ready to be called with any ids. */
export interface Door {
  /** `query invoice`, `mutation callOffAward`, `http GET /v1/…`. */
  readonly name: string;
  /** A permission, `public` or `usage key`. */
  readonly access: string;
  readonly changes: boolean;
  /** The arguments that name something, each with what it may name. */
  readonly names: ReadonlyMap<string, readonly Reference[]>;
  /** Whether it is a list of pages. */
  readonly pages: boolean;
  /** `after`: where a list goes on, null for its first page. */
  request(naming: Naming, after?: string | null): DoorRequest;
  /** Fields that its text selects; none for an HTTP door. */
  readonly selected: ReadonlySet<string>;
}
