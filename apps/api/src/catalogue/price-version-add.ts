import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AddPriceVersion, ReadCatalogue } from '#libs/catalogue';
import type { LocalDate } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  LocalDateScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { PriceVersionType, toPriceVersion } from './meter.type.js';
import { PriceInput, priceJsonOf } from './price.input.js';

@InputType({ description: 'A price from a date on.' })
export class PriceVersionAddInput {
  @Field(() => ID, { description: 'The meter that it is for.' })
  meterId!: string;

  @Field(() => LocalDateScalar, {
    description: 'The first day that it holds for; it ends the price before it.',
  })
  startsOn!: LocalDate;

  @Field(() => PriceInput, { description: 'The price.' })
  price!: PriceInput;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The price that was added.' })
export class PriceVersionAddPayload extends PayloadOf(
  'PriceVersionAdd',
  [
    'AMOUNT_FORMAT',
    'FIELD_REQUIRED',
    'FIELD_UNKNOWN',
    'LIST_TOO_LONG',
    'PRICE_MID_MONTH',
    'PRICE_NOTICE',
    'PRICE_OVERLAP',
    'PRICE_STARTED',
    'TIER_LAST_OPEN',
    'TIER_ORDER',
    'TOO_BIG',
    'TOO_MANY_DECIMALS',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => PriceVersionType, {
    nullable: true,
    description: 'The price version; null when it was refused.',
  })
  priceVersion!: PriceVersionType | null;
}

@Resolver()
export class PriceVersionAddResolver {
  constructor(
    private readonly addPriceVersion: AddPriceVersion,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => PriceVersionAddPayload, {
    description:
      "Adds a price from a date on. Once the offering is published, past days keep their price and an increase needs the framework's days of notice. A volume price, and any price of a meter that is no sum and no count, starts on the first day of a month. Needs catalogue:edit.",
  })
  @Requires('catalogue:edit')
  async priceVersionAdd(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { startsOn, price, idempotencyKey, ...input }: PriceVersionAddInput,
  ): Promise<PriceVersionAddPayload> {
    const meterId = readId('meter', input.meterId);
    const command = { meterId, startsOn, price: priceJsonOf(price), idempotencyKey };
    const result = await this.addPriceVersion.execute(actor, command);
    return toPayload(result, ({ priceVersionId }) =>
      read(async (tx) => {
        const meter = await this.catalogue.meter(tx, meterId);
        const versions = await this.catalogue.priceVersions(tx, [meterId]);
        const version = versions.find(({ id }) => id === priceVersionId);
        return { priceVersion: meter && version ? toPriceVersion(meter, version, versions, tx.today) : null };
      }),
    );
  }
}
