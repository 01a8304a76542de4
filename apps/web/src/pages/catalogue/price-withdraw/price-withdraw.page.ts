import { Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
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
    const model = await this.modelOf(visit, id, priceId);
    // Taken back already, perhaps by somebody else: the offering shows what is left.
    return model === null ? seeOther(`/catalogue/offerings/${id}`) : show(model);
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
    const model = await this.modelOf(visit, id, priceVersionId);
    return model === null
      ? seeOther(`/catalogue/offerings/${id}`)
      : showAgain({ ...model, form: {}, errors });
  }

  private async modelOf(visit: Visit, id: string, priceId: string): Promise<Model | null> {
    const { offering } = await this.api.ask(visit, PriceToWithdraw, { id });
    const framework = ownFramework(visit, offering.framework);
    const meter = offering.meters.find(({ prices }) => prices.some((one) => one.id === priceId));
    const price = meter?.prices.find((one) => one.id === priceId);
    return meter && price ? { offering, framework, meter, price } : null;
  }
}
