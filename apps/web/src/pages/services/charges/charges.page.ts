import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthShown } from '../../../formats/months.js';
import { words } from './en.js';
import { Charges } from './operations.generated.js';

/** What a month would be billed at now: of a member for itself, or of one member for its lead authority. */
@Page({ path: '/charges', access: 'billing:preview', under: '/call-offs' })
export class ChargesPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Query() { month: asked, member }: { month?: unknown; member?: unknown },
  ): Promise<Answer> {
    const memberId = visit.isLead && typeof member === 'string' ? member : null;
    // A lead authority asks of one member, and its call-offs lead here.
    if (visit.isLead && memberId === null) return seeOther('/call-offs');
    const month = monthShown(asked, { today: visit.today });
    const variables = { month: month.label, memberId, own: !visit.isLead };
    const {
      firstCallOffStartsOn: from,
      billingPreview,
      unusualUsage,
    } = await this.api.ask(visit, Charges, variables);
    return show({
      title: words.titleOf(month.start),
      month: monthShown(month.label, { today: visit.today, from }),
      bills: billingPreview,
      unusual: unusualUsage?.edges.map(({ node }) => node) ?? [],
      address:
        memberId === null ? '/charges?' : `/charges?${new URLSearchParams({ member: memberId }).toString()}&`,
    });
  }
}
