import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const needed = {
  APP_DATABASE_URL: 'postgresql://accede_app:hunter2@db.example:5432/accede?sslmode=require',
  SMTP_URL: 'smtps://mailer:hunter2@mail.example',
};

const refusalOf = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error(`was not refused: ${JSON.stringify(env)}`);
};

const PORT_WORDS = 'must be a port number';
const PUBLIC_WORDS = 'PUBLIC_URL must be an address without a path, like https://accede.example';
const DATABASE_WORDS =
  'APP_DATABASE_URL must be a PostgreSQL address with a login, like postgresql://accede_app@localhost:5432/accede';
const SMTP_WORDS = 'SMTP_URL must be a mail server address, like smtp://localhost:1025';

describe('settings', () => {
  it('have usual values, all but two', () => {
    expect({ ...readConfig(needed) }).toEqual({
      production: true,
      appDatabaseUrl: needed.APP_DATABASE_URL,
      databasePool: 10,
      host: '127.0.0.1',
      port: 3000,
      apiPort: 3001,
      workerPort: 3002,
      publicUrl: 'http://127.0.0.1:3000',
      smtpUrl: needed.SMTP_URL,
      mailFrom: 'accede@accede.example',
      logLevel: 'info',
      demonstration: false,
      mailboxUrl: null,
      stripe: null,
    });
  });

  it('are taken from the environment', () => {
    const given = {
      NODE_ENV: 'test',
      DATABASE_POOL: '3',
      HOST: '::1',
      PORT: ' 8080 ',
      API_PORT: '0',
      WORKER_PORT: '65535',
      PUBLIC_URL: 'https://accede.example:8443',
      MAIL_FROM: 'services@lead.gov.uk',
      LOG_LEVEL: 'debug',
      ACCEDE_DEMO: '1',
      MAILBOX_URL: 'http://127.0.0.1:3003/',
      STRIPE_SECRET_KEY: 'sk_test_4eC39Hq',
      STRIPE_WEBHOOK_SECRET: 'whsec_12345678',
      STRIPE_API_URL: 'http://127.0.0.1:3005',
    };
    expect({ ...readConfig({ ...needed, ...given }) }).toEqual({
      production: false,
      appDatabaseUrl: needed.APP_DATABASE_URL,
      databasePool: 3,
      host: '::1',
      port: 8080,
      apiPort: 0,
      workerPort: 65535,
      publicUrl: 'https://accede.example:8443',
      smtpUrl: needed.SMTP_URL,
      mailFrom: 'services@lead.gov.uk',
      logLevel: 'debug',
      demonstration: true,
      mailboxUrl: 'http://127.0.0.1:3003/',
      stripe: {
        secretKey: 'sk_test_4eC39Hq',
        webhookSecret: 'whsec_12345678',
        apiUrl: 'http://127.0.0.1:3005',
      },
    });
  });

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
    ['', false],
  ])('read the switch %j as %j', (text, on) => {
    expect(readConfig({ ...needed, ACCEDE_DEMO: text }).demonstration).toBe(on);
  });

  it.each(['', '   ', undefined])('read %j as not set', (text) => {
    const config = readConfig({ ...needed, PORT: text, NODE_ENV: text, MAILBOX_URL: text });
    expect([config.port, config.production, config.mailboxUrl]).toEqual([3000, true, null]);
  });

  it.each([
    ['NODE_ENV', 'staging', 'NODE_ENV must be development, test or production'],
    ['NODE_ENV', 'Production', 'NODE_ENV must be development, test or production'],
    ['APP_DATABASE_URL', undefined, DATABASE_WORDS],
    ['APP_DATABASE_URL', '', DATABASE_WORDS],
    ['APP_DATABASE_URL', 'mysql://app@localhost/accede', DATABASE_WORDS],
    ['APP_DATABASE_URL', 'postgresql://localhost/accede', DATABASE_WORDS],
    ['APP_DATABASE_URL', 'accede', DATABASE_WORDS],
    ['SMTP_URL', undefined, SMTP_WORDS],
    ['SMTP_URL', 'mail.example:25', SMTP_WORDS],
    ['SMTP_URL', 'smtp://', SMTP_WORDS],
    ['PORT', 'http', `PORT ${PORT_WORDS}`],
    ['PORT', '65536', `PORT ${PORT_WORDS}`],
    ['PORT', '-1', `PORT ${PORT_WORDS}`],
    ['PORT', '3000.5', `PORT ${PORT_WORDS}`],
    ['PORT', '0x10', `PORT ${PORT_WORDS}`],
    ['PORT', '1e3', `PORT ${PORT_WORDS}`],
    ['API_PORT', 'none', `API_PORT ${PORT_WORDS}`],
    ['WORKER_PORT', '99999999999', `WORKER_PORT ${PORT_WORDS}`],
    ['HOST', 'two words', 'HOST must be an address to listen on, like 127.0.0.1'],
    ['PUBLIC_URL', 'https://accede.example/path', PUBLIC_WORDS],
    ['PUBLIC_URL', 'https://accede.example/', PUBLIC_WORDS],
    ['PUBLIC_URL', 'ftp://accede.example', PUBLIC_WORDS],
    ['PUBLIC_URL', 'https://me:secret@accede.example', PUBLIC_WORDS],
    ['PUBLIC_URL', 'accede.example', PUBLIC_WORDS],
    ['MAIL_FROM', 'Accede', 'MAIL_FROM must be an email address'],
    ['DATABASE_POOL', '0', 'DATABASE_POOL must be a whole number from 1 to 100'],
    ['DATABASE_POOL', '101', 'DATABASE_POOL must be a whole number from 1 to 100'],
    ['DATABASE_POOL', 'ten', 'DATABASE_POOL must be a whole number from 1 to 100'],
    ['LOG_LEVEL', 'verbose', 'LOG_LEVEL must be fatal, error, warn, info, debug or silent'],
    ['ACCEDE_DEMO', 'yes', 'ACCEDE_DEMO must be 1 or 0'],
    ['ACCEDE_DEMO', 'TRUE', 'ACCEDE_DEMO must be 1 or 0'],
    ['MAILBOX_URL', 'file:///tmp', 'MAILBOX_URL must be an http address'],
    [
      'STRIPE_SECRET_KEY',
      'sk_test_1234',
      'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are set together or not at all',
    ],
    [
      'STRIPE_WEBHOOK_SECRET',
      'whsec_12345678',
      'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are set together or not at all',
    ],
    ['STRIPE_API_URL', 'http://127.0.0.1:3005', 'STRIPE_API_URL names a double and is not for production'],
  ])('refuse %s=%j with one clear line', (name, value, words) => {
    expect(refusalOf({ ...needed, [name]: value })).toBe(`Accede cannot start: ${words}.`);
  });

  it('refuse keys of Stripe that are none, without repeating them', () => {
    const line = refusalOf({
      ...needed,
      STRIPE_SECRET_KEY: 'pk_live_1234',
      STRIPE_WEBHOOK_SECRET: 'hunter2',
    });
    expect(line).toBe(
      'Accede cannot start: STRIPE_SECRET_KEY must be a secret key of Stripe, like sk_test_…; ' +
        'STRIPE_WEBHOOK_SECRET must be the signing secret of a webhook endpoint, like whsec_….',
    );
  });

  it('are all named in one line when several are bad, and no value is repeated', () => {
    const line = refusalOf({ APP_DATABASE_URL: 'hunter2', PORT: 'hunter2', LOG_LEVEL: 'hunter2' });
    expect(line).toBe(
      `Accede cannot start: ${DATABASE_WORDS}; PORT ${PORT_WORDS}; ${SMTP_WORDS}; ` +
        'LOG_LEVEL must be fatal, error, warn, info, debug or silent.',
    );
    expect(line).not.toMatch(/hunter2|\n/);
  });

  it('cannot be changed afterwards', () => {
    const config = readConfig(needed) as { port: number };
    expect(() => (config.port = 1)).toThrow(TypeError);
  });
});
