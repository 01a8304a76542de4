import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { ReadCatalogue, type Meter } from '#libs/catalogue';
import { addDays, Exact, intersect, monthLabel, type Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { deviationOf, type Deviation } from '../domain/deviation.js';
import type { Explanation } from '../domain/explanation.js';
import { monthsBefore } from '../domain/forecast.js';
import type { MonthReading } from '../domain/reading.js';
import { ExplanationRepository } from '../persistence/explanation.repository.js';
import { MeasureUsage } from './measure-usage.js';
import { ReadUsage } from './read-usage.js';

/** A meter whose month is not like the three before, with what was said of it. */
export interface UnusualUsage extends Deviation {
  readonly callOff: CallOff;
  readonly meter: Meter;
  readonly month: Period;
  readonly explanations: readonly Explanation[];
}

/** Reads spikes and gaps before they are on a bill, in anyone's unit of work. */
@Injectable()
export class ReadUnusualUsage {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly usage: ReadUsage,
    private readonly measure: MeasureUsage,
    private readonly explanations: ExplanationRepository,
  ) {}

  /** Of everything that whoever acts may see, by the call-off's reference. */
  async ofMonth(tx: Tx, month: Period): Promise<UnusualUsage[]> {
    return this.of(tx, await this.callOffs.runningIn(tx, month), month);
  }

  /** Of those of these call-offs that run in the month, in their order. */
  async of(tx: Tx, asked: readonly CallOff[], month: Period): Promise<UnusualUsage[]> {
    const callOffs = asked.filter((each) => intersect(termOf(each), month) !== null);
    if (callOffs.length === 0 || tx.today < month.start) return [];
    const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
    const all = await this.catalogue.meters(tx, offeringIds);
    const meters = all.filter(({ charge }) => charge === 'USAGE');
    const readings = await this.readings(tx, callOffs, meters, month);
    const percents = await this.spikePercents(tx, callOffs);
    const explanations = await this.explanations.ofMonth(tx, month.start);
    return callOffs.flatMap((callOff) =>
      meters
        .filter(({ offeringId }) => offeringId === callOff.offeringId)
        .flatMap((meter) => {
          const here = (each: { callOffId: string; meterId: string }): boolean =>
            each.callOffId === callOff.id && each.meterId === meter.id;
          const months = monthsOf(readings.filter(here), callOff, month, tx);
          const deviation = deviationOf(months, percents.get(callOff.frameworkId) ?? 0);
          if (deviation === null) return [];
          return [{ ...deviation, callOff, meter, month, explanations: explanations.filter(here) }];
        }),
    );
  }

  /** What every meter came to in the month and the three before it, member by member. */
  private async readings(
    tx: Tx,
    callOffs: readonly CallOff[],
    meters: readonly Meter[],
    month: Period,
  ): Promise<MonthReading[]> {
    const [oldest] = monthsBefore(month);
    const span = { start: oldest?.start ?? month.start, end: month.end };
    const readings: MonthReading[] = [];
    for (const own of byMember(callOffs)) {
      const [{ tenantId, leadId }] = own;
      const owner = { tenantId, leadId };
      const toRead = own.flatMap((callOff) =>
        meters
          .filter(({ offeringId }) => offeringId === callOff.offeringId)
          .map(({ id: meterId, aggregation }) => ({
            ...{ callOffId: callOff.id, meterId, aggregation },
            term: termOf(callOff),
          })),
      );
      const usage = await this.usage.byDay(tx, owner, { from: span.start, to: span.end });
      readings.push(...(await this.measure.months(tx, { owner, meters: toRead, span, usage })));
    }
    return readings;
  }

  private async spikePercents(tx: Tx, callOffs: readonly CallOff[]): Promise<ReadonlyMap<string, number>> {
    const percents = new Map<string, number>();
    for (const frameworkId of new Set(callOffs.map((callOff) => callOff.frameworkId))) {
      const framework = await this.catalogue.framework(tx, frameworkId);
      if (!framework) throw new Error(`framework ${frameworkId} cannot be read`);
      percents.set(frameworkId, framework.spikePercent);
    }
    return percents;
  }
}

/** Half-open, as everything that is measured is. */
export const termOf = ({ startsOn, endsOn }: CallOff): Period => ({
  start: startsOn,
  end: addDays(endsOn, 1),
});

const byMember = (callOffs: readonly CallOff[]): readonly (readonly [CallOff, ...CallOff[]])[] => {
  const members = new Map<string, [CallOff, ...CallOff[]]>();
  for (const callOff of callOffs) {
    const key = `${callOff.tenantId}/${callOff.leadId}`;
    const own = members.get(key);
    if (own) own.push(callOff);
    else members.set(key, [callOff]);
  }
  return [...members.values()];
};

const monthsOf = (readings: readonly MonthReading[], callOff: CallOff, month: Period, { today }: Tx) => {
  const quantityIn = (period: Period): Exact =>
    readings.find((each) => each.month === monthLabel(period))?.quantity ?? Exact.ZERO;
  const term = termOf(callOff);
  const before = monthsBefore(month);
  return {
    quantity: quantityIn(month),
    before: before.filter((each) => intersect(each, term) !== null).map(quantityIn),
    hasThreeMonths: before.every(({ start }) => term.start <= start),
    isOver: today >= month.end,
  };
};
