import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AddMeter, ReadCatalogue } from '#libs/catalogue';
import type { ChargeKind, ChargeTiming, MeterFeed } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { ChargeKindEnum, ChargeTimingEnum, MeterFeedEnum } from './enums.js';
import { loadMeter } from './load-meter.js';
import { MeterAggregation, MeterType } from './meter.type.js';

@InputType({ description: 'Something to be charged for of an offering.' })
export class MeterAddInput {
  @Field(() => ID, { description: 'The offering, which must be a draft.' })
  offeringId!: string;

  @Field(() => String, { description: 'The type that its usage events carry, such as payslips.processed.' })
  code!: string;

  @Field(() => String, { description: 'Its name in plain English, such as Payslips.' })
  title!: string;

  @Field(() => String, { description: 'One of what is counted, such as payslip.' })
  unit!: string;

  @Field(() => MeterAggregation, {
    defaultValue: MeterAggregation.SUM,
    description: 'How the usage of a month becomes one quantity. It cannot be changed later.',
  })
  aggregation!: MeterAggregation;

  @Field(() => ChargeKindEnum, {
    defaultValue: ChargeKindEnum.USAGE,
    description:
      'What makes it due. It cannot be changed later. What is not metered takes no usage: aggregation stays SUM, fedBy stays EVENTS and no typical use is given.',
  })
  charge!: ChargeKind;

  @Field(() => ChargeTimingEnum, {
    defaultValue: ChargeTimingEnum.ARREARS,
    description: 'When a month of a RECURRING charge is billed. It cannot be changed later.',
  })
  timing!: ChargeTiming;

  @Field(() => MeterFeedEnum, {
    defaultValue: 'EVENTS',
    description: 'How its usage comes. It cannot be changed later.',
  })
  fedBy!: MeterFeed;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Units that a body typically uses in a year for every 1,000 residents, so that estimates have figures to begin with: up to 9 digits and 4 decimal places.',
  })
  typicalPerThousand?: string | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The meter that was added.' })
export class MeterAddPayload extends PayloadOf(
  'MeterAdd',
  [
    'AMOUNT_FORMAT',
    'FIELD_REQUIRED',
    'METERS_TOO_MANY',
    'METER_CODE_FORMAT',
    'METER_CODE_TAKEN',
    'METER_NOT_METERED',
    'METER_RETURN_FIGURE',
    'STATE_NOT_ALLOWED',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'TIMING_RECURRING_ONLY',
    'TOO_BIG',
    'TOO_MANY_DECIMALS',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => MeterType, { nullable: true, description: 'The meter; null when it was refused.' })
  meter!: MeterType | null;
}

@Resolver()
export class MeterAddResolver {
  constructor(
    private readonly addMeter: AddMeter,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => MeterAddPayload, {
    description: 'Adds a meter to an offering that is a draft. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async meterAdd(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: MeterAddInput,
  ): Promise<MeterAddPayload> {
    const offeringId = readId('offering', input.offeringId);
    const { typicalPerThousand = null, ...meter } = input;
    const result = await this.addMeter.execute(actor, { ...meter, offeringId, typicalPerThousand });
    return toPayload(result, ({ meterId }) =>
      read(async (tx) => ({ meter: await loadMeter(tx, this.catalogue, meterId) })),
    );
  }
}
