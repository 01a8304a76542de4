import { Field, Int, ObjectType } from '@nestjs/graphql';
import { workedExample, type Meter } from '#libs/catalogue';
import type { Price } from '#libs/pricing';
import { DecimalScalar, Money, toMoney } from '../graphql/index.js';
import { ArithmeticStepType, toArithmeticStep } from './arithmetic-step.type.js';

@ObjectType('PriceExample', {
  description:
    'A price at work: what one complete month would cost. Fixed amounts for single events are left out, because an example knows a quantity only.',
})
export class PriceExampleType {
  @Field(() => DecimalScalar, { description: 'Units used in the month, or taken.' })
  quantity!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many residents that use is typical; null when nobody has said what is, and it is a round figure.',
  })
  residents!: number | null;

  @Field(() => [ArithmeticStepType], { description: 'How it is worked out, step by step.' })
  steps!: readonly ArithmeticStepType[];

  @Field(() => Money, { description: 'The month without VAT, rounded once to the penny.' })
  net!: Money;
}

export const toPriceExample = (
  price: Price,
  meter: Pick<Meter, 'charge' | 'typicalPerThousand'>,
): PriceExampleType => {
  const { quantity, residents, steps, net } = workedExample(price, meter);
  return {
    quantity: quantity.toDecimalString(),
    residents,
    steps: steps.map(toArithmeticStep),
    net: toMoney(net),
  };
};
