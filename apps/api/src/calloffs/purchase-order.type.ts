import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { PurchaseOrder } from '#libs/calloffs';
import { toPublicId, type LocalDate } from '#libs/kernel';
import { ConnectionOf, DateTimeScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';

@ObjectType('PurchaseOrder', {
  description: 'The number that a body wants on its invoices, or that it uses none.',
})
export class PurchaseOrderType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The call-off that it is for.' })
  callOffId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The number; null when the body uses no purchase orders.',
  })
  number!: string | null;

  @Field(() => Boolean, { description: 'Whether the body uses no purchase orders.' })
  isExempt!: boolean;

  @Field(() => Money, {
    nullable: true,
    description: 'What it is worth without VAT; null when it is not limited.',
  })
  value!: Money | null;

  @Field(() => LocalDateScalar, { description: 'The first day on which it covers charges.' })
  startsOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day on which it covers charges; null when it has none.',
  })
  endsOn!: LocalDate | null;

  @Field(() => DateTimeScalar, {
    description: 'When it was recorded; the latest one that covers a day is quoted.',
  })
  recordedAt!: Date;
}

@ObjectType('PurchaseOrderConnection', { description: 'Purchase orders, the newest first.' })
export class PurchaseOrderConnection extends ConnectionOf(PurchaseOrderType, 'PurchaseOrder') {}

export const toPurchaseOrder = (order: PurchaseOrder): PurchaseOrderType => ({
  id: toPublicId('purchaseOrder', order.id),
  callOffId: toPublicId('callOff', order.callOffId),
  number: order.number,
  isExempt: order.exempt,
  value: order.valuePence === null ? null : toMoney(order.valuePence),
  startsOn: order.startsOn,
  endsOn: order.endsOn,
  recordedAt: order.recordedAt,
});
