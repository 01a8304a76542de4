import { Field, InputType, Int } from '@nestjs/graphql';
import { DecimalScalar } from '../graphql/index.js';
import { PriceModelEnum, type PriceModel } from './enums.js';

@InputType({ description: 'A band of quantity and its price.' })
export class PriceTierInput {
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The quantity that the tier ends at, which belongs to it; null for the last tier, which is open.',
  })
  upTo?: string | null;

  @Field(() => DecimalScalar, { description: 'Pounds for each unit.' })
  unit!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Pounds due once the tier is entered; 0 unless given.',
  })
  flat?: string | null;
}

@InputType({
  description: 'A price: its model, the fields of that model, and what every model can have besides.',
})
export class PriceInput {
  @Field(() => PriceModelEnum, { description: 'How the price is worked out.' })
  model!: PriceModel;

  @Field(() => DecimalScalar, { nullable: true, description: 'Pounds for each period: FLAT.' })
  amount?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Pounds for each unit: PER_UNIT; for each started package: PACKAGE.',
  })
  unit?: string | null;

  @Field(() => [PriceTierInput], { nullable: true, description: 'The tiers in order: GRADUATED and VOLUME.' })
  tiers?: PriceTierInput[] | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Units in a package: PACKAGE.' })
  size?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Per cent of the amount: PERCENTAGE.' })
  rate?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Pounds for each event; 0 unless given: PERCENTAGE.',
  })
  fixed?: string | null;

  @Field(() => Int, { nullable: true, description: 'Events that cost nothing; 0 unless given: PERCENTAGE.' })
  freeEvents?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Units of each period that cost nothing; 0 unless given.',
  })
  freeUnits?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The least for each period, in pounds.' })
  minimum?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The most for each period, in pounds.' })
  maximum?: string | null;
}

/** The input as the JSON that prices are read from; what was not given is left out. */
export const priceJsonOf = ({ tiers, ...fields }: PriceInput): Readonly<Record<string, unknown>> => ({
  ...given(fields),
  ...(tiers ? { tiers: tiers.map(({ upTo, ...tier }) => ({ upTo: upTo ?? null, ...given(tier) })) } : {}),
});

const given = (fields: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
