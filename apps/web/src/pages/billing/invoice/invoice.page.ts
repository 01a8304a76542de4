import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { formatPence, monthName } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { instant } from '../../../formats/dates.js';
import { monthOfDate } from '../../../formats/month-choices.js';
import { penceOf } from '../../../formats/pence.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { withMore } from '../_bridge/bridge-rows.js';
import { collectionViewOf } from './collection-view.js';
import { words } from './en.js';
import { journalOf, linesOf, ordersOf, splitsOf } from './invoice-view.js';
import {
  ApproveInvoice,
  InvoicePage as Invoice,
  IssueInvoice,
  type InvoicePageQuery,
} from './operations.generated.js';

/** An invoice, the same for both sides, whose lines open down to what they were worked out from. */
@Page({ path: '/invoices/:id', access: 'invoice:read', under: '/invoices' })
export class InvoicePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Query('after') after: unknown,
  ): Promise<Answer> {
    return show(await this.modelOf(visit, id, cursorIn(after)));
  }

  @Post('approve')
  async approve(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Body('contentSha256') contentSha256 = '',
  ): Promise<Answer> {
    const { invoiceApprove } = await this.api.ask(visit, ApproveInvoice, {
      input: { invoiceId: id, contentSha256 },
    });
    return this.answerTo(visit, id, FormErrors.of(invoiceApprove.userErrors), 'approved');
  }

  @Post('issue')
  async issue(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Body('idempotencyKey') idempotencyKey = '',
    @Body('withoutOrderReason') withoutOrderReason = '',
  ): Promise<Answer> {
    const reason = withoutOrderReason.trim();
    const { invoiceIssue } = await this.api.ask(visit, IssueInvoice, {
      input: { invoiceId: id, withoutOrderReason: reason === '' ? null : reason, idempotencyKey },
    });
    const errors = FormErrors.of(invoiceIssue.userErrors);
    return this.answerTo(visit, id, errors, 'issued', { withoutOrderReason });
  }

  private async answerTo(
    visit: Visit,
    id: string,
    errors: FormErrors,
    said: string,
    typed: object = {},
  ): Promise<Answer> {
    if (!errors.any) return seeOther(`/invoices/${id}`, said);
    const model = await this.modelOf(visit, id, null);
    return showAgain({ ...model, form: { ...(model['form'] as object), ...typed }, errors });
  }

  private async modelOf(visit: Visit, id: string, after: string | null): Promise<Model> {
    const { invoice, people } = await this.api.ask(visit, Invoice, { id, after, isLead: visit.isLead });
    const payable = penceOf(invoice.outstanding) - penceOf(invoice.disputed);
    const isDisputed = penceOf(invoice.disputed) > 0n;
    const who = visit.isLead ? invoice.memberName : words.yourBody;
    const collection =
      invoice.collection && collectionViewOf(invoice.collection, { who, isDisputed, today: visit.today });
    const isOwed = invoice.dueOn !== null && payable > 0n;
    return {
      title: words.titleOf(invoice.number, monthName(monthOfDate(invoice.period.start))),
      invoice,
      lines: linesOf(invoice),
      orders: ordersOf(invoice),
      lacksOrder: invoice.warnings.some(({ code }) => code === 'PO_REQUIRED'),
      splits: splitsOf(invoice),
      journal: journalOf(invoice),
      bridge: withMore(invoice.bridge),
      isOwed,
      isDisputed,
      collection,
      isPaidByBacs: isOwed && (collection === null || collection.isOver),
      payable: formatPence(payable),
      prepared: byAt(people, invoice.preparedById, invoice.preparedAt),
      approved: byAt(people, invoice.approvedById, invoice.approvedAt),
      other: visit.isLead ? invoice.memberId : invoice.leadId,
      isFirst: after === null,
      after,
      form: { idempotencyKey: newKey() },
    };
  }
}

const byAt = (people: InvoicePageQuery['people'], id: string | null, at: string | null): string | null =>
  id === null || at === null
    ? null
    : words.byAt(people?.edges.find(({ node }) => node.id === id)?.node.name ?? words.someone, instant(at));
