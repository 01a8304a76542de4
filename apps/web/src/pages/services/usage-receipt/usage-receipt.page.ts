import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { CheckedReceipt } from './operations.generated.js';

/** A receipt, and whether what it stands for is all there and as it was. */
@Page({
  path: '/usage-receipts/:memberId/:leadId/:number',
  access: 'usage:read',
  under: '/usage-receipts',
})
export class UsageReceiptPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param() params: { memberId: string; leadId: string; number: string },
  ): Promise<Answer> {
    const { memberId, leadId, number } = params;
    const { usageReceiptCheck } = await this.api.ask(visit, CheckedReceipt, { memberId, leadId, number });
    const { receipt, digestMatches } = usageReceiptCheck;
    return show({ title: words.titleOf(receipt.number), receipt, digestMatches });
  }
}
