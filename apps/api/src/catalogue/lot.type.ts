import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Lot } from '#libs/catalogue';
import { toPublicId } from '#libs/kernel';
import { Money, toMoney } from '../graphql/index.js';

@ObjectType('Lot', { description: 'A part of a framework.' })
export class LotType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'Its number within the framework, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => Money, {
    nullable: true,
    description: 'The most that one direct award may be worth; null for no limit.',
  })
  directAwardLimit!: Money | null;
}

export const toLot = ({ id, number, title, directAwardLimitPence }: Lot): LotType => ({
  id: toPublicId('lot', id),
  number,
  title,
  directAwardLimit: directAwardLimitPence === null ? null : toMoney(directAwardLimitPence),
});
