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
  /** What else the call-offs' functions were made from. */
  readonly terms: Omit<Terms, 'prices'>;
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
    const { offerings, meters, prices, bands } = await this.offered(tx, callOffs);
    const terms: Terms = {
      prices,
      bands,
      items: await this.callOffs.itemsOf(tx, member, callOffs),
      discounts: await this.discounts.approvedOf(tx, member),
    };
    const toBill: CallOffToBill[] = [];
    for (const callOff of callOffs) {
      const offering = offerings.get(callOff.offeringId);
      if (!offering)
        throw new Error(`offering ${callOff.offeringId} of call-off ${callOff.id} cannot be read`);
      if (offering.vatTreatment === null) return err(refuse('VAT_UNSET', { offering: offering.title }));
      const ofOffering = meters.filter(({ offeringId }) => offeringId === offering.id);
      toBill.push(callOffToBill(callOff, offering, offering.vatTreatment, ofOffering, terms));
    }
    return ok({ callOffs: toBill, terms });
  }

  /** What these call-offs are for. */
  private async offered(tx: Tx, callOffs: readonly CallOff[]): Promise<Offered> {
    const own = new Set(callOffs.map(({ offeringId }) => offeringId));
    const all = await together(tx, 'what is offered', [...own], async (asked) => {
      const offered = await this.readOffered(tx, [...new Set(asked.flat())].sort());
      return asked.map(() => offered);
    });
    const meters = all.meters.filter(({ offeringId }) => own.has(offeringId));
    const ids = new Set(meters.map(({ id }) => id));
    return {
      offerings: all.offerings,
      meters,
      prices: all.prices.filter(({ meterId }) => ids.has(meterId)),
      bands: all.bands.filter(({ meterId }) => ids.has(meterId)),
    };
  }

  private async readOffered(tx: Tx, offeringIds: readonly string[]): Promise<Offered> {
    const offerings = await this.catalogue.offeringsByIds(tx, offeringIds);
    const meters = await this.catalogue.meters(tx, offeringIds);
    const meterIds = meters.map(({ id }) => id);
    return {
      offerings: new Map(offerings.map((each) => [each.id, each])),
      meters,
      prices: await this.catalogue.priceVersions(tx, meterIds),
      bands: await this.catalogue.volumeBands(tx, meterIds),
    };
  }
}

interface Offered {
  readonly offerings: ReadonlyMap<string, Offering>;
  readonly meters: readonly Meter[];
  readonly prices: readonly PriceVersion[];
  readonly bands: readonly VolumeBand[];
}

const callOffToBill = (
  callOff: CallOff,
  { title }: Offering,
  vatTreatment: NonNullable<Offering['vatTreatment']>,
  meters: readonly Meter[],
  terms: Terms,
): CallOffToBill => ({
  id: callOff.id,
  reference: callOff.reference,
  revision: callOff.revision,
  agreementId: callOff.agreementId,
  offeringTitle: title,
  term: { start: callOff.startsOn, end: addDays(callOff.endsOn, 1) },
  vatTreatment,
  vatRate: vatRateOf(vatTreatment),
  meters: meters.map((meter) => meterToBill(callOff, meter, terms)),
});

/** What prices a charge, of all of a member's call-offs. */
interface Terms {
  readonly prices: readonly PriceVersion[];
  readonly bands: readonly VolumeBand[];
  readonly items: readonly CallOffItem[];
  readonly discounts: readonly Discount[];
}

const meterToBill = (
  { id: callOffId }: CallOff,
  meter: Meter,
  { prices, bands, items, discounts }: Terms,
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
