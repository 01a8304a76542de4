import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { money } from '../../../formats/money.js';
import { penceOf } from '../../../formats/pence.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { AllocateReceipt, ReceiptPage as Receipt } from './operations.generated.js';

/** Money that came in, what it was matched to, and the matching of the rest. */
@Page({ path: '/receipts/:id', access: 'receipt:read', under: '/receipts' })
export class ReceiptPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string, @Query('q') q: unknown): Promise<Answer> {
    const { left, ...model } = await this.modelOf(visit, id, searchIn(q));
    return show({ ...model, form: { q: searchIn(q) ?? '', amount: left, idempotencyKey: newKey() } });
  }

  @Post()
  async allocate(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const typed = new TypedValues(form);
    const amount = typed.decimal('amount', {
      missing: words.amountMissing,
      unreadable: words.amountWrong,
    });
    const invoiceId = form['invoiceId'] ?? '';
    const chosen = invoiceId === '' ? FormErrors.one('invoiceId', words.invoiceMissing) : FormErrors.NONE;
    // Without an invoice there is nothing that the API could be asked.
    const userErrors =
      chosen.any || amount === null ? [] : await this.allocated(visit, id, { form, invoiceId, amount });
    const errors = chosen.and(typed.errorsWith(userErrors));
    if (!errors.any) return seeOther(`/receipts/${id}`, 'allocated');
    return showAgain({ ...(await this.modelOf(visit, id, searchIn(form['q']))), form, errors });
  }

  private async allocated(
    visit: Visit,
    receiptId: string,
    { form, invoiceId, amount }: { form: Typed; invoiceId: string; amount: string },
  ): Promise<Parameters<typeof FormErrors.of>[0]> {
    const { receiptAllocate } = await this.api.ask(visit, AllocateReceipt, {
      input: { receiptId, invoiceId, amount, idempotencyKey: form['idempotencyKey'] ?? '' },
    });
    return receiptAllocate.userErrors;
  }

  private async modelOf(visit: Visit, id: string, search: string | null): Promise<Model & { left: string }> {
    const { receipt, invoices } = await this.api.ask(visit, Receipt, { id, search });
    return {
      title: words.titleOf(money(receipt.amount), receipt.payer),
      receipt,
      left: receipt.unallocated.amount,
      isOpen: penceOf(receipt.unallocated) > 0n,
      invoices: invoices.edges.map(({ node }) => ({
        value: node.id,
        text: words.invoiceChoice(node.number ?? '', node.memberName, money(node.outstanding)),
      })),
      moreInvoices: invoices.pageInfo.hasNextPage,
    };
  }
}

const searchIn = (q: unknown): string | null =>
  typeof q === 'string' ? q.replace(/\p{C}/gu, '').trim().slice(0, 100) || null : null;
