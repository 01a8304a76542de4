import { Mailbox } from './mailbox/mailbox.js';
import { serveMailbox } from './mailbox/serve-mailbox.js';

/** The demonstration's mailbox: SMTP on SMTP_PORT, and what came in as a page or JSON on MAILBOX_PORT. */
const portOf = (name: string): number => {
  const port = Number(process.env[name]);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    console.error(`${name} must be a port number.`);
    process.exit(2);
  }
  return port;
};

const mailbox = new Mailbox();
await mailbox.start(portOf('SMTP_PORT'));
const server = await serveMailbox(mailbox, portOf('MAILBOX_PORT'));

const stop = (): void => {
  server.close();
  void mailbox.stop().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
