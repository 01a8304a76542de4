import { local, type Ports } from './ports.js';

/** The demonstration's Stripe is a double: no key of anybody's is used there, and no money moves. */
const stripeDoubleAt = (ports: Ports): NodeJS.ProcessEnv => ({
  STRIPE_DOUBLE_PORT: String(ports.stripe),
  STRIPE_DOUBLE_WEBHOOK_URL: `${local(ports.api)}/v1/stripe/webhook`,
  STRIPE_API_URL: local(ports.stripe),
  STRIPE_SECRET_KEY: 'sk_test_double',
  STRIPE_WEBHOOK_SECRET: 'whsec_double_secret',
});

/** The services' environment. The owner's address is not among it: they are to own and bypass nothing. */
export function environmentOf(
  ports: Ports,
  appUrl: string,
  demonstration: boolean,
  further: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    PUBLIC_URL: local(ports.web),
    ...process.env,
    ...further,
    PORT: String(ports.web),
    API_PORT: String(ports.api),
    API_URL: local(ports.api),
    WORKER_PORT: String(ports.worker),
    APP_DATABASE_URL: appUrl,
    ACCEDE_DEMO: demonstration ? '1' : '0',
  };
  delete env['DATABASE_URL'];
  if (!demonstration) return env;
  return {
    NODE_ENV: 'development',
    ...env,
    MAILBOX_PORT: String(ports.mailbox),
    MAILBOX_URL: local(ports.mailbox),
    SMTP_PORT: String(ports.smtp),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    ...stripeDoubleAt(ports),
  };
}
