import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Environment, variables } from './environment.js';

/** Stripe's key, the secret that its webhooks are signed with, and where a double stands in its place. */
export interface StripeSettings {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** null: Stripe itself */
  readonly apiUrl: string | null;
}

/** Every setting of the service, read once, checked and frozen. */
export class Config {
  readonly production: boolean;
  readonly appDatabaseUrl: string;
  readonly databasePool: number;
  readonly host: string;
  readonly port: number;
  readonly apiPort: number;
  readonly workerPort: number;
  readonly publicUrl: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly logLevel: string;
  /** Demonstration data, the movable clock and the mailbox exist only here. */
  readonly demonstration: boolean;
  readonly mailboxUrl: string | null;
  /** How Stripe is reached; null when it is off. */
  readonly stripe: StripeSettings | null;

  constructor(env: Environment) {
    this.production = env.NODE_ENV === 'production';
    this.appDatabaseUrl = env.APP_DATABASE_URL;
    this.databasePool = env.DATABASE_POOL;
    this.host = env.HOST;
    this.port = env.PORT;
    this.apiPort = env.API_PORT;
    this.workerPort = env.WORKER_PORT;
    this.publicUrl = env.PUBLIC_URL;
    this.smtpUrl = env.SMTP_URL;
    this.mailFrom = env.MAIL_FROM;
    this.logLevel = env.LOG_LEVEL;
    this.demonstration = env.ACCEDE_DEMO;
    this.mailboxUrl = env.MAILBOX_URL ?? null;
    this.stripe = stripeOf(env);
    Object.freeze(this);
  }
}

/** A setting is missing or wrong; its message is one clear line for whoever starts the service. */
export class ConfigError extends Error {}

const stripeOf = (env: Environment): StripeSettings | null => {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env;
  if (secretKey === undefined || webhookSecret === undefined) return null;
  return { secretKey, webhookSecret, apiUrl: env.STRIPE_API_URL ?? null };
};

/** What a single setting cannot tell: those that go together, and those that have no place in production. */
const stripeFaults = (env: Environment): string[] => [
  ...((env.STRIPE_SECRET_KEY === undefined) === (env.STRIPE_WEBHOOK_SECRET === undefined)
    ? []
    : ['STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are set together or not at all']),
  ...(env.STRIPE_API_URL !== undefined && env.NODE_ENV === 'production'
    ? ['STRIPE_API_URL names a double and is not for production']
    : []),
];

/** Reads and checks the environment. Throws ConfigError, one line that names every bad setting and repeats no value. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  // An empty variable is one that nobody set: `PORT= npm start` means the usual port.
  const given = Object.fromEntries(
    variables.flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(environment).map(
    (fault) => Object.values(fault.constraints ?? {})[0] ?? fault.property,
  );
  faults.push(...stripeFaults(environment));
  if (faults.length > 0) throw new ConfigError(`Accede cannot start: ${faults.join('; ')}.`);
  return new Config(environment);
};
