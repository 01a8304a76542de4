import type { Speaking } from './argument-values.js';
import type { LEFT_OUT } from './arguments.js';
import type { Reference } from './id-arguments.js';

export interface DoorRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Chooses what to send for an argument that names something; one that is not required may be left out. */
export type Naming = (
  path: string,
  references: readonly Reference[],
  required: boolean,
) => string | typeof LEFT_OUT;

/** What one call of a door sends. */
export interface Call {
  readonly naming: Naming;
  /** Where a list goes on; null for its first page. */
  readonly after: string | null;
  readonly as: Speaking;
  /** Whether the door's rule keeps the caller out, so that there is no need to ask for much. */
  readonly isKeptOut: boolean;
}

/** One operation or HTTP door, ready to be called with any ids. */
export interface Door {
  /** `query invoice`, `mutation callOffAward`, `http GET /v1/…`. */
  readonly name: string;
  /** A permission, `public`, `usage key` or `stripe signature`. */
  readonly access: string;
  readonly changes: boolean;
  /** The arguments that name something, each with what it may name. */
  readonly names: ReadonlyMap<string, readonly Reference[]>;
  /** Whether it is a list of pages. */
  readonly pages: boolean;
  request(call: Call): DoorRequest;
  /** Fields that its text selects; none for an HTTP door. */
  readonly selected: ReadonlySet<string>;
}
