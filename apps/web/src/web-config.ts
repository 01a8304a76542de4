import { randomBytes } from 'node:crypto';

/** Whom people can turn to with questions; null where whoever runs this installation has not said. */
export interface Contact {
  readonly email: string | null;
  readonly telephone: string | null;
  /** Of the data protection officer. */
  readonly dataProtectionEmail: string | null;
}

/** The web's settings: where it listens, and where the api is. It has no database. */
export class WebConfig {
  readonly host: string;
  readonly port: number;
  readonly apiUrl: string;
  readonly mailboxUrl: string | null;
  readonly demonstration: boolean;
  /** Whether browsers reach the pages over HTTPS, so that cookies may be kept to it. */
  readonly secure: boolean;
  /** Signs the tokens of forms; the same for every copy of the web. */
  readonly formSecret: string;
  readonly contact: Contact;

  constructor(settings: { readonly [K in keyof WebConfig]: WebConfig[K] }) {
    Object.assign(this, settings);
  }
}

export class WebConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

export const readWebConfig = (env: Environment): WebConfig => {
  const production = env['NODE_ENV'] === 'production';
  const port = Number(env['PORT'] ?? '3000');
  const apiUrl = env['API_URL'] ?? `http://127.0.0.1:${env['API_PORT'] ?? '3001'}`;
  const faults: string[] = [];
  if (!Number.isInteger(port) || port < 0 || port > 65535) faults.push('PORT must be a port number');
  if (!/^https?:\/\/[^/]+$/.test(apiUrl))
    faults.push('API_URL must be an address without a path, like http://127.0.0.1:3001');
  const formSecret = formSecretOf(env, production);
  if (formSecret.length < 32)
    faults.push('FORM_SECRET must be a secret of 32 characters or more, the same for every copy of the web');
  if (faults.length > 0) throw new WebConfigError(`Accede's web cannot start: ${faults.join('; ')}.`);
  return new WebConfig({
    host: env['HOST'] ?? '127.0.0.1',
    port,
    apiUrl,
    mailboxUrl: env['MAILBOX_URL'] ?? null,
    demonstration: env['ACCEDE_DEMO'] === '1' || env['ACCEDE_DEMO'] === 'true',
    secure: production || (env['PUBLIC_URL'] ?? '').startsWith('https:'),
    formSecret,
    contact: contactOf(env),
  });
};

const contactOf = (env: Environment): Contact => ({
  email: env['CONTACT_EMAIL'] || null,
  telephone: env['CONTACT_TELEPHONE'] || null,
  dataProtectionEmail: env['DATA_PROTECTION_EMAIL'] || null,
});

/** Without one, forms that were open when the web was restarted must be sent once more: good enough to develop with. */
const formSecretOf = (env: Environment, production: boolean): string =>
  env['FORM_SECRET'] ?? (production ? '' : randomBytes(32).toString('hex'));
