import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { CostShare } from './operations.generated.js';

/** A share and how it came about; the records that bills are made from begin with its id. */
@Page({ path: '/cost-shares/:id', access: 'costShare:read', under: '/invoices' })
export class CostSharePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { costShare: share } = await this.api.ask(visit, CostShare, { id });
    return show({ title: words.titleOf(share.offeringTitle, share.year), share });
  }
}
