import type { RequestHandler } from 'express';
import type { Logger } from '#libs/platform';
import { callerOf, requestIdOf } from '../auth/caller.js';
import type { HttpMetrics } from './metrics.js';

/** One log line and one measurement a request, when it ends. */
export const logRequests =
  (logger: Logger, metrics: HttpMetrics): RequestHandler =>
  (req, res, next) => {
    const from = process.hrtime.bigint();
    // Now: a handler mounted below a path takes that path off, and a request may end inside of it.
    const path = doorOf(req.path);
    res.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - from) / 1e9;
      metrics.observe(req.method, path, res.statusCode, seconds);
      const { bodyId, personId } = callerOf(req).actor.identity;
      logger.info(
        {
          requestId: requestIdOf(req),
          method: req.method,
          path,
          status: res.statusCode,
          seconds,
          bodyId,
          personId,
        },
        'request',
      );
    });
    next();
  };

/** The door without its ids, so that a label never holds one. */
const doorOf = (path: string): string => {
  const doors = [
    '/graphql',
    '/v1/usage',
    '/v1/invoices',
    '/v1/stripe/webhook',
    '/healthz',
    '/readyz',
    '/metrics',
  ];
  return doors.find((door) => path === door || path.startsWith(`${door}/`)) ?? 'other';
};
