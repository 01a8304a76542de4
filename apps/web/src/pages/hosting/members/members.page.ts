import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { MemberAgreements, MemberCallOffs } from './operations.generated.js';

/** Who has joined: by agreement, or by what they have called off; which of the two stands in the address. */
@Page({ path: '/members', access: 'lead:read', menu: { for: ['LEAD'], order: 30 } })
export class MembersPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Query('show') shown: unknown,
    @Query('after') asked: unknown,
  ): Promise<Answer> {
    const after = cursorIn(asked);
    const frame = { isFirst: after === null, mayCountersign: visit.may('agreement:countersign') };
    if (shown === 'call-offs') {
      const { callOffs } = await this.api.ask(visit, MemberCallOffs, { after });
      const rows = callOffs.edges.map(({ node }) => node);
      return show({ ...frame, shown: 'callOffs', rows, pageInfo: callOffs.pageInfo });
    }
    const { agreements } = await this.api.ask(visit, MemberAgreements, { after });
    const rows = agreements.edges.map(({ node }) => node);
    return show({ ...frame, shown: 'agreements', rows, pageInfo: agreements.pageInfo });
  }
}
