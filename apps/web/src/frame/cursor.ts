/** Where a page of a list begins (`?after=…`), or null for its first page. */
export const cursorIn = (after: unknown): string | null =>
  typeof after === 'string' && after !== '' ? after : null;
