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
import { addDays, err, Exact, ok, refuse, type Result } from '#libs/kernel';
import { together, type Tx } from '#libs/platform';
import type { CallOffToBill, MeterToBill } from '../domain/charge.js';
import { discountOf, type Discount } from '../domain/discount.js';
import { factsDigest } from '../domain/facts-digest.js';
import type { Member } from '../persistence/billed.repository.js';
import { DiscountRepository } from '../persistence/discount.repository.js';

/** A member's call-offs as they are billed, and all that they were made from. */
interface Agreed {
  readonly callOffs: readonly CallOffToBill[];
  readonly terms: Terms;
}

/** Reads what a member has agreed to, and what that costs. What many members take is read once for all of them. */
@Injectable()
export class ReadAgreed {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly discounts: DiscountRepository,
  ) {}

  /** Refuses VAT_UNSET. */
  async within(tx: Tx, member: Member): Promise<Result<Agreed>> {
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
export interface Terms {
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
