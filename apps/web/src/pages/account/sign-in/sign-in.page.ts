import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import { Cookies } from '../../../frame/cookies.js';
import { keptForm, localAddress } from '../../../frame/form-as-sent.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { RequestCode, SignIn } from './operations.generated.js';

interface Form {
  readonly email?: string;
  readonly code?: string;
  readonly name?: string;
  /** Where to go on. */
  readonly to?: string;
  /** A form that was sent when its session had ended, as JSON: it goes along in the page, and nothing of it is kept here. */
  readonly kept?: string;
}

@Page({ path: '/sign-in', access: 'public' })
export class SignInPage {
  constructor(
    private readonly api: Api,
    private readonly cookies: Cookies,
  ) {}

  @Get()
  ask(@Query('to') to: unknown, @Query('lost') lost: unknown): Answer {
    return show({ form: { to: localAddress(to) }, lost: lost !== undefined });
  }

  @Post()
  async sendCode(@Body() form: Form, @TheVisit() visit: Visit): Promise<Answer> {
    const email = form.email?.trim() ?? '';
    const { sessionRequestCode } = await this.api.ask(visit, RequestCode, { input: { email } });
    const errors = FormErrors.of(sessionRequestCode.userErrors);
    if (errors.any) return showAgain({ form, errors });
    const to = localAddress(form.to);
    if (form.kept) return show({ form: { email, to, kept: form.kept } }, 'code');
    return seeOther(`/sign-in/code?${new URLSearchParams({ email, to }).toString()}`);
  }

  @Get('code')
  askCode(@Query('email') email: unknown, @Query('to') to: unknown): Answer {
    if (typeof email !== 'string' || email === '') return seeOther('/sign-in');
    return show({ form: { email, to: localAddress(to) } }, 'code');
  }

  @Post('code')
  async signIn(
    @Body() form: Form,
    @TheVisit() visit: Visit,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Answer> {
    const input = {
      email: form.email?.trim() ?? '',
      code: form.code?.replace(/\s/g, '') ?? '',
      ...(form.name?.trim() ? { name: form.name.trim() } : {}),
    };
    const { sessionSignIn } = await this.api.ask(visit, SignIn, { input });
    const errors = FormErrors.of(sessionSignIn.userErrors);
    if (errors.any || sessionSignIn.token === null) return showAgain({ form, errors }, 'code');
    this.cookies.keepToken(res, sessionSignIn.token);
    const kept = keptForm(form.kept);
    if (kept !== null) return show({ kept }, 'continue');
    // Somebody of several bodies chooses first for which one they act.
    const several = (sessionSignIn.memberships?.length ?? 0) > 1;
    const to = localAddress(form.to);
    return seeOther(several ? `/account?${new URLSearchParams({ to }).toString()}` : to);
  }
}
