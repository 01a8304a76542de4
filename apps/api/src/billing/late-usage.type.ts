import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { LateUsageSeen } from '#libs/billing';
import type { CallOff } from '#libs/calloffs';
import { mayDo, type Body } from '#libs/directory';
import { monthOf, toPublicId } from '#libs/kernel';
import {
  ConnectionOf,
  DateTimeScalar,
  Money,
  PeriodType,
  toMoney,
  toPeriod,
  type Caller,
} from '../graphql/index.js';

@ObjectType('LateUsage', {
  description: 'Use of a call-off that came after its month was billed, and more than is billed unasked.',
})
export class LateUsageType {
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

  @Field(() => PeriodType, { description: 'The month in which it was used.' })
  period!: PeriodType;

  @Field(() => Boolean, { description: 'Whether it waits to be approved.' })
  isWaiting!: boolean;

  @Field(() => Money, { description: 'What it came to when it was found last, without VAT.' })
  net!: Money;

  @Field(() => DateTimeScalar, { description: 'When a run found it last.' })
  foundAt!: Date;

  @Field(() => Money, {
    nullable: true,
    description: 'What was approved last, without VAT; null when nothing was.',
  })
  approvedNet!: Money | null;

  @Field(() => String, { nullable: true, description: 'Why it was approved.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved.' })
  approvedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether you may approve it now.' })
  mayApprove!: boolean;
}

@ObjectType('LateUsageConnection', { description: 'Late use, what was found last first.' })
export class LateUsageConnection extends ConnectionOf(LateUsageType, 'LateUsage') {}

export const toLateUsage = (
  { actor }: Caller,
  late: LateUsageSeen,
  callOffs: readonly CallOff[],
  bodies: ReadonlyMap<string, Body>,
): LateUsageType => ({
  id: toPublicId('lateUsage', late.id),
  memberId: toPublicId('body', late.tenantId),
  memberName: bodies.get(late.tenantId)?.name ?? '',
  callOffId: toPublicId('callOff', late.callOffId),
  callOffReference: callOffs.find(({ id }) => id === late.callOffId)?.reference ?? '',
  period: toPeriod(monthOf(late.month)),
  isWaiting: late.isWaiting,
  net: toMoney(late.net),
  foundAt: late.foundAt,
  approvedNet: late.approvedNet === null ? null : toMoney(late.approvedNet),
  reason: late.reason,
  approvedAt: late.approvedAt,
  mayApprove:
    late.isWaiting && mayDo(actor.identity.roles as Parameters<typeof mayDo>[0], 'lateUsage:approve'),
});
