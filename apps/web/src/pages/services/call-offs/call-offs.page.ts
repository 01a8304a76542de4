import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthShown } from '../../../formats/months.js';
import { netByCallOff } from '../_charges/charges-of.js';
import { words } from './en.js';
import { CallOffs, type CallOffsQuery } from './operations.generated.js';

/** The services of a body, or of all members for a lead authority. */
@Page({ path: '/call-offs', access: 'callOff:read', menu: { for: ['TENANT'], order: 10 } })
export class CallOffsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') after: unknown): Promise<Answer> {
    const month = monthShown(undefined, { today: visit.today });
    const cursor = cursorIn(after);
    const mayPreview = !visit.isLead && visit.may('billing:preview');
    const found = await this.api.ask(visit, CallOffs, { after: cursor, month: month.label, mayPreview });
    return show({
      ...(visit.isLead ? { title: words.titleLead } : {}),
      callOffs: found.callOffs.edges.map(({ node }) => ({
        ...node,
        charges: mayPreview ? chargesOf(node, found.billingPreview ?? []) : null,
      })),
      mayPreview,
      month,
      pageInfo: found.callOffs.pageInfo,
      isFirst: cursor === null,
    });
  }
}

type Node = CallOffsQuery['callOffs']['edges'][number]['node'];
type Previews = NonNullable<CallOffsQuery['billingPreview']>;

/** What a call-off comes to this month so far; null when the bill with its lead authority cannot be worked out. */
const chargesOf = ({ id, leadId }: Node, previews: Previews): string | null => {
  const preview = previews.find((each) => each.leadId === leadId);
  if (preview === undefined || preview.holds.length > 0) return null;
  return netByCallOff(preview.lines).get(id) ?? '0.00';
};
