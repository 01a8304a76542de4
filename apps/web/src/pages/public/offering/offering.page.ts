import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Offering, type OfferingQuery } from './operations.generated.js';

type Meters = OfferingQuery['offering']['meters'];

@Page({ path: '/offerings/:id', access: 'public', under: '/' })
export class OfferingPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@Param('id') id: string, @TheVisit() visit: Visit): Promise<Answer> {
    const { offering } = await this.api.ask(visit, Offering, { id });
    const meters = offering.meters.filter(({ isKept }) => !isKept);
    return show({
      title: offering.title,
      offering,
      isShared: meters.length < offering.meters.length,
      meters: metersOf(meters),
    });
  }
}

/** Each meter with the price that holds today, and those to come. */
const metersOf = (meters: Meters) =>
  meters.map(({ prices, ...meter }) => ({
    ...meter,
    current: prices.find(({ state }) => state === 'CURRENT') ?? null,
    coming: prices.filter(({ state }) => state === 'SCHEDULED'),
  }));
