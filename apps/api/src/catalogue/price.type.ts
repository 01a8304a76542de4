import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Exact } from '#libs/kernel';
import { describePrice, priceToJson, type Price } from '#libs/pricing';
import { DecimalScalar } from '../graphql/index.js';
import { PriceModelEnum, type PriceModel } from './enums.js';

@ObjectType('PriceTier', { description: 'A band of quantity and its price.' })
export class PriceTierType {
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The quantity that the tier ends at, which belongs to it; null for the last tier, which is open.',
  })
  upTo!: string | null;

  @Field(() => DecimalScalar, { description: 'Pounds for each unit.' })
  unit!: string;

  @Field(() => DecimalScalar, { description: 'Pounds due once the tier is entered.' })
  flat!: string;
}

@ObjectType('Price', {
  description: 'How a charge is worked out. Which fields are there depends on the model.',
})
export class PriceType {
  @Field(() => PriceModelEnum, { description: 'How the price is worked out.' })
  model!: PriceModel;

  @Field(() => [String], { description: 'The price in plain English, a sentence a line.' })
  words!: readonly string[];

  @Field(() => DecimalScalar, { nullable: true, description: 'Pounds for each period: FLAT.' })
  amount!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Pounds for each unit: PER_UNIT; for each started package: PACKAGE.',
  })
  unit!: string | null;

  @Field(() => [PriceTierType], { nullable: true, description: 'The tiers in order: GRADUATED and VOLUME.' })
  tiers!: readonly PriceTierType[] | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Units in a package: PACKAGE.' })
  size!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Per cent of the amount: PERCENTAGE.' })
  rate!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Pounds for each event: PERCENTAGE.' })
  fixed!: string | null;

  @Field(() => Int, { nullable: true, description: 'Events that cost nothing: PERCENTAGE.' })
  freeEvents!: number | null;

  @Field(() => DecimalScalar, { description: 'Units of each period that cost nothing.' })
  freeUnits!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The least for each period, in pounds; null for none.',
  })
  minimum!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The most for each period, in pounds; null for none.',
  })
  maximum!: string | null;

  @Field(() => String, { description: 'The price as the JSON that the open calculator reads.' })
  json!: string;
}

export const toPrice = (price: Price): PriceType => {
  const text = (value: Exact | null | undefined): string | null => value?.toDecimalString() ?? null;
  const { model } = price;
  return {
    model,
    words: describePrice(price),
    amount: model === 'flat' ? text(price.amount) : null,
    unit: model === 'perUnit' || model === 'package' ? text(price.unit) : null,
    tiers: 'tiers' in price ? price.tiers.map(toTier) : null,
    size: model === 'package' ? text(price.size) : null,
    rate: model === 'percentage' ? text(price.rate) : null,
    fixed: model === 'percentage' ? text(price.fixed) : null,
    freeEvents: model === 'percentage' ? Number(price.freeEvents.floor()) : null,
    freeUnits: price.freeUnits.toDecimalString(),
    minimum: text(price.minimum),
    maximum: text(price.maximum),
    json: JSON.stringify(priceToJson(price)),
  };
};

const toTier = ({ upTo, unit, flat }: { upTo: Exact | null; unit: Exact; flat: Exact }): PriceTierType => ({
  upTo: upTo?.toDecimalString() ?? null,
  unit: unit.toDecimalString(),
  flat: flat.toDecimalString(),
});
