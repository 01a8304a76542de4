import Stripe from 'stripe';

/**
 * UNREACHABLE: no answer came, so nobody knows whether it was done. BROKEN: Stripe answered with a fault of its own.
 * BUSY: too many requests, or the same one at the same moment. KEY: our key is not taken. REFUSED: Stripe says no.
 */
export type StripeFaultKind = 'UNREACHABLE' | 'BROKEN' | 'BUSY' | 'KEY' | 'REFUSED';

/** Why a request to Stripe came to nothing; its message names no secret. */
export class StripeFault extends Error {
  constructor(
    readonly kind: StripeFaultKind,
    message: string,
    /** Stripe answered from its memory of the key: asking with the same key again answers the same. */
    readonly isStuck: boolean = false,
  ) {
    super(message);
  }
}

const kindOf = (error: Stripe.errors.StripeError): StripeFaultKind => {
  const status = error.statusCode ?? 0;
  // Our key was used for other words: what came of those, it does not say.
  if (error instanceof Stripe.errors.StripeIdempotencyError && status !== 409) return 'BROKEN';
  if (error instanceof Stripe.errors.StripeConnectionError || status === 0) return 'UNREACHABLE';
  if (status >= 500) return 'BROKEN';
  if (status === 409 || status === 429) return 'BUSY';
  return status === 401 || status === 403 ? 'KEY' : 'REFUSED';
};

/** What went wrong, in our own words and kinds. Anything else that is thrown is a bug and goes on as it is. */
export const toStripeFault = (error: unknown): StripeFault => {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const kind = kindOf(error);
  const code = error.code ?? error.type;
  const isStuck =
    error instanceof Stripe.errors.StripeIdempotencyError ||
    error.headers?.['idempotent-replayed'] === 'true';
  return new StripeFault(
    kind,
    kind === 'KEY' ? 'Stripe does not take the key of STRIPE_SECRET_KEY' : `${code}: ${error.message}`,
    kind === 'BROKEN' && isStuck,
  );
};

/** Runs a request and turns what Stripe's package throws into a StripeFault. */
export const orFault = async <T>(request: () => Promise<T>): Promise<T> => {
  try {
    return await request();
  } catch (error) {
    throw toStripeFault(error);
  }
};
