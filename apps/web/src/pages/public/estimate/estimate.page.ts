import { Get, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { WebConfig } from '../../../web-config.js';
import { words } from './en.js';
import { Estimate } from './operations.generated.js';

@Page({ path: '/estimates/:id', access: 'public', under: '/' })
export class EstimatePage {
  constructor(
    private readonly api: Api,
    private readonly config: WebConfig,
  ) {}

  @Get()
  async view(@Param('id') id: string, @Req() req: Request, @TheVisit() visit: Visit): Promise<Answer> {
    const { estimate } = await this.api.ask(visit, Estimate, { id });
    const link = `${this.config.secure ? 'https' : 'http'}://${req.headers.host}/estimates/${estimate.id}`;
    const mail = new URLSearchParams({ subject: words.mailSubject(estimate.framework.title), body: link });
    // Mail programs take a plus for a plus.
    return show({ estimate, link, mailTo: `mailto:?${mail.toString().replaceAll('+', '%20')}` });
  }
}
