import { createServer } from 'node:http';
import { Mailbox } from './mailbox/mailbox.js';
import { mailboxPage } from './mailbox/mailbox-page.js';

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
const server = createServer((req, res) => {
  const url = new URL(req.url ?? '/', 'http://mailbox');
  const mails = mailbox.mails(url.searchParams.get('to') ?? undefined);
  if (url.pathname === '/dev/mailbox.json') {
    res
      .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(JSON.stringify(mails));
  } else if (url.pathname === '/dev/mailbox') {
    res
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
      })
      .end(mailboxPage(mails));
  } else {
    res.writeHead(404).end();
  }
});
server.listen(portOf('MAILBOX_PORT'), '127.0.0.1');

const stop = (): void => {
  server.close();
  void mailbox.stop().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
