import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Api } from '../api/api.js';
import { ApiFault } from '../api/api-fault.js';
import { Me, type MeQuery } from '../api/me.generated.js';
import { Cookies } from './cookies.js';
import { setVisit, Visit } from './visit.js';

/** Finds out who looks, once a request, by asking the API about the session in the cookie. */
@Injectable()
export class Recognise {
  constructor(
    private readonly api: Api,
    private readonly cookies: Cookies,
  ) {}

  readonly handler = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const token = this.cookies.token(req);
    const me = token === null ? null : await this.ask(token);
    if (token !== null && me === null) this.cookies.forgetToken(res);
    setVisit(req, new Visit(me === null ? null : token, me, token !== null && me === null, req.originalUrl));
    // What a signed-in person sees is theirs: no copy stays in a cache.
    res.setHeader('cache-control', 'no-store');
    next();
  };

  private async ask(token: string): Promise<MeQuery['me'] | null> {
    try {
      return (await this.api.ask({ token }, Me, {})).me;
    } catch (error) {
      if (error instanceof ApiFault && error.code === 'SIGN_IN_REQUIRED') return null;
      throw error;
    }
  }
}
