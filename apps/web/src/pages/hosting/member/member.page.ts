import { Get, Param, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { MemberPage as Look } from './operations.generated.js';

@Page({ path: '/members/:bodyId', access: 'lead:read', under: '/members' })
export class MemberPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('bodyId') bodyId: string,
    @Query('after') asked: unknown,
  ): Promise<Answer> {
    const after = cursorIn(asked);
    const { body, agreements, callOffs } = await this.api.ask(visit, Look, { bodyId, after });
    // Every body of the register can be looked up; a member is one that was sent an agreement.
    if (agreements.edges.length === 0) throw new ApiFault('NOT_FOUND', '');
    return show({
      member: body,
      agreements: agreements.edges.map(({ node }) => node),
      callOffs: callOffs.edges.map(({ node }) => node),
      pageInfo: callOffs.pageInfo,
      isFirst: after === null,
    });
  }
}
