import { Body, Get, Post, Query } from '@nestjs/common';
import { addMonths } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthChoices, type MonthChoice } from '../../../formats/month-choices.js';
import { words } from './en.js';
import { FirstMonth, UploadReturns } from './operations.generated.js';

/** What a request to the API may hold, with room for all but the file itself. */
const MOST_BYTES = 90_000;

/** Files the returns of a month from a file, or from pasted text: every row or none. */
@Page({ path: '/usage/upload', access: 'usageReturn:file', under: '/usage' })
export class UploadReturnsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Query('month') asked: unknown): Promise<Answer> {
    const month = typeof asked === 'string' ? asked : addMonths(visit.today, -1).slice(0, 7);
    return show({ months: await this.months(visit), form: { month, idempotencyKey: newKey() } });
  }

  @Post()
  async take(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const { file, content: pasted, month = '', idempotencyKey = '' } = form;
    const content = file || pasted || '';
    const errors = await this.errorsOf(visit, { month, content, idempotencyKey });
    // What was in the file stands in the box, so that it can be put right there and sent again.
    if (errors.any)
      return showAgain({
        months: await this.months(visit),
        form: { month, content, idempotencyKey: newKey() },
        errors,
      });
    return seeOther(`/usage?month=${encodeURIComponent(month)}`, 'filed');
  }

  private async errorsOf(
    visit: Visit,
    input: { month: string; content: string; idempotencyKey: string },
  ): Promise<FormErrors> {
    if (input.content.trim() === '') return FormErrors.one('file', words.missing);
    if (Buffer.byteLength(JSON.stringify(input.content)) > MOST_BYTES)
      return FormErrors.one('content', words.tooBig);
    const { usageReturnsUpload } = await this.api.ask(visit, UploadReturns, { input });
    return FormErrors.of(usageReturnsUpload.userErrors);
  }

  private async months(visit: Visit): Promise<readonly MonthChoice[]> {
    const { firstCallOffStartsOn } = await this.api.ask(visit, FirstMonth, {});
    return monthChoices(addMonths(visit.today, -1), { atMost: 12, from: firstCallOffStartsOn });
  }
}
