import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { penceOf } from '../../../formats/pence.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { RecordReceipt } from './operations.generated.js';

const FIELDS = ['receivedOn', 'amount', 'payer', 'reference'];

@Page({ path: '/receipts/new', access: 'receipt:record', under: '/receipts' })
export class NewReceiptPage {
  constructor(private readonly api: Api) {}

  @Get()
  view(): Answer {
    return show({ form: { idempotencyKey: newKey() } });
  }

  @Post()
  async record(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const typed = new TypedValues(form);
    const receivedOn = typed.date('receivedOn', { missing: words.dateMissing, unreadable: words.dateWrong });
    const amount = typed.decimal('amount', { missing: words.amountMissing, unreadable: words.amountWrong });
    const { receiptRecord } = await this.api.ask(visit, RecordReceipt, {
      input: {
        // No receipt is of nothing: where something could not be read, this is sure to be refused.
        amount: typed.any ? '0' : (amount ?? '0'),
        receivedOn: receivedOn ?? visit.today,
        payer: form['payer'] ?? '',
        reference: form['reference'] ?? '',
        idempotencyKey: form['idempotencyKey'] ?? '',
      },
    });
    const errors = typed.errorsWith(receiptRecord.userErrors, { standIn: 'amount' }).inOrder(FIELDS);
    if (errors.any || receiptRecord.receipt === null) return showAgain({ form, errors });
    const { id, unallocated } = receiptRecord.receipt;
    return seeOther(`/receipts/${id}`, penceOf(unallocated) === 0n ? 'matched' : 'recorded');
  }
}
