import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { StripeDouble } from './stripe-double/stripe-double.js';

/**
 * The demonstration's Stripe: its API on STRIPE_DOUBLE_PORT, its webhooks to STRIPE_DOUBLE_WEBHOOK_URL. What it holds is
 * kept in STRIPE_DOUBLE_FILE, because the service remembers what it asked for.
 */
const needed = (name: string): string => {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} must be set.`);
  process.exit(2);
};

const port = Number(needed('STRIPE_DOUBLE_PORT'));
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error('STRIPE_DOUBLE_PORT must be a port number.');
  process.exit(2);
}
const file = process.env['STRIPE_DOUBLE_FILE'];
const keep = (state: string): void => {
  if (!file) return;
  writeFileSync(`${file}.new`, state);
  renameSync(`${file}.new`, file);
};

const double = new StripeDouble({
  secretKey: needed('STRIPE_SECRET_KEY'),
  webhook: { url: needed('STRIPE_DOUBLE_WEBHOOK_URL'), secret: needed('STRIPE_WEBHOOK_SECRET') },
  settleDebitsAfterMs: 20_000,
  changed: keep,
});
if (file && existsSync(file)) double.store.load(readFileSync(file, 'utf8'));
console.log(`The Stripe double listens on ${await double.start(port)}`);

const stop = (): void => {
  keep(double.store.save());
  void double.stop().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
