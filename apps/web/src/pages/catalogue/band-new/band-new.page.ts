import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { words } from './en.js';
import { VolumeBandAdd, VolumeBandOffering } from './operations.generated.js';

@Page({
  path: '/catalogue/offerings/:id/meters/:meterId/bands/new',
  access: 'catalogue:edit',
  under: '/catalogue',
})
export class BandNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('meterId') meterId: string,
  ): Promise<Answer> {
    return show({ ...(await this.modelOf(visit, id, meterId)), form: { idempotencyKey: newKey() } });
  }

  @Post()
  async add(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('meterId') meterId: string,
    @Body() form: Typed,
  ): Promise<Answer> {
    const errors = await this.send(visit, meterId, form);
    return errors.any
      ? showAgain({ ...(await this.modelOf(visit, id, meterId)), form, errors })
      : seeOther(`/catalogue/offerings/${id}`, 'added');
  }

  private async send(visit: Visit, meterId: string, form: Typed): Promise<FormErrors> {
    const entries = new Entries(form, words.fields);
    const input = {
      meterId,
      above: entries.decimal('above'),
      discount: entries.decimal('discount'),
      idempotencyKey: form['idempotencyKey'] ?? newKey(),
    };
    if (entries.wrongs.any) return entries.wrongs;
    const { volumeBandAdd } = await this.api.ask(visit, VolumeBandAdd, { input });
    return FormErrors.of(volumeBandAdd.userErrors, { meterId: '' });
  }

  private async modelOf(visit: Visit, id: string, meterId: string): Promise<Model> {
    const { offering } = await this.api.ask(visit, VolumeBandOffering, { id });
    const framework = ownFramework(visit, offering.framework);
    const meter = offering.meters.find((one) => one.id === meterId);
    if (!meter) throw new ApiFault('NOT_FOUND', '');
    return { offering, framework, meter };
  }
}
