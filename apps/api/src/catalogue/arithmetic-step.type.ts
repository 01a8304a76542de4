import { Field, ObjectType } from '@nestjs/graphql';
import type { Component } from '#libs/pricing';
import { DecimalScalar } from '../graphql/index.js';

@ObjectType('ArithmeticStep', { description: 'One step of the arithmetic of a line, never rounded.' })
export class ArithmeticStepType {
  @Field(() => String, { description: 'What kind of step it is, as docs/prices.md names them.' })
  kind!: string;

  @Field(() => String, { description: 'What it is, in words.' })
  label!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How many units; null where it is no unit price.',
  })
  quantity!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Pounds for each unit; null where it is no unit price.',
  })
  unit!: string | null;

  @Field(() => DecimalScalar, { description: 'Pounds.' })
  amount!: string;
}

export const toArithmeticStep = ({ kind, label, quantity, unit, amount }: Component): ArithmeticStepType => ({
  kind,
  label,
  quantity: quantity?.toDecimalString() ?? null,
  unit: unit?.toDecimalString() ?? null,
  amount: amount.toDecimalString(),
});
