import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { ChooseInvoiceGrouping, InvoiceGroupings, type InvoiceGroupingKind } from './operations.generated.js';

/** Whether each lead authority sends the body one invoice a month, or one for each purchase order. */
@Page({ path: '/invoices/grouping', access: 'invoiceGrouping:read', under: '/invoices' })
export class InvoiceGroupingPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit): Promise<Answer> {
    return show(await this.modelOf(visit));
  }

  @Post()
  async choose(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const { leadId = '' } = form;
    const grouping = form[`grouping.${leadId}`];
    if (!isGrouping(grouping))
      return showAgain({
        ...(await this.modelOf(visit)),
        form: {},
        errors: FormErrors.one(`grouping.${leadId}`, words.missing),
      });
    const { invoiceGroupingChoose } = await this.api.ask(visit, ChooseInvoiceGrouping, {
      input: { leadId, grouping },
    });
    const errors = FormErrors.of(invoiceGroupingChoose.userErrors);
    if (!errors.any) return seeOther('/invoices/grouping', 'chosen');
    return showAgain({ ...(await this.modelOf(visit)), form: {}, errors });
  }

  private async modelOf(visit: Visit): Promise<Model> {
    const { invoiceGroupings } = await this.api.ask(visit, InvoiceGroupings, {});
    return { leads: invoiceGroupings, mayChoose: visit.may('invoiceGrouping:choose'), form: {} };
  }
}

const isGrouping = (text: unknown): text is InvoiceGroupingKind =>
  text === 'CONSOLIDATED' || text === 'PER_ORDER';
