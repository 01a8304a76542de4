import { Body, Get, Param, Post } from '@nestjs/common';
import { monthName, parseMonth } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors, type UserError } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import {
  ExcuseReturn,
  FileNilReturn,
  FileReturn,
  ReplaceReturn,
  ReturnOfMonth,
  SendBackReturn,
} from './operations.generated.js';
import { figuresIn } from './figures-in.js';

interface Params {
  readonly id: string;
  readonly month: string;
}

/** The usage return of a call-off and a month: file it, replace it, send it back, or let the bills go without it. */
@Page({ path: '/call-offs/:id/returns/:month', access: 'usage:read', under: '/usage' })
export class UsageReturnPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param() params: Params): Promise<Answer> {
    const model = await this.modelOf(visit, params);
    if (model === null) return seeOther(`/call-offs/${params.id}/usage`);
    return show({ ...model, form: { idempotencyKey: newKey(), ...(model['filed'] as object) } });
  }

  @Post('file')
  async file(@TheVisit() visit: Visit, @Param() params: Params, @Body() form: Typed): Promise<Answer> {
    const { figures, errorsWith } = figuresIn(form);
    const { usageReturnFile } = await this.api.ask(visit, FileReturn, {
      input: { ...this.of(params), figures, idempotencyKey: form['idempotencyKey'] ?? '' },
    });
    return this.answer(visit, params, form, errorsWith(usageReturnFile.userErrors), 'filed');
  }

  @Post('nil')
  async nil(@TheVisit() visit: Visit, @Param() params: Params, @Body() form: Typed): Promise<Answer> {
    const { usageReturnFileNil } = await this.api.ask(visit, FileNilReturn, {
      input: { ...this.of(params), idempotencyKey: form['idempotencyKey'] ?? '' },
    });
    return this.answer(visit, params, form, errorsOf(usageReturnFileNil), 'filedNil');
  }

  @Post('replace')
  async replace(@TheVisit() visit: Visit, @Param() params: Params, @Body() form: Typed): Promise<Answer> {
    const { figures, errorsWith } = figuresIn(form);
    const { usageReturnReplace } = await this.api.ask(visit, ReplaceReturn, {
      input: {
        ...this.of(params),
        version: Number(form['version'] ?? 0),
        figures: form['nil'] === 'yes' ? null : figures,
        reason: form['reason'] ?? '',
        idempotencyKey: form['idempotencyKey'] ?? '',
      },
    });
    return this.answer(visit, params, form, errorsWith(usageReturnReplace.userErrors), 'replaced');
  }

  @Post('send-back')
  async sendBack(@TheVisit() visit: Visit, @Param() params: Params, @Body() form: Typed): Promise<Answer> {
    const { usageReturnSendBack } = await this.api.ask(visit, SendBackReturn, {
      input: { usageReturnId: form['usageReturnId'] ?? '', note: form['note'] ?? '' },
    });
    return this.answer(visit, params, form, errorsOf(usageReturnSendBack), 'sentBack');
  }

  @Post('excuse')
  async excuse(@TheVisit() visit: Visit, @Param() params: Params, @Body() form: Typed): Promise<Answer> {
    const { usageReturnExcuse } = await this.api.ask(visit, ExcuseReturn, {
      input: {
        ...this.of(params),
        kind: form['kind'] === 'OTHER' ? 'OTHER' : 'NO_USAGE',
        reason: form['excuseReason'] ?? '',
      },
    });
    const errors = FormErrors.of(usageReturnExcuse.userErrors, { reason: 'excuseReason' });
    return this.answer(visit, params, form, errors, 'excused');
  }

  private of({ id, month }: Params): { callOffId: string; month: string } {
    return { callOffId: id, month };
  }

  private async answer(
    visit: Visit,
    params: Params,
    form: Typed,
    errors: FormErrors,
    said: string,
  ): Promise<Answer> {
    const model = errors.any ? await this.modelOf(visit, params) : null;
    if (model !== null) return showAgain({ ...model, form, errors });
    return seeOther(`/call-offs/${params.id}/returns/${params.month}`, said);
  }

  /** Null when the month needs no return of this call-off. */
  private async modelOf(visit: Visit, { id, month }: Params): Promise<Model | null> {
    const period = parseMonth(month);
    const { usageReturn } =
      period === null
        ? { usageReturn: null }
        : await this.api.ask(visit, ReturnOfMonth, { callOffId: id, month });
    if (period === null || usageReturn === null) return null;
    const current = usageReturn.versions.at(-1) ?? null;
    const titles = new Map(usageReturn.meters.map((meter) => [meter.id, meter.title]));
    const isOver = visit.today >= period.end;
    return {
      title: words.titleOf(monthName(period)),
      here: `/call-offs/${id}/returns/${month}`,
      due: usageReturn,
      current,
      versions: [...usageReturn.versions].reverse().map((version) => ({
        ...version,
        figures: version.figures.map((figure) => ({ ...figure, title: titles.get(figure.meterId) ?? '' })),
      })),
      filed: Object.fromEntries(current?.figures.map((each) => [each.meterId, each.quantity]) ?? []),
      isOver,
      mayFile: isOver && visit.may('usageReturn:file'),
      isFirst: current === null && !usageReturn.closed,
      maySendBack: current !== null && current.sentBackNote === null && visit.may('usageReturn:sendBack'),
      mayExcuse: isOver && usageReturn.missing && visit.may('usageReturn:excuse'),
    };
  }
}

const errorsOf = ({ userErrors }: { readonly userErrors: readonly UserError[] }): FormErrors =>
  FormErrors.of(userErrors);
