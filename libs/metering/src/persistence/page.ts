/** A page of a list. */
export interface UsagePage {
  /** How many rows at most. */
  readonly limit: number;
  /** The keyset values of the row to go on after, as the list's method says; null for the first page. */
  readonly after: readonly string[] | null;
}
