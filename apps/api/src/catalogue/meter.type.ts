import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  lastDayOfVersion,
  priceVersionStateOn,
  type Meter,
  type PriceVersion,
  type FrameworkVolume,
  type PriceVersionState,
  type VolumeBand,
} from '#libs/catalogue';
import { toPublicId, type ChargeKind, type ChargeTiming, type LocalDate, type MeterFeed } from '#libs/kernel';
import { DecimalScalar, LocalDateScalar } from '../graphql/index.js';
import { ChargeKindEnum, ChargeTimingEnum, MeterFeedEnum, PriceVersionStateEnum } from './enums.js';
import { PriceExampleType, toPriceExample } from './price-example.type.js';
import { PriceType, toPrice } from './price.type.js';
import { FrameworkVolumeType, toFrameworkVolume, toVolumeBand, VolumeBandType } from './volume-band.type.js';

@ObjectType('PriceVersion', { description: 'A price from a date on. Once it has started it never changes.' })
export class PriceVersionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, {
    description: 'Its number among the prices of its meter, in the order in which they were added.',
  })
  version!: number;

  @Field(() => LocalDateScalar, { description: 'The first day that it holds for.' })
  startsOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day; null while no later price is known.',
  })
  endsOn!: LocalDate | null;

  @Field(() => PriceVersionStateEnum, { description: 'Where it stands today.' })
  state!: PriceVersionState;

  @Field(() => PriceType, { description: 'The price.' })
  price!: PriceType;

  @Field(() => PriceExampleType, { description: 'What a month of typical use would cost at this price.' })
  example!: PriceExampleType;
}

export enum MeterAggregation {
  SUM = 'SUM',
  COUNT = 'COUNT',
  MAX = 'MAX',
  LAST = 'LAST',
  UNIQUE = 'UNIQUE',
  TIME_WEIGHTED = 'TIME_WEIGHTED',
}
registerEnumType(MeterAggregation, {
  name: 'MeterAggregation',
  description: 'How the usage of a period becomes one quantity. More may be added.',
  valuesMap: {
    SUM: { description: 'The quantities are added up.' },
    COUNT: { description: 'The events are counted; their quantities do not matter.' },
    MAX: { description: 'The highest quantity that was sent.' },
    LAST: { description: 'The quantity that was sent last, by the time of the event.' },
    UNIQUE: { description: 'How many different values were sent; of each only a digest is kept.' },
    TIME_WEIGHTED: {
      description:
        'Each quantity is a level that holds until the next one; the average of the month by the time that it held.',
    },
  },
});

@ObjectType('Meter', {
  description:
    'What is charged for of an offering: counted use, or what a call-off takes each month or once.',
})
export class MeterType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The type that its usage events carry, such as payslips.processed.' })
  code!: string;

  @Field(() => String, { description: 'Its name in plain English.' })
  title!: string;

  @Field(() => String, { description: 'One of what is counted, such as payslip.' })
  unit!: string;

  @Field(() => MeterAggregation, {
    description: 'How the usage of a month becomes one quantity. It never changes.',
  })
  aggregation!: MeterAggregation;

  @Field(() => ChargeKindEnum, { description: 'What makes it due. It never changes.' })
  charge!: ChargeKind;

  @Field(() => ChargeTimingEnum, { description: 'When a month of it is billed. It never changes.' })
  timing!: ChargeTiming;

  @Field(() => MeterFeedEnum, { description: 'How its usage comes. It never changes.' })
  fedBy!: MeterFeed;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Units that a body typically uses in a year for every 1,000 residents; null when nobody has said.',
  })
  typicalPerThousand!: string | null;

  @Field(() => [PriceVersionType], { description: 'The price that holds today and those to come, in order.' })
  prices!: readonly PriceVersionType[];

  @Field(() => [VolumeBandType], {
    description: 'What is off for everyone by the volume of all members together, the lowest volume first.',
  })
  volumeBands!: readonly VolumeBandType[];

  @Field(() => FrameworkVolumeType, {
    nullable: true,
    description:
      'The newest published figure of that volume; null without bands, and until a figure tells of no member alone.',
  })
  volume!: FrameworkVolumeType | null;
}

/** What belongs to a meter. */
export interface OfMeter {
  readonly versions: readonly PriceVersion[];
  readonly bands: readonly VolumeBand[];
  readonly volumes: readonly FrameworkVolume[];
}

/** A meter with its current and coming prices; what is of other meters is left alone. */
export const toMeter = (meter: Meter, known: OfMeter, today: LocalDate): MeterType => {
  const own = <T extends { readonly meterId: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ meterId }) => meterId === meter.id);
  const [versions, bands] = [own(known.versions), own(known.bands)];
  return {
    id: toPublicId('meter', meter.id),
    code: meter.code,
    title: meter.title,
    unit: meter.unit,
    aggregation: MeterAggregation[meter.aggregation],
    charge: meter.charge,
    timing: meter.timing,
    fedBy: meter.fedBy,
    typicalPerThousand: meter.typicalPerThousand?.toDecimalString() ?? null,
    prices: versions
      .map((version) => toPriceVersion(meter, version, versions, today))
      .filter(({ state }) => state !== 'SUPERSEDED'),
    volumeBands: bands.map((band) => toVolumeBand(band, today)),
    volume: toFrameworkVolume(bands, own(known.volumes)),
  };
};

export const toPriceVersion = (
  meter: Meter,
  version: PriceVersion,
  versions: readonly PriceVersion[],
  today: LocalDate,
): PriceVersionType => ({
  id: toPublicId('priceVersion', version.id),
  version: version.version,
  startsOn: version.startsOn,
  endsOn: lastDayOfVersion(version, versions),
  state: priceVersionStateOn(version, versions, today),
  price: toPrice(version.price),
  example: toPriceExample(version.price, meter),
});
