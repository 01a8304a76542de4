import { Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Api } from '../../../api/api.js';
import { seeOther, show, type Answer } from '../../../frame/answer.js';
import { Cookies } from '../../../frame/cookies.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { SignOut } from './operations.generated.js';

@Page({ path: '/sign-out', access: 'public' })
export class SignOutPage {
  constructor(
    private readonly api: Api,
    private readonly cookies: Cookies,
  ) {}

  /** Said after signing out; looking at it signs nobody out. */
  @Get()
  signedOut(): Answer {
    return show({});
  }

  @Post()
  async signOut(@TheVisit() visit: Visit, @Res({ passthrough: true }) res: Response): Promise<Answer> {
    if (visit.me !== null) await this.api.ask(visit, SignOut, {});
    this.cookies.forgetToken(res);
    return seeOther('/sign-out');
  }
}
