import { local, type Ports } from './ports.js';

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
  };
}
