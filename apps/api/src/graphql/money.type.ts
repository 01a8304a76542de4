import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { formatPence, type LocalDate, type Pence, type Period } from '#libs/kernel';
import { DecimalScalar, LocalDateScalar } from './scalars.js';

export enum CurrencyCode {
  GBP = 'GBP',
}
registerEnumType(CurrencyCode, {
  name: 'CurrencyCode',
  description: 'ISO 4217 currency. More may be added.',
  valuesMap: { GBP: { description: 'Pounds sterling.' } },
});

@ObjectType('Money', { description: 'An amount of money, exact to the penny.' })
export class Money {
  @Field(() => DecimalScalar, { description: 'The amount in pounds with two decimal places, as text.' })
  amount!: string;

  @Field(() => CurrencyCode, { description: 'The currency of the amount.' })
  currency!: CurrencyCode;
}

export const toMoney = (pence: Pence): Money => ({ amount: formatPence(pence), currency: CurrencyCode.GBP });

@ObjectType('Period', { description: 'Days from start up to, but not including, end.' })
export class PeriodType {
  @Field(() => LocalDateScalar, { description: 'The first day.' })
  start!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The first day after the period.' })
  end!: LocalDate;
}

export const toPeriod = ({ start, end }: Period): PeriodType => ({ start, end });
