import { Body, Get, Param, Post } from '@nestjs/common';
import {
  aggregations,
  chargeKinds,
  chargeTimings,
  meterFeeds,
  type Aggregation,
  type ChargeKind,
  type ChargeTiming,
  type MeterFeed,
} from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { words } from './en.js';
import { MeterAdd, MeterAddOffering } from './operations.generated.js';

@Page({ path: '/catalogue/offerings/:id/meters/new', access: 'catalogue:edit', under: '/catalogue' })
export class MeterNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({
      ...(await this.modelOf(visit, id)),
      form: {
        aggregation: 'SUM' satisfies Aggregation,
        charge: 'USAGE' satisfies ChargeKind,
        timing: 'ARREARS' satisfies ChargeTiming,
        fedBy: 'EVENTS' satisfies MeterFeed,
        idempotencyKey: newKey(),
      },
    });
  }

  @Post()
  async add(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const entries = new Entries(form, words.fields);
    const input = {
      offeringId: id,
      title: entries.text('title'),
      unit: entries.text('unit'),
      code: entries.text('code'),
      charge: entries.choice('charge', chargeKinds),
      timing: entries.choice('timing', chargeTimings),
      aggregation: entries.choice('aggregation', aggregations),
      fedBy: entries.choice('fedBy', meterFeeds),
      typicalPerThousand: entries.optionalDecimal('typicalPerThousand'),
      idempotencyKey: form['idempotencyKey'] ?? newKey(),
    };
    if (entries.wrongs.any)
      return showAgain({ ...(await this.modelOf(visit, id)), form, errors: entries.wrongs });
    const { meterAdd } = await this.api.ask(visit, MeterAdd, { input });
    const errors = FormErrors.of(meterAdd.userErrors);
    if (errors.any || meterAdd.meter === null)
      return showAgain({ ...(await this.modelOf(visit, id)), form, errors });
    return seeOther(`/catalogue/offerings/${id}`, 'added');
  }

  private async modelOf(visit: Visit, id: string): Promise<Model> {
    const { offering } = await this.api.ask(visit, MeterAddOffering, { id });
    return {
      offering,
      choices: aggregations,
      chargeKinds,
      chargeTimings,
      feeds: meterFeeds,
      framework: ownFramework(visit, offering.framework),
    };
  }
}
