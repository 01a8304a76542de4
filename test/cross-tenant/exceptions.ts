/** Doors after which a session is no more what it was: they are called with a session of their own. */
export const endsSession: ReadonlySet<string> = new Set(['mutation sessionSignOut']);

/** Mutations that are tried with one's own ids too, because something else in their input is somebody else's. */
export const ownToo: ReadonlySet<string> = new Set(['mutation usageRecord']);

/** Doors that make something at each call: their answers are the same but for what is new in them. */
export const makesEachTime: ReadonlySet<string> = new Set([
  'http POST /v1/usage',
  'mutation bankStatementImport',
  'mutation estimateSave',
  'mutation receiptRecord',
]);

/**
 * Doors (or doors for one kind of caller) whose answer may tell somebody else's name from nobody's, each with the
 * reason. Words, ids, figures and rows of others are judged for them as for all.
 */
export const tellsApart: ReadonlyMap<string, string> = new Map([
  ['query body', 'it answers the public register'],
  ['query brand', 'the brand of a lead authority is public'],
  ['query eligibilityCheck', 'whom a published framework names is public'],
  ['mutation workspaceOpen withoutRole', 'whoever has an address at a body may know that it has a workspace'],
  ['mutation sessionSignIn', 'a code that was used or ran out is told from a wrong one, for an hour'],
]);

/** Doors that nobody can succeed with while the world is built and read, each with the reason. */
export const withoutSuccess: ReadonlyMap<string, string> = new Map([
  ['http POST /v1/stripe/webhook', 'only Stripe signs, and it is off here'],
  ['mutation billingRunRetry', 'no bill of the world is parked'],
  ['mutation billingRunStop', 'the worker is done with a run before anybody can stop it'],
]);
