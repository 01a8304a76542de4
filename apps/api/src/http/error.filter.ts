import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { Logger } from '#libs/platform';
import { requestIdOf } from '../auth/caller.js';
import { errorBody, HttpRefusal } from './http-refusal.js';

const codes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'SIGN_IN_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_TYPE',
  503: 'UNAVAILABLE',
};

/** Errors of HTTP doors: a stable code, a plain sentence, a request id, and nothing of the inside. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL shapes its own errors (graphql/format-error.ts).
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const [req, res] = [http.getRequest<Request>(), http.getResponse<Response>()];
    if (res.headersSent) return;
    const requestId = requestIdOf(req);
    if (error instanceof HttpRefusal) {
      res.status(error.getStatus()).json(errorBody(error.refusal.code, error.refusal.message, requestId));
    } else if (error instanceof HttpException) {
      const status = error.getStatus();
      res
        .status(status)
        .json(
          errorBody(
            codes[status] ?? 'BAD_REQUEST',
            status === 404 ? 'There is nothing at this address.' : error.message,
            requestId,
          ),
        );
    } else {
      this.logger.fault({ requestId }, error, 'request failed');
      res
        .status(500)
        .json(errorBody('INTERNAL', `Something went wrong. Tell us this number: ${requestId}.`, requestId));
    }
  }
}
