import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  offeringClosed,
  type Lot,
  type Offering,
  type OfferingState,
  type ReadCatalogue,
  type VatTreatment,
} from '#libs/catalogue';
import { toPublicId, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ConnectionOf, LocalDateScalar } from '../graphql/index.js';
import { OfferingStateEnum, VatTreatmentEnum } from './enums.js';
import { LotType, toLot } from './lot.type.js';
import { loadOfMeters } from './load-meter.js';
import { MeterType, toMeter } from './meter.type.js';

@ObjectType('Offering', {
  description: 'A service that bodies can call off, with what it includes and what it costs.',
})
export class OfferingType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  /** For the field `framework`; not in the schema. */
  frameworkId!: string;

  @Field(() => LotType, { description: 'The lot that it belongs to.' })
  lot!: LotType;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'What it is, in a few sentences.' })
  summary!: string;

  @Field(() => OfferingStateEnum, { description: 'Where it stands.' })
  state!: OfferingState;

  @Field(() => LocalDateScalar, { description: 'The date since when it stands so.' })
  stateSince!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Why it takes no new members; null while it does.' })
  closedReason!: string | null;

  @Field(() => [String], { description: 'What is included.' })
  included!: readonly string[];

  @Field(() => [String], { description: 'What is not included.' })
  notIncluded!: readonly string[];

  @Field(() => [String], { description: 'What the joining body has to do itself.' })
  youMust!: readonly string[];

  @Field(() => Boolean, {
    description: 'Whether personal data is processed, so that a data processing schedule is needed.',
  })
  personalData!: boolean;

  @Field(() => VatTreatmentEnum, {
    nullable: true,
    description: 'How its charges are treated for VAT; null in a draft that has not chosen yet.',
  })
  vatTreatment!: VatTreatment | null;

  @Field(() => [MeterType], { description: 'What is counted, with prices.' })
  meters!: readonly MeterType[];
}

@ObjectType('OfferingConnection', { description: 'Offerings in the order in which they were added.' })
export class OfferingConnection extends ConnectionOf(OfferingType, 'Offering') {}

/** Offerings with their lots, meters and prices, in five reads however many they are. */
export const loadOfferings = async (
  tx: Tx,
  catalogue: ReadCatalogue,
  offerings: readonly Offering[],
): Promise<ReadonlyMap<string, OfferingType>> => {
  const lots = await catalogue.lotsOf(tx, [...new Set(offerings.map(({ frameworkId }) => frameworkId))]);
  const meters = await catalogue.meters(
    tx,
    offerings.map(({ id }) => id),
  );
  const known = await loadOfMeters(tx, catalogue, meters);
  const lotById = new Map(lots.map((lot) => [lot.id, lot]));
  const metersOf = (offering: Offering): MeterType[] =>
    meters
      .filter(({ offeringId }) => offeringId === offering.id)
      .map((meter) => toMeter(meter, known, tx.today));
  return new Map(
    offerings.map((offering) => [
      offering.id,
      toOffering(offering, lotById.get(offering.lotId), metersOf(offering)),
    ]),
  );
};

export const loadOffering = async (
  tx: Tx,
  catalogue: ReadCatalogue,
  id: string,
): Promise<OfferingType | null> => {
  const offering = await catalogue.offering(tx, id);
  return offering && ((await loadOfferings(tx, catalogue, [offering])).get(id) ?? null);
};

const toOffering = (offering: Offering, lot: Lot | undefined, meters: readonly MeterType[]): OfferingType => {
  if (!lot) throw new Error('an offering without its lot');
  const { id, frameworkId, title, summary, state, stateSince, included, notIncluded, youMust } = offering;
  const { personalData, vatTreatment } = offering;
  return {
    id: toPublicId('offering', id),
    frameworkId,
    lot: toLot(lot),
    title,
    summary,
    state,
    stateSince,
    closedReason: offeringClosed(offering)?.message ?? null,
    included,
    notIncluded,
    youMust,
    personalData,
    vatTreatment,
    meters,
  };
};
