import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { paymentMethods } from '../../../words/collection.js';
import { words } from './en.js';
import { ChoosePaymentMethod, PaymentMethods, type PaymentMethod } from './operations.generated.js';
import { isToCome, standingOf } from './standing.js';

const PATH = '/payment-methods';

/** How the body pays each lead authority, what it needs for that, and the choice of another way. */
@Page({ path: PATH, access: 'paymentMethod:read', under: '/invoices' })
export class PaymentMethodsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit): Promise<Answer> {
    return show(await this.modelOf(visit));
  }

  @Post()
  async choose(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const { leadId = '' } = form;
    const field = `method.${leadId}`;
    const method = form[field];
    if (!isMethod(method)) return this.again(visit, form, FormErrors.one(field, words.missing));
    const { paymentMethodChoose } = await this.api.ask(visit, ChoosePaymentMethod, {
      input: { leadId, method },
    });
    const errors = FormErrors.of(paymentMethodChoose.userErrors, { method: field });
    return errors.any ? this.again(visit, form, errors) : seeOther(PATH, 'chosen');
  }

  private async again(visit: Visit, form: Typed, errors: FormErrors): Promise<Answer> {
    return showAgain({ ...(await this.modelOf(visit)), form, errors });
  }

  private async modelOf(visit: Visit): Promise<Model> {
    const { paymentMethods: chosen } = await this.api.ask(visit, PaymentMethods, {});
    const leads = chosen.map((one) => {
      const standing = standingOf(one);
      return { ...one, standing, isToCome: isToCome(standing) };
    });
    return { leads, mayChoose: visit.may('paymentMethod:choose'), form: {} };
  }
}

const isMethod = (text: unknown): text is PaymentMethod => typeof text === 'string' && text in paymentMethods;
