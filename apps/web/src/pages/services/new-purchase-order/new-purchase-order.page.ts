import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { CallOffToOrderFor, RecordPurchaseOrder } from './operations.generated.js';

/** A purchase order for a call-off, or that the body uses none. */
@Page({
  path: '/call-offs/:id/purchase-orders/new',
  access: 'purchaseOrder:record',
  under: '/call-offs',
})
export class NewPurchaseOrderPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { callOff } = await this.api.ask(visit, CallOffToOrderFor, { id });
    return show({ callOff, form: { uses: 'number', idempotencyKey: newKey() } });
  }

  @Post()
  async record(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const typed = new TypedValues(form);
    const isExempt = form['uses'] === 'exempt';
    const startsOn = isExempt ? null : typed.date('startsOn', { unreadable: words.startsOnUnreadable });
    const endsOn = isExempt ? null : typed.date('endsOn', { unreadable: words.endsOnUnreadable });
    const value = isExempt ? null : typed.decimal('value', { unreadable: words.valueUnreadable });
    const { purchaseOrderRecord } = await this.api.ask(visit, RecordPurchaseOrder, {
      input: {
        callOffId: id,
        isExempt,
        number: isExempt ? null : (form['number'] ?? ''),
        startsOn,
        endsOn,
        // Nothing is worth less than nothing: what cannot be read is never recorded without it.
        value: typed.any ? '-1' : value,
        idempotencyKey: form['idempotencyKey'] ?? '',
      },
    });
    const errors = typed.errorsWith(purchaseOrderRecord.userErrors, { standIn: 'value' });
    if (!errors.any) return seeOther(`/call-offs/${id}#purchase-orders`, isExempt ? 'exempt' : 'recorded');
    const { callOff } = await this.api.ask(visit, CallOffToOrderFor, { id });
    return showAgain({ callOff, form, errors });
  }
}
