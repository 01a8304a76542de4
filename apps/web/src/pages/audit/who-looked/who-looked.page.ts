import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { WhoLooked } from './operations.generated.js';

/** Who from a lead authority looked at what is the member's, by day. */
@Page({ path: '/who-looked', access: 'leadView:read', under: '/audit' })
export class WhoLookedPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') after: unknown): Promise<Answer> {
    const cursor = cursorIn(after);
    const { leadViews } = await this.api.ask(visit, WhoLooked, { after: cursor });
    return show({
      views: leadViews.edges.map(({ node }) => node),
      pageInfo: leadViews.pageInfo,
      isFirst: cursor === null,
    });
  }
}
