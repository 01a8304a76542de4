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
  ok,
  refuse,
  type LocalDate,
  type Period,
  type Result,
} from '#libs/kernel';
import { MeasureUsage, ReadUsage } from '#libs/metering';
import type { Tx } from '#libs/platform';
import type { BillInput } from '../domain/bill.js';
import { BilledIndex, type Billed } from '../domain/billed.js';
import type { CallOffToBill, MeterToBill, MonthReading, UsageDay } from '../domain/charge.js';
import { discountOf, type Discount } from '../domain/discount.js';
import { monthsToBill, type MonthToBill } from '../domain/months-to-bill.js';
import type { UsageMonth } from '../domain/newest-receipts.js';
import { BilledRepository, type Member } from '../persistence/billed.repository.js';
import { DiscountRepository } from '../persistence/discount.repository.js';

export interface Gathered {
  readonly input: Omit<BillInput, 'month'>;
  readonly billed: Billed;
}

/** Gathers what a member's bill is worked out from. A draft and its preview gather alike. */
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

  /**
   * For runs of these months. `lock` keeps the invoices that may be credited from being credited by anyone else; the
   * caller holds the member's usage still. Refuses VAT_UNSET.
   */
  async within(
    tx: Tx,
    member: Member,
    months: readonly Period[],
    options: { readonly lock: boolean },
  ): Promise<Result<Gathered>> {
    const callOffs = await this.callOffsToBill(tx, member);
    if (!callOffs.ok) return callOffs;
    const positions = await this.billed.positions(tx, member);
    const usageMonths = await this.usageMonths(tx, member);

    const index = new BilledIndex(positions);
    const looked = months.flatMap((ofRun) =>
      callOffs.value.flatMap((callOff) => monthsToBill(callOff, ofRun, usageMonths, index)),
    );
    const starts = monthStarts(looked);
    const withUsage = monthStarts(looked.filter((look) => look.withUsage));
    const { usageDays, readings } = await this.used(tx, member, callOffs.value, withUsage);
    const invoices = await this.billed.issuedInvoices(tx, member, starts, options);
    const lines = await this.billed.issuedLines(
      tx,
      member,
      invoices.map(({ invoiceId }) => invoiceId),
    );
    return ok({
      input: { today: tx.today, callOffs: callOffs.value, usageMonths, usageDays, readings },
      billed: { positions, lines, invoices },
    });
  }

  private async callOffsToBill(tx: Tx, member: Member): Promise<Result<readonly CallOffToBill[]>> {
    const callOffs = await this.callOffs.allOf(tx, member);
    const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
    const offerings = new Map(
      (await this.catalogue.offeringsByIds(tx, offeringIds)).map((each) => [each.id, each]),
    );
    const meters = await this.catalogue.meters(tx, offeringIds);
    const prices = await this.catalogue.priceVersions(
      tx,
      meters.map(({ id }) => id),
    );
    const bands = await this.catalogue.volumeBands(
      tx,
      meters.map(({ id }) => id),
    );
    const items = await this.callOffs.items(tx, callOffs);
    const discounts = await this.discounts.approvedOf(tx, member);
    const toBill: CallOffToBill[] = [];
    for (const callOff of callOffs) {
      const offering = offerings.get(callOff.offeringId);
      if (!offering)
        throw new Error(`offering ${callOff.offeringId} of call-off ${callOff.id} cannot be read`);
      if (offering.vatTreatment === null) return err(refuse('VAT_UNSET', { offering: offering.title }));
      const ofOffering = meters.filter(({ offeringId }) => offeringId === offering.id);
      toBill.push(
        callOffToBill(callOff, offering, offering.vatTreatment, ofOffering, {
          prices,
          bands,
          items,
          discounts,
        }),
      );
    }
    return ok(toBill);
  }

  private async usageMonths(tx: Tx, member: Member): Promise<UsageMonth[]> {
    const months = await this.usage.months(tx, member);
    return months.map(({ month: label, ...rest }) => ({ ...rest, month: month(label).start }));
  }

  /** What was used in these months, a run of months at a time. */
  private async used(
    tx: Tx,
    member: Member,
    callOffs: readonly CallOffToBill[],
    starts: readonly LocalDate[],
  ): Promise<{ usageDays: readonly UsageDay[]; readings: readonly MonthReading[] }> {
    const meters = callOffs.flatMap(({ id: callOffId, term, meters: ofCallOff }) =>
      ofCallOff
        .filter(({ aggregation }) => !addsUpByDay(aggregation))
        .map(({ id: meterId, aggregation }) => ({ callOffId, meterId, aggregation, term })),
    );
    const usageDays: UsageDay[] = [];
    const readings: MonthReading[] = [];
    for (const span of runsOfMonths(starts)) {
      const usage = await this.usage.byDay(tx, member, { from: span.start, to: span.end });
      usageDays.push(...usage);
      readings.push(...(await this.measure.months(tx, { owner: member, meters, span, usage })));
    }
    return { usageDays, readings };
  }
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
