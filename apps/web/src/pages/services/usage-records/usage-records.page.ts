import { Get, Param, Query } from '@nestjs/common';
import { localDate } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthShown } from '../../../formats/months.js';
import { words } from './en.js';
import { MeterOfOffering, UsageRecords, type UsageRecordsQuery } from './operations.generated.js';

/** The records that a month's usage of a meter is made of. */
@Page({ path: '/call-offs/:id/usage/:meterId/records', access: 'usage:read', under: '/call-offs' })
export class UsageRecordsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param() { id, meterId }: { id: string; meterId: string },
    @Query() query: { month?: unknown; after?: unknown },
  ): Promise<Answer> {
    const cursor = cursorIn(query.after);
    const asked = monthShown(query.month, { today: visit.today });
    const variables = { id, meterId, month: asked.label, after: cursor };
    const { callOff, usageRecords } = await this.api.ask(visit, UsageRecords, variables);
    const { offering } = await this.api.ask(visit, MeterOfOffering, { offeringId: callOff.offeringId });
    const meter = offering.meters.find((each) => each.id === meterId);
    if (meter === undefined) throw new ApiFault('NOT_FOUND', 'no meter of this call-off');
    const month = monthShown(asked.label, { today: visit.today, from: localDate(callOff.startsOn) });
    return show({
      title: words.titleOf(meter.title, month.start),
      ...{ callOff, meter, month },
      records: usageRecords.edges.map(({ node }) => ({
        ...node,
        correctionAt: correctionAt(node, { id, meterId }),
      })),
      pageInfo: usageRecords.pageInfo,
      isFirst: cursor === null,
    });
  }
}

type Record = UsageRecordsQuery['usageRecords']['edges'][number]['node'];

/** Where a record can be corrected: the form is told which one it is, and of which day; or on its return's own page. */
const correctionAt = ({ name, day }: Record, { id, meterId }: { id: string; meterId: string }): string =>
  name.source === 'usage return'
    ? `/call-offs/${id}/returns/${day.slice(0, 7)}`
    : `/call-offs/${id}/usage/new?${new URLSearchParams({ meter: meterId, day, source: name.source, event: name.eventId }).toString()}`;
