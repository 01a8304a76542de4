import { createServer, type Server } from 'node:http';
import type { Mailbox } from './mailbox.js';
import { mailboxPage } from './mailbox-page.js';

/** Shows what came into a mailbox, as a page and as JSON, on a port of this machine (0: any free one). */
export const serveMailbox = (mailbox: Mailbox, port: number): Promise<Server> => {
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
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
};
