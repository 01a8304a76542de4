/** A service that a test uses from outside, whichever process it runs in. */
export interface RunningService {
  readonly url: string;
  /** Has what is due at Stripe made jobs of, as the worker does every few seconds. */
  lookAfterStripe(): Promise<void>;
  /** A platform operator, appointed as whoever runs the service would. */
  appointOperator(person: { readonly email: string; readonly name: string }): Promise<void>;
  stop(): Promise<void>;
}

/** The settings of an installation, as its environment has them. */
export type Settings = Readonly<Record<string, string>>;
