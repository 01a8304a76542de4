/** What Stripe can be asked to do. Each is asked once for its subject, however often that takes. */
export const stripeOperations = [
  'customer.create',
  'fundingInstructions.create',
  'setupSession.create',
  'invoice.create',
  'invoiceItem.create',
  'invoice.finalize',
  'invoice.pay',
  'invoice.void',
] as const;
export type StripeOperation = (typeof stripeOperations)[number];

/** ASKED: somebody asked and has not said what came of it. UNKNOWN: no answer came, or none that says. */
export type CallState = 'ASKED' | 'UNKNOWN' | 'DONE' | 'REFUSED';

/** What Stripe is given, as JSON; kept, so that it is given the same when it is asked again. */
export type StripeParams = Readonly<Record<string, unknown>>;

export interface StripeCall {
  readonly tenantId: string;
  readonly leadId: string;
  readonly operation: StripeOperation;
  readonly subjectId: string;
  readonly round: number;
  readonly idempotencyKey: string;
  readonly params: StripeParams;
  readonly state: CallState;
  readonly tries: number;
  readonly roundBeganAt: Date;
  readonly answerIsStuck: boolean;
  readonly stripeId: string | null;
  readonly refusal: string | null;
}

/** What came of asking. */
export type CallOutcome =
  | { readonly state: 'DONE'; readonly stripeId: string }
  | { readonly state: 'REFUSED'; readonly refusal: string }
  | { readonly state: 'UNKNOWN'; readonly answerIsStuck: boolean };

/** The same for the same thing, whoever asks and whenever: a repeat is known by it. */
export const idempotencyKeyOf = (operation: StripeOperation, subjectId: string, round: number): string =>
  `accede-${operation}-${subjectId}-${round}`;

/** Stripe may forget a key after 24 hours, and then takes a repeat for a new request: an hour is kept in hand. */
const KEY_IS_GOOD_FOR_MS = 23 * 60 * 60 * 1000;

/**
 * How to go on with a call whose outcome is not known. ASK: again with its key, which Stripe answers as it did, or does
 * now. LOOK: the key tells nothing any more, so whether the thing is there must be seen before anything is asked.
 */
export const nextStepOf = (
  { roundBeganAt, answerIsStuck }: Pick<StripeCall, 'roundBeganAt' | 'answerIsStuck'>,
  now: Date,
): 'ASK' | 'LOOK' =>
  answerIsStuck || now.getTime() - roundBeganAt.getTime() >= KEY_IS_GOOD_FOR_MS ? 'LOOK' : 'ASK';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;

/** After so many tries that came to nothing: a minute, two, four … and no more than half an hour. */
export const tryAgainAt = (tries: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(LONGEST_PAUSE_MS, MINUTE_MS * 2 ** Math.min(tries, 10)));
