import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { OfferingToShare, StartCostSharing } from './operations.generated.js';

/** Has a service's cost shared by its members. */
@Page({ path: '/catalogue/offerings/:id/share-cost', access: 'catalogue:edit', under: '/catalogue' })
export class ShareCostPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({ ...(await this.modelOf(visit, id)), form: { idempotencyKey: newKey() } });
  }

  @Post()
  async start(
    @TheVisit() visit: Visit,
    @Param('id') offeringId: string,
    @Body('idempotencyKey') idempotencyKey = '',
  ): Promise<Answer> {
    const input = { offeringId, idempotencyKey };
    const { costSharingStart } = await this.api.ask(visit, StartCostSharing, { input });
    const errors = FormErrors.of(costSharingStart.userErrors);
    if (!errors.any) return seeOther(`/catalogue/offerings/${offeringId}`, 'started');
    return showAgain({ ...(await this.modelOf(visit, offeringId)), form: { idempotencyKey }, errors });
  }

  private async modelOf(visit: Visit, id: string): Promise<Model> {
    const { offering } = await this.api.ask(visit, OfferingToShare, { id });
    return { offering, framework: ownFramework(visit, offering.framework) };
  }
}
