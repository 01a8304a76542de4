import { Get, Param, Query } from '@nestjs/common';
import { localDate } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthShown } from '../../../formats/months.js';
import { monthOfMeter } from '../_usage/month-of-meter.js';
import { words } from './en.js';
import { MetersOfOffering, UsageOfMonth } from './operations.generated.js';

const NOTHING = { quantity: '0', events: 0 };

/** What a call-off used in a month, by day: a chart and a table for each meter. */
@Page({ path: '/call-offs/:id/usage', access: 'usage:read', under: '/call-offs' })
export class UsagePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Query('month') asked: unknown,
  ): Promise<Answer> {
    const month = monthShown(asked, { today: visit.today });
    const { callOff, usageByDay, usageOfMonth, usageReturn, unusualUsage, usageForecast } =
      await this.api.ask(visit, UsageOfMonth, {
        id,
        month: month.label,
      });
    const { offering } = await this.api.ask(visit, MetersOfOffering, { offeringId: callOff.offeringId });
    const isNow = month.start <= visit.today && visit.today < month.end;
    return show({
      usageReturn,
      title: words.titleOf(callOff.offeringTitle, month.start),
      callOff,
      month: monthShown(month.label, { today: visit.today, from: localDate(callOff.startsOn) }),
      meters: offering.meters
        .filter(({ charge }) => charge === 'USAGE')
        .map((meter) => ({
          ...meter,
          unusual:
            unusualUsage.edges.map(({ node }) => node).find(({ meterId }) => meterId === meter.id) ?? null,
          // What is to come is said of the month that runs.
          forecast: isNow ? (usageForecast.find(({ meterId }) => meterId === meter.id) ?? null) : null,
          ...monthOfMeter(
            usageByDay.filter(({ meterId }) => meterId === meter.id),
            usageOfMonth.find(({ meterId }) => meterId === meter.id) ?? NOTHING,
            month,
          ),
        })),
    });
  }
}
