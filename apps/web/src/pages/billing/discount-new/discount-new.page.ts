import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { CallOffToDiscount, DiscountPropose, MetersToDiscount } from './operations.generated.js';

/** A lead authority's finance staff proposes to take something off a call-off's charges. */
@Page({ path: '/call-offs/:id/discounts/new', access: 'discount:propose', under: '/call-offs' })
export class DiscountNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({ ...(await this.modelOf(visit, id)), form: { meterId: ALL, idempotencyKey: newKey() } });
  }

  @Post()
  async propose(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const errors = await this.send(visit, id, form);
    return errors.any
      ? showAgain({ ...(await this.modelOf(visit, id)), form, errors })
      : seeOther('/discounts', 'proposed');
  }

  private async send(visit: Visit, callOffId: string, form: Typed): Promise<FormErrors> {
    const entries = new Entries(form, words.fields);
    const meterId = form['meterId'] ?? ALL;
    const input = {
      callOffId,
      meterId: meterId === ALL ? null : meterId,
      percent: entries.decimal('percent'),
      firstMonth: entries.text('firstMonth'),
      lastMonth: entries.text('lastMonth'),
      reason: entries.text('reason'),
      idempotencyKey: form['idempotencyKey'] ?? newKey(),
    };
    if (entries.wrongs.any) return entries.wrongs;
    const { discountPropose } = await this.api.ask(visit, DiscountPropose, { input });
    return FormErrors.of(discountPropose.userErrors);
  }

  private async modelOf(visit: Visit, id: string): Promise<Model> {
    const { callOff } = await this.api.ask(visit, CallOffToDiscount, { id });
    const { offering } = await this.api.ask(visit, MetersToDiscount, { offeringId: callOff.offeringId });
    return { callOff, meters: offering.meters, all: ALL };
  }
}

/** The choice of all charges. */
const ALL = 'all';
