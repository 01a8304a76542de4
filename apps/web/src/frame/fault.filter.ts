import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { ApiFault, PageClosed } from '../api/api-fault.js';
import { show, type ViewAnswer } from './answer.js';
import { words } from './en.js';
import { formAsSent } from './form-as-sent.js';
import { Responder } from './responder.js';
import { RolesNeeded } from './role-needed.js';
import { visitOf } from './visit.js';

const at = (status: number, answer: ViewAnswer): ViewAnswer => ({ ...answer, status });

/** Pages for what went otherwise than a page hoped: in plain words, and with nothing of the inside. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  constructor(
    private readonly responder: Responder,
    private readonly rolesNeeded: RolesNeeded,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [req, res] = [http.getRequest<Request>(), http.getResponse<Response>()];
    if (res.headersSent) return;
    if (codeOf(error) === 'SIGN_IN_REQUIRED' && req.method === 'GET') {
      const lost = visitOf(req).sessionLost ? '&lost=1' : '';
      res.redirect(303, `/sign-in?to=${encodeURIComponent(req.originalUrl)}${lost}`);
      return;
    }
    const answer =
      codeOf(error) === 'ROLE_REQUIRED' ? await this.notAllowed(error as Error, req) : answerTo(error, req);
    await this.responder.ownPage(req, res, answer);
  }

  private async notAllowed(error: Error, req: Request): Promise<ViewAnswer> {
    const { title, unknown } = words.notAllowed;
    const sentence =
      error instanceof PageClosed
        ? // The page stays as clear as it can be while the API cannot be asked.
          await this.rolesNeeded.for(visitOf(req), error.permission).catch(() => unknown)
        : error.message;
    return at(403, show({ title, sentence }, 'not-allowed'));
  }
}

const codeOf = (error: unknown): string => {
  if (error instanceof ApiFault) return error.code;
  if (error instanceof HttpException && error.getStatus() === 404) return 'NOT_FOUND';
  if (error instanceof HttpException && error.getStatus() < 500) return 'BAD_REQUEST';
  return 'INTERNAL';
};

const answerTo = (error: unknown, req: Request): ViewAnswer => {
  const code = codeOf(error);
  switch (code) {
    case 'SIGN_IN_REQUIRED':
    case 'FORM_EXPIRED': {
      const signedIn = visitOf(req).me !== null;
      const kept = formAsSent(req);
      return at(
        code === 'FORM_EXPIRED' ? 403 : 401,
        show({ title: words.lost.title, kept, signedIn }, 'lost'),
      );
    }
    case 'NOT_FOUND':
    case 'ID_FORMAT':
      return at(404, show({ title: words.notFound.title }, 'not-found'));
    case 'UNAVAILABLE':
      return at(503, show({ title: words.unavailable.title }, 'unavailable'));
    case 'BAD_REQUEST':
      return at(400, show({ title: words.badRequest.title }, 'bad-request'));
    default: {
      const number = (error instanceof ApiFault ? error.requestId : undefined) ?? randomUUID();
      console.error(number, error);
      return at(500, show({ title: words.fault.title, number }, 'fault'));
    }
  }
};
