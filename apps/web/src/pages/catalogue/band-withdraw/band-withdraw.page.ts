import { Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { VolumeBandToWithdraw, VolumeBandWithdraw } from './operations.generated.js';

@Page({
  path: '/catalogue/offerings/:id/bands/:bandId/withdraw',
  access: 'catalogue:edit',
  under: '/catalogue',
})
export class BandWithdrawPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('bandId') bandId: string,
  ): Promise<Answer> {
    const model = await this.modelOf(visit, id, bandId);
    // Taken back already, perhaps by somebody else: the offering shows what is left.
    return model === null ? seeOther(`/catalogue/offerings/${id}`) : show(model);
  }

  @Post()
  async withdraw(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('bandId') volumeBandId: string,
  ): Promise<Answer> {
    const { volumeBandWithdraw } = await this.api.ask(visit, VolumeBandWithdraw, {
      input: { volumeBandId },
    });
    const errors = FormErrors.of(volumeBandWithdraw.userErrors);
    if (!errors.any) return seeOther(`/catalogue/offerings/${id}`, 'withdrawn');
    const model = await this.modelOf(visit, id, volumeBandId);
    return model === null
      ? seeOther(`/catalogue/offerings/${id}`)
      : showAgain({ ...model, form: {}, errors });
  }

  private async modelOf(visit: Visit, id: string, bandId: string): Promise<Model | null> {
    const { offering } = await this.api.ask(visit, VolumeBandToWithdraw, { id });
    const framework = ownFramework(visit, offering.framework);
    const meter = offering.meters.find(({ volumeBands }) => volumeBands.some((one) => one.id === bandId));
    const band = meter?.volumeBands.find((one) => one.id === bandId);
    return meter && band ? { offering, framework, meter, band } : null;
  }
}
