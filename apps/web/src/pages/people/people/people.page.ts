import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { rolesIn } from '../../../words/role-meanings.js';
import { People } from './operations.generated.js';

/** Who has which roles in the body, in the capacity in which the person acts. */
@Page({ path: '/people', access: 'person:read', menu: { for: ['TENANT', 'LEAD'], order: 80 } })
export class PeoplePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') after: unknown): Promise<Answer> {
    const cursor = cursorIn(after);
    const { people } = await this.api.ask(visit, People, { after: cursor });
    return show({
      people: people.edges.map(({ node }) => node),
      pageInfo: people.pageInfo,
      isFirst: cursor === null,
      roles: rolesIn(visit.audience),
    });
  }
}
