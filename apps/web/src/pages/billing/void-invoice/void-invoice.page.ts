import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { InvoiceToVoid, VoidInvoice } from './operations.generated.js';

/** Says what voiding an invoice does, and asks for the reason. */
@Page({ path: '/invoices/:id/void', access: 'invoice:void', under: '/invoices' })
export class VoidInvoicePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({ ...(await this.modelOf(visit, id)), form: {} });
  }

  @Post()
  async void(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const input = { invoiceId: id, reason: form['reason'] ?? '' };
    const { invoiceVoid } = await this.api.ask(visit, VoidInvoice, { input });
    const errors = FormErrors.of(invoiceVoid.userErrors);
    if (errors.any) return showAgain({ ...(await this.modelOf(visit, id)), form, errors });
    return seeOther(`/invoices/${id}`, 'voided');
  }

  private async modelOf(visit: Visit, id: string): Promise<Model> {
    const { invoice } = await this.api.ask(visit, InvoiceToVoid, { id });
    if (invoice.number === null) throw new ApiFault('NOT_FOUND', '');
    return { title: words.titleOf(invoice.number), invoice };
  }
}
