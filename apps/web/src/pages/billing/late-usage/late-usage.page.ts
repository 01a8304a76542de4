import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { LateUsageApprove, LateUsages } from './operations.generated.js';

/** Use that came after its month was billed, and waits for somebody to approve that it is billed. */
@Page({ path: '/billing/late-usage', access: 'billing:read', under: '/billing' })
export class LateUsagePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') asked: unknown): Promise<Answer> {
    return show(await this.modelOf(visit, cursorIn(asked)));
  }

  @Post(':id/approve')
  async approve(
    @TheVisit() visit: Visit,
    @Param('id') lateUsageId: string,
    @Body() form: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    // Each row has a form of its own, and a field of its own name in it.
    const field = `reason-${lateUsageId}`;
    const { lateUsageApprove } = await this.api.ask(visit, LateUsageApprove, {
      input: { lateUsageId, net: form['net'] ?? '', reason: form[field] ?? '' },
    });
    const errors = FormErrors.of(
      lateUsageApprove.userErrors.map((error) => ({
        ...error,
        path: error.path.map((part) => (part === 'reason' ? field : part)),
      })),
    );
    if (!errors.any) return seeOther('/billing/late-usage', 'approved');
    return showAgain({ ...(await this.modelOf(visit, null)), form, errors });
  }

  private async modelOf(visit: Visit, after: string | null): Promise<Model> {
    const { lateUsages, lateUsageLimit } = await this.api.ask(visit, LateUsages, { after });
    return {
      lateUsages: lateUsages.edges.map(({ node }) => node),
      limit: lateUsageLimit,
      pageInfo: lateUsages.pageInfo,
      isFirst: after === null,
    };
  }
}
