/** Doors after which a session is no more what it was: they are called with a session of their own. */
export const endsSession: ReadonlySet<string> = new Set(['mutation sessionSignOut']);

/** Mutations that are tried with one's own ids too, because something else in their input is somebody else's. */
export const ownToo: ReadonlySet<string> = new Set(['mutation usageRecord']);

/**
 * Doors (or doors for one kind of caller) whose answer may tell somebody else's name from nobody's, each with the
 * reason. Words, ids, figures and rows of others are judged for them as for all.
 */
export const tellsApart: ReadonlyMap<string, string> = new Map([
  ['query body', 'it answers the public register'],
  ['query eligibilityCheck', 'whom a published framework names is public'],
  [
    'http POST /v1/usage',
    "each batch is answered with the next number of the sender's own receipts, and a digest",
  ],
  ['mutation bankStatementImport', 'each import is a new statement with an id of its own'],
  ['mutation receiptRecord', 'each receipt is a new one with an id of its own'],
]);

/** Doors that nobody can succeed with while the world is built and read, each with the reason. */
export const withoutSuccess: ReadonlyMap<string, string> = new Map();
