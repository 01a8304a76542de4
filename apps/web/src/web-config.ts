/** The web's settings: where it listens, and where the api is. It has no database. */
export interface WebConfig {
  readonly host: string;
  readonly port: number;
  readonly apiUrl: string;
  readonly mailboxUrl: string | null;
  readonly demonstration: boolean;
}

export class WebConfigError extends Error {}

export const readWebConfig = (env: Readonly<Record<string, string | undefined>>): WebConfig => {
  const port = Number(env['PORT'] ?? '3000');
  const apiUrl = env['API_URL'] ?? `http://127.0.0.1:${env['API_PORT'] ?? '3001'}`;
  const faults: string[] = [];
  if (!Number.isInteger(port) || port < 0 || port > 65535) faults.push('PORT must be a port number');
  if (!/^https?:\/\/[^/]+$/.test(apiUrl))
    faults.push('API_URL must be an address without a path, like http://127.0.0.1:3001');
  if (faults.length > 0) throw new WebConfigError(`Accede's web cannot start: ${faults.join('; ')}.`);
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port,
    apiUrl,
    mailboxUrl: env['MAILBOX_URL'] ?? null,
    demonstration: env['ACCEDE_DEMO'] === '1' || env['ACCEDE_DEMO'] === 'true',
  };
};
