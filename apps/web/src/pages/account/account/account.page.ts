import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Api } from '../../../api/api.js';
import type { Capacity } from '../../../api/me.generated.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import { Cookies } from '../../../frame/cookies.js';
import { localAddress } from '../../../frame/form-as-sent.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ActFor, EndSession, Sessions } from './operations.generated.js';

interface ActForForm {
  /** A capacity and a body: `TENANT body_…`. */
  readonly actFor?: string;
  readonly to?: string;
}

@Page({ path: '/account', access: 'signed-in' })
export class AccountPage {
  constructor(
    private readonly api: Api,
    private readonly cookies: Cookies,
  ) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('to') to: unknown): Promise<Answer> {
    return show(await this.modelOf(visit, localAddress(to)));
  }

  /** Acts for another of the person's bodies from now on; the old session ends with it. */
  @Post('acting-for')
  async actFor(
    @Body() form: ActForForm,
    @TheVisit() visit: Visit,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Answer> {
    const [capacity, bodyId] = (form.actFor ?? '').split(' ');
    const { sessionActFor } = await this.api.ask(visit, ActFor, {
      input: { capacity: capacity as Capacity, ...(bodyId ? { bodyId } : {}) },
    });
    const errors = FormErrors.of(sessionActFor.userErrors, { bodyId: 'actFor', capacity: 'actFor' });
    const to = localAddress(form.to);
    if (errors.any || sessionActFor.token === null)
      return showAgain({ ...(await this.modelOf(visit, to)), form, errors });
    this.cookies.keepToken(res, sessionActFor.token);
    return seeOther(to, 'actsFor');
  }

  @Post('sessions')
  async endSession(@Body('sessionId') sessionId: string, @TheVisit() visit: Visit): Promise<Answer> {
    await this.api.ask(visit, EndSession, { input: { sessionId } });
    return seeOther('/account', 'ended');
  }

  private async modelOf(visit: Visit, to: string): Promise<{ form: object; sessions: object; to: string }> {
    const { sessions } = await this.api.ask(visit, Sessions, {});
    const acting = visit.me?.actingFor;
    const actFor = acting ? `${acting.capacity} ${acting.body?.id ?? ''}`.trim() : '';
    return { form: { actFor }, sessions: sessions.edges.map(({ node }) => node), to };
  }
}
