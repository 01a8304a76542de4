/** The statement that a connection is asked. */
export const textOf = (query: unknown): string => {
  const text = typeof query === 'string' ? query : (query as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : 'a query of its own kind';
};
