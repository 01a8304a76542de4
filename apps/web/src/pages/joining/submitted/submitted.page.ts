import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { SubmittedOptIn } from './operations.generated.js';

/** Says that it arrived, with its reference. */
@Page({ path: '/opt-ins/:id/submitted', access: 'optIn:read', under: '/opt-ins' })
export class SubmittedPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@Param('id') id: string, @TheVisit() visit: Visit): Promise<Answer> {
    const { optIn } = await this.api.ask(visit, SubmittedOptIn, { id });
    return optIn.submittedAt === null ? seeOther(`/opt-ins/${id}`) : show({ optIn });
  }
}
