import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { LineToDispute, RaiseDispute } from './operations.generated.js';

const FIELDS = ['kind', 'net', 'reason', 'evidence'];

/** A member says what is wrong with a line of its invoice. */
@Page({ path: '/invoices/:id/lines/:lineId/dispute', access: 'dispute:raise', under: '/invoices' })
export class NewDisputePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
  ): Promise<Answer> {
    const model = await this.modelOf(visit, id, lineId);
    return show({ ...model, form: { kind: 'DISPUTE', idempotencyKey: newKey() } });
  }

  @Post()
  async raise(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Body() form: Typed,
  ): Promise<Answer> {
    const typed = new TypedValues(form);
    // What cannot be read is sent as nothing, which is refused, so that all else that is wrong is told with it.
    const net = typed.decimal('net', { missing: words.amountWrong, unreadable: words.amountWrong }) ?? '0';
    const { disputeRaise } = await this.api.ask(visit, RaiseDispute, {
      input: {
        invoiceLineId: lineId,
        kind: form['kind'] === 'ERROR_REPORT' ? 'ERROR_REPORT' : 'DISPUTE',
        net,
        reason: form['reason'] ?? '',
        evidence: form['evidence'] ?? null,
        idempotencyKey: form['idempotencyKey'] ?? '',
      },
    });
    const errors = typed.errorsWith(disputeRaise.userErrors).inOrder(FIELDS);
    if (errors.any || disputeRaise.dispute === null) {
      const model = await this.modelOf(visit, id, lineId);
      return showAgain({ ...model, form, errors });
    }
    return seeOther(`/disputes/${disputeRaise.dispute.id}`, 'raised');
  }

  private async modelOf(visit: Visit, id: string, lineId: string): Promise<Model> {
    const { invoice, invoiceLine: line } = await this.api.ask(visit, LineToDispute, { id, lineId });
    if (invoice.number === null) throw new ApiFault('NOT_FOUND', '');
    return {
      title: words.titleOf(line.lineNumber, invoice.number),
      invoice,
      line,
      address: `/invoices/${id}/lines/${lineId}/dispute`,
    };
  }
}
