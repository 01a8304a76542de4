import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthShown } from '../../../formats/months.js';
import { ExplainUsage, UsageToExplain } from './operations.generated.js';

/** Takes why a month's use of a meter is as it is. */
@Page({ path: '/call-offs/:id/usage/:meterId/explain', access: 'usage:explain', under: '/call-offs' })
export class ExplainUsagePage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param() params: { id: string; meterId: string },
    @Query('month') asked: unknown,
  ): Promise<Answer> {
    return show({ ...(await this.modelOf(visit, params, asked)), form: { idempotencyKey: newKey() } });
  }

  @Post()
  async keep(
    @TheVisit() visit: Visit,
    @Param() params: { id: string; meterId: string },
    @Body() form: Typed,
  ): Promise<Answer> {
    const { month = '', text = '', idempotencyKey = '' } = form;
    const { usageExplain } = await this.api.ask(visit, ExplainUsage, {
      input: { callOffId: params.id, meterId: params.meterId, month, text, idempotencyKey },
    });
    const errors = FormErrors.of(usageExplain.userErrors);
    if (errors.any) return showAgain({ ...(await this.modelOf(visit, params, month)), form, errors });
    return seeOther(`/call-offs/${params.id}/usage?month=${encodeURIComponent(month)}`, 'explained');
  }

  private async modelOf(
    visit: Visit,
    { id, meterId }: { id: string; meterId: string },
    asked: unknown,
  ): Promise<Model> {
    const month = monthShown(asked, { today: visit.today });
    const { callOff, unusualUsage } = await this.api.ask(visit, UsageToExplain, { id, month: month.label });
    const unusual = unusualUsage.edges.map(({ node }) => node).find((node) => node.meterId === meterId);
    return { callOff, meterId, month, unusual: unusual ?? null };
  }
}
