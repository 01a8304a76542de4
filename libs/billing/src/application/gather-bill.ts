import { Injectable } from '@nestjs/common';
import {
  addsUpByDay,
  month,
  monthOf,
  nextMonth,
  ok,
  type LocalDate,
  type Period,
  type Result,
} from '#libs/kernel';
import { MeasureUsage, ReadUsage } from '#libs/metering';
import type { Tx } from '#libs/platform';
import type { BillInput } from '../domain/bill.js';
import { BilledIndex, type Billed } from '../domain/billed.js';
import type { CallOffToBill, MonthReading, UsageDay } from '../domain/charge.js';
import { monthsToBill, type MonthToBill } from '../domain/months-to-bill.js';
import type { UsageMonth } from '../domain/newest-receipts.js';
import { BilledRepository, type Member } from '../persistence/billed.repository.js';
import { ReadAgreed, type Terms } from './read-agreed.js';

/** What is known of a member before its usage is looked at. */
export interface Known {
  readonly callOffs: readonly CallOffToBill[];
  readonly usageMonths: readonly UsageMonth[];
  /** No usage changes without another one. */
  readonly lastReceipt: bigint;
  readonly billed: Billed;
  /** The first days of the months whose usage is looked at. */
  readonly withUsage: readonly LocalDate[];
  /** All that the call-offs were made from. */
  readonly terms: Terms;
}

/** What was used in the months that are looked at. */
export type Used = Pick<BillInput, 'usageDays' | 'readings'>;

/**
 * Gathers what a member's bill is worked out from. A draft and its preview gather alike; what is asked for many members
 * at once is read for all of them together.
 */
@Injectable()
export class GatherBill {
  constructor(
    private readonly agreed: ReadAgreed,
    private readonly usage: ReadUsage,
    private readonly measure: MeasureUsage,
    private readonly billed: BilledRepository,
  ) {}

  /** For runs of these months. Refuses VAT_UNSET. */
  async known(tx: Tx, member: Member, months: readonly Period[]): Promise<Result<Known>> {
    const agreed = await this.agreed.within(tx, member);
    if (!agreed.ok) return agreed;
    const { callOffs, terms } = agreed.value;
    const positions = await this.billed.positions(tx, member);
    const usageMonths = (await this.usage.months(tx, member)).map(({ month: label, ...rest }) => ({
      ...rest,
      month: month(label).start,
    }));
    const index = new BilledIndex(positions);
    const looks = months.flatMap((ofRun) =>
      callOffs.flatMap((callOff) => monthsToBill(callOff, ofRun, usageMonths, index)),
    );
    const invoices = await this.billed.issuedInvoices(tx, member, monthStarts(looks));
    const lines = await this.billed.issuedLines(
      tx,
      member,
      invoices.map(({ invoiceId }) => invoiceId),
    );
    return ok({
      callOffs,
      usageMonths,
      lastReceipt: await this.usage.lastReceipt(tx, member),
      billed: { positions, lines, invoices },
      withUsage: monthStarts(looks.filter((look) => look.withUsage)),
      terms,
    });
  }

  /** What was used, a run of months at a time; added up as far as billing treats days alike. */
  async used(tx: Tx, member: Member, { callOffs, withUsage }: Known): Promise<Used> {
    const meters = callOffs.flatMap(({ id: callOffId, term, meters: ofCallOff }) =>
      ofCallOff
        .filter(({ aggregation }) => !addsUpByDay(aggregation))
        .map(({ id: meterId, aggregation }) => ({ callOffId, meterId, aggregation, term })),
    );
    const usageDays: UsageDay[] = [];
    const readings: MonthReading[] = [];
    for (const span of runsOfMonths(withUsage)) {
      const usage = await this.usage.betweenDays(tx, member, turnsIn(span, callOffs));
      usageDays.push(...usage);
      readings.push(...(await this.measure.months(tx, { owner: member, meters, span, usage })));
    }
    return { usageDays, readings };
  }
}

/**
 * The first day of a span, every day in it from which days may be treated otherwise (a month, a term or a price begins, a
 * term is over), and the day after it.
 */
const turnsIn = ({ start, end }: Period, callOffs: readonly CallOffToBill[]): readonly LocalDate[] => {
  const turns = new Set<LocalDate>([start, end]);
  const add = (day: LocalDate): void => {
    if (start < day && day < end) turns.add(day);
  };
  for (let turn = monthOf(start); turn.start < end; turn = nextMonth(turn)) add(turn.start);
  for (const { term, meters } of callOffs) {
    add(term.start);
    add(term.end);
    for (const { prices } of meters) for (const { startsOn } of prices) add(startsOn);
  }
  return [...turns].sort();
};

const monthStarts = (looks: readonly MonthToBill[]): readonly LocalDate[] =>
  [...new Set(looks.map(({ month: { start } }) => start))].sort();

/** Months that follow each other, as one period. */
const runsOfMonths = (starts: readonly LocalDate[]): readonly Period[] => {
  const runs: Period[] = [];
  for (const start of starts) {
    const { end } = month(start.slice(0, 7));
    const last = runs.at(-1);
    if (last?.end === start) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
};
