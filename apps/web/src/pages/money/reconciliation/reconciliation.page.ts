import { Get } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Reconciliation } from './operations.generated.js';

/** How Stripe's list of a lead authority's invoices compared with ours, each difference by its name. */
@Page({ path: '/reconciliation', access: 'receipt:read', under: '/receipts' })
export class ReconciliationPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit): Promise<Answer> {
    const { stripeReconciliation: found } = await this.api.ask(visit, Reconciliation, {});
    return show({ found, kinds: [...new Set(found.differences.map(({ kind }) => kind))] });
  }
}
