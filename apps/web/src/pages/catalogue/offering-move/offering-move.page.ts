import { Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors, type UserError } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import {
  OfferingPublish,
  OfferingSuspend,
  OfferingToMove,
  OfferingWithdraw,
} from './operations.generated.js';

type Move = 'publish' | 'suspend' | 'withdraw';

/** Opens a service to new members or closes it; each way is a page that says what will happen first. */
@Page({ path: '/catalogue/offerings/:id', access: 'catalogue:edit', under: '/catalogue' })
export class OfferingMovePage {
  constructor(private readonly api: Api) {}

  @Get('publish')
  askPublish(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return this.ask(visit, id, 'publish');
  }

  @Post('publish')
  async publish(@TheVisit() visit: Visit, @Param('id') offeringId: string): Promise<Answer> {
    const { offeringPublish } = await this.api.ask(visit, OfferingPublish, { input: { offeringId } });
    return this.after(visit, offeringId, 'publish', offeringPublish.userErrors);
  }

  @Get('suspend')
  askSuspend(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return this.ask(visit, id, 'suspend');
  }

  @Post('suspend')
  async suspend(@TheVisit() visit: Visit, @Param('id') offeringId: string): Promise<Answer> {
    const { offeringSuspend } = await this.api.ask(visit, OfferingSuspend, { input: { offeringId } });
    return this.after(visit, offeringId, 'suspend', offeringSuspend.userErrors);
  }

  @Get('withdraw')
  askWithdraw(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return this.ask(visit, id, 'withdraw');
  }

  @Post('withdraw')
  async withdraw(@TheVisit() visit: Visit, @Param('id') offeringId: string): Promise<Answer> {
    const { offeringWithdraw } = await this.api.ask(visit, OfferingWithdraw, { input: { offeringId } });
    return this.after(visit, offeringId, 'withdraw', offeringWithdraw.userErrors);
  }

  private async ask(visit: Visit, id: string, move: Move): Promise<Answer> {
    return show(await this.modelOf(visit, id, move));
  }

  private async after(
    visit: Visit,
    id: string,
    move: Move,
    userErrors: readonly UserError[],
  ): Promise<Answer> {
    const errors = FormErrors.of(userErrors);
    if (!errors.any) return seeOther(`/catalogue/offerings/${id}`, move);
    return showAgain({ ...(await this.modelOf(visit, id, move)), form: {}, errors });
  }

  private async modelOf(visit: Visit, id: string, move: Move): Promise<Model> {
    const { offering } = await this.api.ask(visit, OfferingToMove, { id });
    return { offering, move, framework: ownFramework(visit, offering.framework) };
  }
}
