import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff, type CallOffItem } from '#libs/calloffs';
import {
  isUsed,
  priceVersionsIn,
  ReadCatalogue,
  vatRateOf,
  volumeBandIn,
  type Meter,
  type Offering,
  type PriceVersion,
  type VolumeBand,
} from '#libs/catalogue';
import {
  addDays,
  addsUpByDay,
  err,
  Exact,
  month,
  monthOf,
  nextMonth,
  ok,
  refuse,
  type LocalDate,
  type Period,
  type Result,
} from '#libs/kernel';
import { MeasureUsage, ReadUsage } from '#libs/metering';
import { together, type Tx } from '#libs/platform';
import type { BillInput } from '../domain/bill.js';
import { BilledIndex, type Billed } from '../domain/billed.js';
import type { CallOffToBill, MeterToBill, MonthReading, UsageDay } from '../domain/charge.js';
import { discountOf, type Discount } from '../domain/discount.js';
import { factsDigest } from '../domain/facts-digest.js';
import { monthsToBill, type MonthToBill } from '../domain/months-to-bill.js';
import type { UsageMonth } from '../domain/newest-receipts.js';
import { BilledRepository, type Member } from '../persistence/billed.repository.js';
import { DiscountRepository } from '../persistence/discount.repository.js';

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
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly usage: ReadUsage,
    private readonly measure: MeasureUsage,
    private readonly billed: BilledRepository,
    private readonly discounts: DiscountRepository,
  ) {}

  /** For runs of these months. Refuses VAT_UNSET. */
  async known(tx: Tx, member: Member, months: readonly Period[]): Promise<Result<Known>> {
    const agreed = await this.agreed(tx, member);
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

  /** What the member has agreed to, and what that costs. */
  private async agreed(
    tx: Tx,
    member: Member,
  ): Promise<Result<{ callOffs: readonly CallOffToBill[]; terms: Terms }>> {
    const callOffs = await this.callOffs.allOf(tx, member);
    const offered = await this.offered(tx, callOffs);
    const terms: Terms = {
      callOffs,
      offered: [...offered.values()].map(({ digest }) => digest),
      items: await this.callOffs.itemsOf(tx, member, callOffs),
      discounts: await this.discounts.approvedOf(tx, member),
    };
    const toBill: CallOffToBill[] = [];
    for (const callOff of callOffs) {
      const of = offered.get(callOff.offeringId);
      if (!of) throw new Error(`offering ${callOff.offeringId} of call-off ${callOff.id} cannot be read`);
      const { title, vatTreatment } = of.offering;
      if (vatTreatment === null) return err(refuse('VAT_UNSET', { offering: title }));
      toBill.push(callOffToBill(callOff, of, vatTreatment, terms));
    }
    return ok({ callOffs: toBill, terms });
  }

  /** What these call-offs are for, by offering. */
  private async offered(tx: Tx, callOffs: readonly CallOff[]): Promise<ReadonlyMap<string, Offered>> {
    const own = [...new Set(callOffs.map(({ offeringId }) => offeringId))].sort();
    const all = await together(tx, 'what is offered', own, async (asked) => {
      const read = await this.readOffered(tx, [...new Set(asked.flat())].sort());
      return asked.map(() => read);
    });
    return new Map(
      own.flatMap((id) => {
        const of = all.get(id);
        return of ? [[id, of]] : [];
      }),
    );
  }

  private async readOffered(tx: Tx, offeringIds: readonly string[]): Promise<ReadonlyMap<string, Offered>> {
    const offerings = await this.catalogue.offeringsByIds(tx, offeringIds);
    const meters = await this.catalogue.meters(tx, offeringIds);
    const meterIds = meters.map(({ id }) => id);
    const prices = await this.catalogue.priceVersions(tx, meterIds);
    const bands = await this.catalogue.volumeBands(tx, meterIds);
    return new Map(
      offerings.map((offering) => {
        const own = meters.filter(({ offeringId }) => offeringId === offering.id);
        const ids = new Set(own.map(({ id }) => id));
        const ofOwn = ({ meterId }: { readonly meterId: string }): boolean => ids.has(meterId);
        const of = { offering, meters: own, prices: prices.filter(ofOwn), bands: bands.filter(ofOwn) };
        return [offering.id, { ...of, digest: factsDigest(of).toString('hex') }];
      }),
    );
  }
}

/** An offering with its prices. The digest is of all of it: the many who take it need not go through it each. */
interface Offered {
  readonly offering: Offering;
  readonly meters: readonly Meter[];
  readonly prices: readonly PriceVersion[];
  readonly bands: readonly VolumeBand[];
  readonly digest: string;
}

/** What a member's call-offs are made from; of what is offered the digests. */
interface Terms {
  readonly callOffs: readonly CallOff[];
  readonly offered: readonly string[];
  readonly items: readonly CallOffItem[];
  readonly discounts: readonly Discount[];
}

const callOffToBill = (
  callOff: CallOff,
  offered: Offered,
  vatTreatment: NonNullable<Offering['vatTreatment']>,
  terms: Terms,
): CallOffToBill => ({
  id: callOff.id,
  reference: callOff.reference,
  revision: callOff.revision,
  agreementId: callOff.agreementId,
  offeringTitle: offered.offering.title,
  term: { start: callOff.startsOn, end: addDays(callOff.endsOn, 1) },
  vatTreatment,
  vatRate: vatRateOf(vatTreatment),
  meters: offered.meters.map((meter) => meterToBill(callOff, meter, offered, terms)),
});

const meterToBill = (
  { id: callOffId }: CallOff,
  meter: Meter,
  { prices, bands }: Offered,
  { items, discounts }: Terms,
): MeterToBill => {
  const { id, title, aggregation, charge, timing, keptBy } = meter;
  const versions = prices.filter(({ meterId }) => meterId === id);
  const ownBands = bands.filter(({ meterId }) => meterId === id);
  const item = items.find((each) => each.callOffId === callOffId && each.meterId === id);
  // Shares of a cost add up to it: what one member had off would be nobody's.
  const own = keptBy === null ? discounts : [];
  return {
    id,
    title,
    aggregation,
    charge,
    timing,
    isUsed: isUsed(meter),
    units: item?.units ?? Exact.ONE,
    prices: versions,
    pricesIn: (days) => priceVersionsIn(versions, days, title),
    volumeBandIn: ({ start }) => volumeBandIn(ownBands, start),
    discountIn: ({ start }) => discountOf(own, { callOffId, meterId: id }, start),
  };
};

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
