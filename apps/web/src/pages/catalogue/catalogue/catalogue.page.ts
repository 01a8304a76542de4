import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Catalogue } from './operations.generated.js';

@Page({ path: '/catalogue', access: 'lead:read', menu: { for: ['LEAD'], order: 10 } })
export class CataloguePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') asked: unknown): Promise<Answer> {
    const after = cursorIn(asked);
    const { frameworks } = await this.api.ask(visit, Catalogue, { after });
    // The list is everybody's: other lead authorities' published frameworks are in it too.
    const own = frameworks.edges.filter(({ node }) => node.lead.id === visit.me?.actingFor?.body?.id);
    return show({
      frameworks: own.map(({ node }) => node),
      pageInfo: frameworks.pageInfo,
      isFirst: after === null,
      mayEdit: visit.may('catalogue:edit'),
    });
  }
}
