import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import type { WebConfig } from './web-config.js';

const API_DOORS = ['/graphql', '/v1/', '/healthz', '/readyz', '/metrics'];

/** The api's doors on the same origin as the pages, and in the demonstration its mailbox. */
export const passThrough = (config: WebConfig): RequestHandler[] => {
  const handlers = [proxyTo(config.apiUrl, API_DOORS)];
  if (config.demonstration && config.mailboxUrl !== null)
    handlers.push(proxyTo(config.mailboxUrl, ['/dev/mailbox']));
  return handlers;
};

const proxyTo = (target: string, doors: readonly string[]): RequestHandler =>
  createProxyMiddleware({
    target,
    xfwd: true,
    pathFilter: (path) => doors.some((door) => path === door || path.startsWith(door)),
    on: {
      error: (_error, _req, res) => {
        if (!('writeHead' in res) || res.headersSent) return;
        const body = {
          errors: [
            {
              message: 'The service is starting or stopping. Try again in a few seconds.',
              extensions: { code: 'UNAVAILABLE' },
            },
          ],
        };
        res
          .writeHead(503, { 'content-type': 'application/json', 'retry-after': '5' })
          .end(JSON.stringify(body));
      },
    },
  });
