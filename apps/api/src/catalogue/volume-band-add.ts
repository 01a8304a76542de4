import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AddVolumeBand, ReadCatalogue } from '#libs/catalogue';
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
import { loadMeter } from './load-meter.js';
import { MeterType } from './meter.type.js';

@InputType({ description: 'Per cent off for everyone above a volume of all members together.' })
export class VolumeBandAddInput {
  @Field(() => ID, { description: 'The meter, a sum or a count of use.' })
  meterId!: string;

  @Field(() => DecimalScalar, {
    description: 'The volume that must be passed: more than 0, up to 15 digits and 4 decimal places.',
  })
  above!: string;

  @Field(() => DecimalScalar, {
    description:
      'Per cent off: more than 0, up to 100, with 4 decimal places; more than lower bands take off.',
  })
  discount!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The meter with its bands.' })
export class VolumeBandAddPayload extends PayloadOf(
  'VolumeBandAdd',
  [
    'AMOUNT_FORMAT',
    'BANDS_TOO_MANY',
    'BAND_METER',
    'BAND_ORDER',
    'BAND_TAKEN',
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
export class VolumeBandAddResolver {
  constructor(
    private readonly addVolumeBand: AddVolumeBand,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => VolumeBandAddPayload, {
    description:
      'Adds a band of the volume of all members together. It costs nobody more, so it needs no notice; it can hold from the next month on. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async volumeBandAdd(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: VolumeBandAddInput,
  ): Promise<VolumeBandAddPayload> {
    const meterId = readId('meter', input.meterId);
    return toPayload(await this.addVolumeBand.execute(actor, { ...input, meterId }), () =>
      read(async (tx) => ({ meter: await loadMeter(tx, this.catalogue, meterId) })),
    );
  }
}
