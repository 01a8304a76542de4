import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { lastValueFrom, NEVER, type Observable } from 'rxjs';
import { ApiFault, PageClosed } from '../api/api-fault.js';
import type { Answer, FileAnswer } from './answer.js';
import { Cookies } from './cookies.js';
import { FormTokens } from './form-tokens.js';
import { isOpenTo } from './menu.js';
import { PageList } from './page-list.js';
import { Responder } from './responder.js';
import { visitOf } from './visit.js';

/** Makes a response of what a page's method answers, after it has asked who may look at all. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor<Answer, never> {
  constructor(
    private readonly pages: PageList,
    private readonly responder: Responder,
    private readonly tokens: FormTokens,
    private readonly cookies: Cookies,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler<Answer>): Promise<Observable<never>> {
    const http = context.switchToHttp();
    const [req, res] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const page = this.pages.of(context.getClass());
    // Whoever is not signed in is asked to sign in first, and what they typed goes with them.
    if (page.access !== 'public' && visitOf(req).me === null) throw new ApiFault('SIGN_IN_REQUIRED', '');
    if (!isOpenTo(page, visitOf(req))) throw new PageClosed(page.access);
    if (req.method === 'POST' && !this.tokens.isOurs(req)) throw new ApiFault('FORM_EXPIRED', '');
    const answer = await lastValueFrom(next.handle());
    if (answer.kind === 'view') await this.responder.page(req, res, page, answer);
    else if (answer.kind === 'file') sendFile(res, answer);
    else {
      if (answer.said !== null) this.cookies.say(res, `${page.folder}:${answer.said}`);
      res.redirect(303, answer.to);
    }
    return NEVER;
  }
}

const sendFile = (res: Response, { name, type, content }: FileAnswer): void => {
  res.attachment(name).type(type).send(content);
};
