import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { priceModels } from '../../../words/catalogue.js';
import { ownFramework } from '../_parts/own-framework.js';
import { words } from './en.js';
import { PriceVersionAdd, PriceVersionAddOffering, type PriceModel } from './operations.generated.js';
import { priceEntry, TIER_ROWS } from './price-entry.js';

const modelIn = (text: unknown): PriceModel | null =>
  typeof text === 'string' && Object.hasOwn(priceModels, text) ? (text as PriceModel) : null;

/** First the model is chosen, which then stands in the address; then its fields. */
@Page({
  path: '/catalogue/offerings/:id/meters/:meterId/prices/new',
  access: 'catalogue:edit',
  under: '/catalogue',
})
export class PriceNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('meterId') meterId: string,
    @Query('model') asked: unknown,
    @Query('rows') rows: unknown,
    @Query('chosen') chosen: unknown,
  ): Promise<Answer> {
    const place = await this.place(visit, id, meterId);
    const model = modelIn(asked);
    if (model === null && chosen === '1')
      return showAgain({ ...place, form: {}, errors: FormErrors.one('model', words.chooseOne) }, 'model');
    if (model === null) return show(place, 'model');
    return show({
      ...place,
      ...partsOf(model, rows === String(TIER_ROWS)),
      form: { idempotencyKey: newKey() },
    });
  }

  @Post()
  async add(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('meterId') meterId: string,
    @Body() form: Typed,
  ): Promise<Answer> {
    const model = modelIn(form['model']);
    if (model === null) return seeOther(`/catalogue/offerings/${id}/meters/${meterId}/prices/new`);
    const errors = await this.send(visit, meterId, model, form);
    if (!errors.any) return seeOther(`/catalogue/offerings/${id}`, 'added');
    return showAgain({
      ...(await this.place(visit, id, meterId)),
      ...partsOf(model, hasManyTiers(form)),
      form,
      errors,
    });
  }

  private async send(visit: Visit, meterId: string, model: PriceModel, form: Typed): Promise<FormErrors> {
    const { price, startsOn, wrongs, rename } = priceEntry(model, form);
    if (wrongs.any) return wrongs;
    const { priceVersionAdd } = await this.api.ask(visit, PriceVersionAdd, {
      input: { meterId, price, startsOn, idempotencyKey: form['idempotencyKey'] ?? newKey() },
    });
    return FormErrors.of(priceVersionAdd.userErrors, rename);
  }

  private async place(visit: Visit, id: string, meterId: string) {
    const { offering } = await this.api.ask(visit, PriceVersionAddOffering, { id });
    const framework = ownFramework(visit, offering.framework);
    const meter = offering.meters.find((one) => one.id === meterId);
    if (!meter) throw new ApiFault('NOT_FOUND', '');
    return { offering, framework, meter };
  }
}

const FEW = 5;

const partsOf = (model: PriceModel, many: boolean) => {
  const tiered = model === 'GRADUATED' || model === 'VOLUME';
  const rows = !tiered ? 0 : many ? TIER_ROWS : FEW;
  return {
    model,
    tierRows: Array.from({ length: rows }, (_, row) => row),
    moreRows: tiered && !many ? TIER_ROWS : null,
  };
};

/** Whether the form that came had rows for many tiers. */
const hasManyTiers = (form: Typed): boolean => form[`price.tiers.${FEW}.unit`] !== undefined;
