import { Body, Get, Post, Query } from '@nestjs/common';
import { addMonths, monthOf } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { monthChoices } from '../../../formats/month-choices.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { stageOfRun } from '../_runs/stage-of-run.js';
import { BillingRuns, PrepareRun } from './operations.generated.js';

interface PrepareForm {
  readonly month?: string;
  readonly idempotencyKey?: string;
}

/** The lead authority's monthly runs, and the way to begin one. */
@Page({ path: '/billing', access: 'billing:read', menu: { for: ['LEAD'], order: 50 } })
export class RunsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') after: unknown): Promise<Answer> {
    const model = await this.modelOf(visit, cursorIn(after));
    const lastMonth = addMonths(monthOf(visit.today).start, -1).slice(0, 7);
    return show({ ...model, form: { month: lastMonth, idempotencyKey: newKey() } });
  }

  @Post()
  async prepare(@Body() form: PrepareForm, @TheVisit() visit: Visit): Promise<Answer> {
    const { month = '', idempotencyKey = '' } = form;
    const { billingRunPrepare } = await this.api.ask(visit, PrepareRun, { input: { month, idempotencyKey } });
    const errors = FormErrors.of(billingRunPrepare.userErrors);
    if (errors.any || billingRunPrepare.billingRun === null)
      return showAgain({ ...(await this.modelOf(visit, null)), form, errors });
    return seeOther(`/billing/${billingRunPrepare.billingRun.id}`, 'prepared');
  }

  private async modelOf(visit: Visit, after: string | null): Promise<Model> {
    const { billingRuns, firstCallOffStartsOn: from } = await this.api.ask(visit, BillingRuns, { after });
    return {
      runs: billingRuns.edges.map(({ node }) => ({
        ...node,
        stage: stageOfRun(node),
        members: node.done + node.waiting + node.parked,
      })),
      pageInfo: billingRuns.pageInfo,
      isFirst: after === null,
      months: monthChoices(addMonths(visit.today, -1), { atMost: 12, from }),
    };
  }
}
