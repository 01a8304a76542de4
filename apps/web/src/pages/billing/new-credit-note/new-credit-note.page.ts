import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { leftOnLines } from '../_lines/left-on-lines.js';
import { words } from './en.js';
import { InvoiceToCredit, RaiseCreditNote } from './operations.generated.js';

const PREFIX = 'net-';

/** Takes back a part of what an invoice charged; the amounts left are shown line by line. */
@Page({ path: '/invoices/:id/credit-notes/new', access: 'billing:prepare', under: '/invoices' })
export class NewCreditNotePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({ ...(await this.modelOf(visit, id)), form: { idempotencyKey: newKey() } });
  }

  @Post()
  async raise(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const typed = new TypedValues(form);
    const names = Object.keys(form).filter((name) => name.startsWith(PREFIX) && form[name]?.trim());
    const lines = names.map((name) => ({
      invoiceLineId: name.slice(PREFIX.length),
      // What cannot be read is sent as nothing, which is refused, so that all else that is wrong is told with it.
      net: typed.decimal(name, { unreadable: words.amountWrong }) ?? '0',
    }));
    const { creditNoteRaise } = await this.api.ask(visit, RaiseCreditNote, {
      input: {
        invoiceId: id,
        idempotencyKey: form['idempotencyKey'] ?? '',
        reason: form['reason'] ?? '',
        lines,
      },
    });
    const model = await this.modelOf(visit, id);
    const rename = Object.fromEntries(
      names.flatMap((name, index) => [
        [`lines.${index}`, name],
        [`lines.${index}.net`, name],
        [`lines.${index}.invoiceLineId`, name],
      ]),
    );
    const errors = typed.errorsWith(creditNoteRaise.userErrors, {
      rename: { ...rename, lines: model.fields[0] ?? 'reason' },
    });
    if (errors.any || creditNoteRaise.creditNote === null)
      return showAgain({ ...model, form, errors: errors.inOrder(model.fields) });
    return seeOther(`/credit-notes/${creditNoteRaise.creditNote.id}`, 'raised');
  }

  private async modelOf(visit: Visit, id: string): Promise<Model & { readonly fields: readonly string[] }> {
    const { invoice } = await this.api.ask(visit, InvoiceToCredit, { id });
    // What is no issued invoice has nothing to credit.
    if (invoice.number === null) throw new ApiFault('NOT_FOUND', '');
    const lines = invoice.lines.edges.map(({ node }) => node);
    const credited = invoice.creditNotes.flatMap((note) => note.lines.edges.map(({ node }) => node));
    const left = leftOnLines(lines, credited);
    return {
      title: words.titleOf(invoice.number),
      invoice,
      lines: lines.map((line) => ({ ...line, left: left.get(line.id), name: `${PREFIX}${line.id}` })),
      fields: [...lines.map(({ id: lineId }) => `${PREFIX}${lineId}`), 'reason'],
    };
  }
}
