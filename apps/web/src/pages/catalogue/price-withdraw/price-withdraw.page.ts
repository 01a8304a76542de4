import { Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { need } from '../../../frame/need.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { PriceToWithdraw, PriceVersionWithdraw } from './operations.generated.js';

@Page({
  path: '/catalogue/offerings/:id/prices/:priceId/withdraw',
  access: 'catalogue:edit',
  under: '/catalogue',
})
export class PriceWithdrawPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('priceId') priceId: string,
  ): Promise<Answer> {
    need(visit, 'catalogue:edit');
    return show(await this.modelOf(visit, id, priceId));
  }

  @Post()
  async withdraw(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('priceId') priceVersionId: string,
  ): Promise<Answer> {
    const { priceVersionWithdraw } = await this.api.ask(visit, PriceVersionWithdraw, {
      input: { priceVersionId },
    });
    const errors = FormErrors.of(priceVersionWithdraw.userErrors);
    if (!errors.any) return seeOther(`/catalogue/offerings/${id}`, 'withdrawn');
    return showAgain({ ...(await this.modelOf(visit, id, priceVersionId)), form: {}, errors });
  }

  private async modelOf(visit: Visit, id: string, priceId: string): Promise<Model> {
    const { offering } = await this.api.ask(visit, PriceToWithdraw, { id });
    const framework = ownFramework(visit, offering.framework);
    const meter = offering.meters.find(({ prices }) => prices.some((one) => one.id === priceId));
    const price = meter?.prices.find((one) => one.id === priceId);
    if (!meter || !price) throw new ApiFault('NOT_FOUND', '');
    return { offering, framework, meter, price };
  }
}
