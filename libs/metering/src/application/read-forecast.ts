import { Injectable } from '@nestjs/common';
import type { CallOff } from '#libs/calloffs';
import { ReadCatalogue, type Meter } from '#libs/catalogue';
import {
  addDays,
  earlierOf,
  financialYearOf,
  financialYearPeriod,
  month,
  monthOf,
  startOfMonth,
} from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { forecastOf, monthsBefore, type Forecast } from '../domain/forecast.js';
import { MeasureUsage } from './measure-usage.js';
import { ReadUsage } from './read-usage.js';
import { termOf } from './read-unusual-usage.js';

export interface ForecastOfMeter extends Forecast {
  readonly meter: Meter;
}

/** Says what a call-off's use is likely to come to by the end of this month and of the financial year. */
@Injectable()
export class ReadForecast {
  constructor(
    private readonly catalogue: ReadCatalogue,
    private readonly usage: ReadUsage,
    private readonly measure: MeasureUsage,
  ) {}

  /** For each meter of usage, as things stand today; nothing when the call-off's term has no day in this month. */
  async ofCallOff(tx: Tx, callOff: CallOff): Promise<ForecastOfMeter[]> {
    const thisMonth = monthOf(tx.today);
    if (callOff.startsOn >= thisMonth.end || callOff.endsOn < thisMonth.start) return [];
    const { id: callOffId, tenantId, leadId, offeringId } = callOff;
    const owner = { tenantId, leadId };
    const year = financialYearPeriod(financialYearOf(tx.today));
    const [oldest] = monthsBefore(thisMonth);
    const span = { start: earlierOf(year.start, oldest?.start ?? year.start), end: thisMonth.end };
    const all = await this.catalogue.meters(tx, [offeringId]);
    const meters = all.filter(({ charge }) => charge === 'USAGE');
    const term = termOf(callOff);
    const toRead = meters.map(({ id: meterId, aggregation }) => ({ callOffId, meterId, aggregation, term }));
    const usage = await this.usage.byDay(tx, owner, { from: span.start, to: span.end }, callOffId);
    const months = await this.measure.months(tx, { owner, meters: toRead, span, usage });
    const recent = { start: startOfMonth(addDays(tx.today, -28)), end: thisMonth.end };
    const days = await this.measure.days(tx, {
      ...{ owner, meters: toRead, span: recent },
      usage: usage.filter(({ day }) => day >= recent.start),
    });
    return meters.map((meter) => ({
      meter,
      ...forecastOf({
        ...{ aggregation: meter.aggregation, fedBy: meter.fedBy, term, today: tx.today },
        days: days.filter(({ meterId }) => meterId === meter.id),
        months: new Map(
          months
            .filter(({ meterId }) => meterId === meter.id)
            .map(({ month: label, quantity }) => [month(label).start, quantity]),
        ),
      }),
    }));
  }
}
