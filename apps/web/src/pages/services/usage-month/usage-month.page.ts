import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthShown } from '../../../formats/months.js';
import { words } from './en.js';
import { UsageMonth } from './operations.generated.js';

/** A month before it is billed: the returns that it needs, what is unusual, and the days on which usage was missing. */
@Page({ path: '/usage', access: 'usage:read', menu: { for: ['TENANT', 'LEAD'], order: 39 } })
export class UsageMonthPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('month') asked: unknown): Promise<Answer> {
    const month = monthShown(asked, { today: visit.today });
    const found = await this.api.ask(visit, UsageMonth, { month: month.label });
    const { usageReturns, unusualUsage, usageDaysMissing, firstCallOffStartsOn: from } = found;
    return show({
      title: words.titleOf(month.start),
      month: monthShown(month.label, { today: visit.today, from }),
      isOver: visit.today >= month.end,
      returns: usageReturns.edges.map(({ node }) => node),
      unusual: unusualUsage.edges.map(({ node }) => node),
      missing: usageDaysMissing.edges.map(({ node }) => node),
      more: [usageReturns, unusualUsage, usageDaysMissing].some(({ pageInfo }) => pageInfo.hasNextPage),
    });
  }
}
