/** One call of a process to the outside: what it is, and the how manieth of its kind since the window was opened. */
export interface Call {
  readonly name: string;
  readonly occurrence: number;
}

export type Side = 'before' | 'after';

/** Where a process is to end: before a call leaves it, or when the answer has come. */
export interface CrashPoint extends Call {
  readonly side: Side;
}

/** What a process under test is told over its channel. */
export type Order =
  /** Its settings; it waits for them with its program read in. */
  | { readonly kind: 'go'; readonly env: Readonly<Record<string, string>> }
  /** Counts its calls from now on, and ends at the point, if there is one. */
  | { readonly kind: 'open'; readonly point: CrashPoint | null }
  /** Counts no more. */
  | { readonly kind: 'close' }
  /** What it does every few seconds is done now. */
  | { readonly kind: 'tick' };

/** What it answers, each once for an order: `ready` for none. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed'; readonly calls: readonly Call[] }
  | { readonly kind: 'ticked' };
