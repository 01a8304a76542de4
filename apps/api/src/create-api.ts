import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, raw, type ErrorRequestHandler, type RequestHandler } from 'express';
import helmet from 'helmet';
import { Logger, type Config } from '#libs/platform';
import { ApiModule } from './api.module.js';
import { authenticateSession } from './auth/authenticate.js';
import { limits } from './graphql/limits.js';
import { answerRefusal } from './http/http-refusal.js';
import { logRequests } from './http/log-requests.js';
import { HttpMetrics } from './http/metrics.js';
import { giveRequestId } from './http/request-id.js';

/** The api, made but not listening. */
export const createApi = async (config: Config): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(config), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
    autoFlushLogs: false,
  });
  const logger = app.get(Logger);
  app.useLogger(logger);
  app.flushLogs();
  app.disable('x-powered-by');
  app.use(giveRequestId);
  app.use(logRequests(logger, app.get(HttpMetrics)));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
    }),
  );
  app.use(noStore);
  app.use(
    '/graphql',
    jsonPostOnly,
    json({ limit: limits.bodyBytes, type: 'application/json' }),
    badBody,
    oneOperation,
    authenticateSession,
  );
  app.use('/v1/invoices', authenticateSession);
  // Stripe signs the body as it is, to the byte.
  app.use(
    '/v1/stripe/webhook',
    raw({ limit: limits.webhookBytes, type: () => true, inflate: false }),
    badBody,
  );
  app.enableShutdownHooks();
  return app;
};

const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader('cache-control', 'no-store');
  next();
};

const jsonPostOnly: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST') {
    res.setHeader('allow', 'POST');
    return answerRefusal(req, res, 405, { code: 'METHOD_NOT_ALLOWED', message: 'Send a POST request.' });
  }
  if (!req.is('application/json'))
    return answerRefusal(req, res, 415, {
      code: 'UNSUPPORTED_TYPE',
      message: 'Send JSON, with the content type application/json.',
    });
  next();
};

const badBody: ErrorRequestHandler = (error: { type?: string; status?: number }, req, res, _next) => {
  const large = error.type === 'entity.too.large';
  answerRefusal(
    req,
    res,
    large ? 413 : 400,
    large
      ? { code: 'TOO_LARGE', message: 'The request is too large. Send less at a time.' }
      : { code: 'BAD_REQUEST', message: 'The request is not valid JSON.' },
  );
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One well-formed operation a request: what the engine would refuse before the request has a context, and so an id. */
const oneOperation: RequestHandler = (req, res, next) => {
  const body: unknown = req.body;
  if (Array.isArray(body))
    return answerRefusal(req, res, 400, {
      code: 'BATCHING_NOT_ALLOWED',
      message: 'Send one operation in a request.',
    });
  const fits =
    isObject(body) &&
    typeof body['query'] === 'string' &&
    body['query'] !== '' &&
    (body['operationName'] === undefined ||
      body['operationName'] === null ||
      typeof body['operationName'] === 'string') &&
    ['variables', 'extensions'].every(
      (name) => body[name] === undefined || body[name] === null || isObject(body[name]),
    );
  if (!fits)
    return answerRefusal(req, res, 400, {
      code: 'BAD_REQUEST',
      message:
        'Send a JSON object with "query" as text and, when needed, "variables" as an object and "operationName" as text.',
    });
  next();
};
