import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { progressOf } from '../_opt-in/opt-in.js';
import { OptIns } from './operations.generated.js';

@Page({ path: '/opt-ins', access: 'optIn:read', menu: { for: ['TENANT'], order: 20 } })
export class OptInsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') after: unknown): Promise<Answer> {
    const from = typeof after === 'string' ? after : null;
    const { optIns } = await this.api.ask(visit, OptIns, { after: from });
    return show({
      optIns: optIns.edges.map(({ node }) => ({
        ...node,
        services: node.offerings.map(({ title }) => title).join(', '),
        standing: { ...progressOf(node.tasks), reviewDueOn: node.reviewDueOn },
      })),
      pageInfo: optIns.pageInfo,
      isFirst: from === null,
      mayStart: visit.may('optIn:edit'),
    });
  }
}
