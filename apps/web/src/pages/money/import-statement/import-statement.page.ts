import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { ImportStatement } from './operations.generated.js';

/** What a request to the API may hold, with room for all but the statement itself. */
const MOST_BYTES = 90_000;

/** Takes a bank statement, from a file or from pasted text. */
@Page({ path: '/receipts/import', access: 'receipt:record', under: '/receipts' })
export class ImportStatementPage {
  constructor(private readonly api: Api) {}

  @Get()
  view(): Answer {
    return show({ form: { idempotencyKey: newKey() } });
  }

  @Post()
  async take(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const { file, content: pasted, idempotencyKey = '' } = form;
    const content = file || pasted || '';
    const errors = await this.errorsOf(visit, {
      content,
      fileName: (file && form['file-name']) || words.pastedName,
      idempotencyKey,
    });
    // What was in the file stands in the box, so that it can be put right there and sent again.
    if (errors.any) return showAgain({ form: { content, idempotencyKey: newKey() }, errors });
    return seeOther('/receipts', 'imported');
  }

  private async errorsOf(
    visit: Visit,
    input: { content: string; fileName: string; idempotencyKey: string },
  ): Promise<FormErrors> {
    if (input.content.trim() === '') return FormErrors.one('file', words.missing);
    if (Buffer.byteLength(JSON.stringify(input.content)) > MOST_BYTES)
      return FormErrors.one('content', words.tooBig);
    const { bankStatementImport } = await this.api.ask(visit, ImportStatement, { input });
    return FormErrors.of(bankStatementImport.userErrors, { fileName: 'content' });
  }
}
