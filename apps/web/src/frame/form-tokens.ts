import { Injectable } from '@nestjs/common';
import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler, Response } from 'express';
import { WebConfig } from '../web-config.js';
import { Cookies } from './cookies.js';

/** The name of the hidden field that carries a form's token. */
export const TOKEN_FIELD = '_token';

/** Keeps other sites from sending our forms: a signed token in a cookie and in the form, and they must agree. */
@Injectable()
export class FormTokens {
  private readonly csrf: ReturnType<typeof doubleCsrf>;

  constructor(config: WebConfig, cookies: Cookies) {
    this.csrf = doubleCsrf({
      getSecret: () => config.formSecret,
      // Not the session: a form whose session has ended meanwhile must come back with what was typed in it.
      getSessionIdentifier: () => 'form',
      cookieName: cookies.formName,
      cookieOptions: cookies.formOptions,
      getCsrfTokenFromRequest: (req) =>
        (req.body as Record<string, unknown> | undefined)?.[TOKEN_FIELD] as string,
    });
  }

  /** The token for a form of this answer; sets the cookie, once. */
  make(req: Request, res: Response): string {
    const locals = res.locals as { formToken?: string };
    return (locals.formToken ??= this.csrf.generateCsrfToken(req, res));
  }

  /** Whether a form that was sent is one of ours. */
  isOurs(req: Request): boolean {
    return this.csrf.validateRequest(req);
  }
}

/** Browsers say from where a form was sent; another site's is turned away before anything is read of it. */
export const refuseOtherSites: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD' || isOwn(req)) return next();
  res.status(403).type('text/plain').send('This form was sent from another site.');
};

const isOwn = (req: Request): boolean => {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = req.headers;
  return origin === undefined || origin.endsWith(`//${host}`);
};
