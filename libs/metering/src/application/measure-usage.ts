import { Injectable } from '@nestjs/common';
import {
  addDays,
  addsUpByDay,
  earlierOf,
  intersect,
  monthLabel,
  monthOf,
  nextMonth,
  type Aggregation,
  type Period,
} from '#libs/kernel';
import type { Tx } from '#libs/platform';
import {
  eventsOf,
  isIn,
  quantityOf,
  sumOfDays,
  type DayReading,
  type LiveRecords,
  type MeterToRead,
  type MonthReading,
} from '../domain/reading.js';
import { averageLevel, levelsByDay, type LevelOfDay } from '../domain/time-weighted.js';
import type { UsageDay, UsageOwner } from '../domain/usage.js';
import { UsageReadingRepository } from '../persistence/usage-reading.repository.js';

/** What is asked for of one member: some meters, over whole months. */
export interface UsageToMeasure {
  readonly owner: UsageOwner;
  readonly meters: readonly MeterToRead[];
  /** From the first day of a month to the last day of another. */
  readonly span: Period;
  /** What `ReadUsage.byDay` answers for these days. */
  readonly usage: readonly UsageDay[];
}

/**
 * Says what usage comes to, by the aggregation of each meter. What adds up by day is taken from the running totals;
 * everything else from the records themselves, each time anew, so that late, corrected and withdrawn records are in it.
 */
@Injectable()
export class MeasureUsage {
  constructor(private readonly readings: UsageReadingRepository) {}

  /** A reading for each meter and month, whether it was used or not. */
  async months(tx: Tx, asked: UsageToMeasure): Promise<MonthReading[]> {
    const live = await this.liveRecords(tx, asked);
    const readings: MonthReading[] = [];
    for (const meter of asked.meters) {
      const { callOffId, meterId, aggregation } = meter;
      const used = asked.usage.filter(sameMeter(meter));
      const levels = aggregation === 'TIME_WEIGHTED' ? await this.levels(tx, asked, meter) : NO_LEVELS;
      for (const label of labelsOf(asked.span)) {
        const days = used.filter(({ day }) => isIn(day, label));
        const records = live.find(
          (each) => sameMeter(meter)(each) && each.day === null && each.month === label,
        );
        const ofMonth = levels.filter(({ day }) => isIn(day, label));
        const quantity = measured(aggregation, days, records, ofMonth);
        readings.push({ callOffId, meterId, month: label, quantity, events: eventsOf(days) });
      }
    }
    return readings;
  }

  /**
   * A reading for each meter and day on which it was used; of a level that holds on, also for the days between, up to
   * today.
   */
  async days(tx: Tx, asked: UsageToMeasure): Promise<DayReading[]> {
    const live = await this.liveRecords(tx, asked);
    const readings: DayReading[] = [];
    for (const meter of asked.meters) {
      const { callOffId, meterId, aggregation } = meter;
      const used = asked.usage.filter(sameMeter(meter));
      const levels = aggregation === 'TIME_WEIGHTED' ? await this.levels(tx, asked, meter) : NO_LEVELS;
      const shown = aggregation === 'TIME_WEIGHTED' ? levels.filter(({ hasLevel }) => hasLevel) : used;
      for (const { day } of shown) {
        const days = used.filter((each) => each.day === day);
        const records = live.find((each) => sameMeter(meter)(each) && each.day === day);
        const ofDay = levels.filter((each) => each.day === day);
        const quantity = measured(aggregation, days, records, ofDay);
        readings.push({ callOffId, meterId, day, quantity, events: eventsOf(days) });
      }
    }
    return readings;
  }

  private liveRecords(tx: Tx, { owner, meters, span }: UsageToMeasure): Promise<LiveRecords[]> {
    const read = meters.filter(
      ({ aggregation }) => !addsUpByDay(aggregation) && aggregation !== 'TIME_WEIGHTED',
    );
    return this.readings.liveRecords(tx, owner, read, span);
  }

  /** The level carries over from before the span, within the term. */
  private async levels(
    tx: Tx,
    { owner, span }: UsageToMeasure,
    meter: MeterToRead,
  ): Promise<readonly LevelOfDay[]> {
    const carried = await this.readings.lastDayBefore(tx, owner, meter, span.start);
    const days = intersect(meter.term, { start: carried ?? span.start, end: span.end });
    const levels = days === null ? [] : await this.readings.levels(tx, owner, meter, days);
    return levelsByDay(levels, span, this.counted(tx, meter));
  }

  /** The days of the term that have begun. */
  private counted(tx: Tx, { term }: MeterToRead): Period | null {
    const end = earlierOf(term.end, addDays(tx.today, 1));
    return term.start < end ? { start: term.start, end } : null;
  }
}

const NO_LEVELS: readonly LevelOfDay[] = [];

const measured = (
  aggregation: Aggregation,
  days: readonly UsageDay[],
  records: LiveRecords | undefined,
  levels: readonly LevelOfDay[],
) => {
  switch (aggregation) {
    case 'SUM':
    case 'COUNT':
      return sumOfDays(days, aggregation);
    case 'MAX':
    case 'LAST':
    case 'UNIQUE':
      return quantityOf(records, aggregation);
    case 'TIME_WEIGHTED':
      return averageLevel(levels);
  }
};

const sameMeter =
  ({ callOffId, meterId }: MeterToRead) =>
  (other: { readonly callOffId: string; readonly meterId: string }): boolean =>
    other.callOffId === callOffId && other.meterId === meterId;

const labelsOf = (span: Period): readonly string[] => {
  const labels: string[] = [];
  for (let month = monthOf(span.start); month.start < span.end; month = nextMonth(month))
    labels.push(monthLabel(month));
  return labels;
};
