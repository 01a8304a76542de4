import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Discount, DiscountState } from '#libs/billing';
import type { CallOff } from '#libs/calloffs';
import type { Meter } from '#libs/catalogue';
import { mayDo, type Body } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import {
  ConnectionOf,
  DateTimeScalar,
  DecimalScalar,
  PeriodType,
  toPeriod,
  type Caller,
} from '../graphql/index.js';
import { DiscountActionEnum, DiscountStateEnum, type DiscountAction } from './enums.js';

@ObjectType('Discount', { description: "Per cent off a call-off's charges for whole months." })
export class DiscountType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => String, { description: 'Its reference.' })
  callOffReference!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The meter; null for all that the call-off is charged for.',
  })
  meterId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  meterTitle!: string | null;

  @Field(() => DecimalScalar, {
    description: 'Per cent, after the model and proration, before minimum and maximum.',
  })
  percent!: string;

  @Field(() => PeriodType, { description: 'The days of its months.' })
  months!: PeriodType;

  @Field(() => String, { description: 'Why it is given.' })
  reason!: string;

  @Field(() => DiscountStateEnum, { description: 'Where it stands.' })
  state!: DiscountState;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved or declined.' })
  decidedAt!: Date | null;

  @Field(() => [DiscountActionEnum], { description: 'What you may do with it now.' })
  availableActions!: readonly DiscountAction[];
}

@ObjectType('DiscountConnection', { description: 'Discounts, the newest first.' })
export class DiscountConnection extends ConnectionOf(DiscountType, 'Discount') {}

/** What discounts are about. */
export interface Discounted {
  readonly callOffs: readonly CallOff[];
  readonly meters: readonly Meter[];
  readonly bodies: ReadonlyMap<string, Body>;
}

export const toDiscount = (
  { actor }: Caller,
  discount: Discount,
  { callOffs, meters, bodies }: Discounted,
): DiscountType => ({
  id: toPublicId('discount', discount.id),
  memberId: toPublicId('body', discount.tenantId),
  memberName: bodies.get(discount.tenantId)?.name ?? '',
  callOffId: toPublicId('callOff', discount.callOffId),
  callOffReference: callOffs.find(({ id }) => id === discount.callOffId)?.reference ?? '',
  meterId: discount.meterId === null ? null : toPublicId('meter', discount.meterId),
  meterTitle: meters.find(({ id }) => id === discount.meterId)?.title ?? null,
  percent: discount.percent.toDecimalString(),
  months: toPeriod(discount.months),
  reason: discount.reason,
  state: discount.state,
  proposedAt: discount.proposedAt,
  decidedAt: discount.decidedAt,
  availableActions: actionsOn(discount, actor.identity),
});

const actionsOn = (
  { state, proposedBy }: Discount,
  { personId, roles }: Caller['actor']['identity'],
): readonly DiscountAction[] => {
  const held = roles as Parameters<typeof mayDo>[0];
  if (state !== 'PROPOSED') return [];
  return [
    ...(mayDo(held, 'discount:approve') && personId !== proposedBy ? (['APPROVE'] as const) : []),
    ...(mayDo(held, 'discount:decline') ? (['DECLINE'] as const) : []),
  ];
};
