import { Field, ID, ObjectType } from '@nestjs/graphql';
import { orderLeft, purchaseOrderStateOn, type PurchaseOrder, type PurchaseOrderState } from '#libs/calloffs';
import { toPublicId, type LocalDate, type Pence } from '#libs/kernel';
import { ConnectionOf, DateTimeScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';
import { PurchaseOrderStateEnum } from './enums.js';

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

  @Field(() => PurchaseOrderStateEnum, { description: 'How it stands today.' })
  state!: PurchaseOrderState;

  @Field(() => Money, {
    description: 'What issued lines come to under it without VAT, less what was credited on them.',
  })
  charged!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'What is left of its value, below 0 when more was charged; null when it is not limited.',
  })
  left!: Money | null;

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

/** `charged` is what issued lines come to under it. */
export const toPurchaseOrder = (
  order: PurchaseOrder,
  charged: Pence,
  today: LocalDate,
): PurchaseOrderType => ({
  state: purchaseOrderStateOn(order, charged, today),
  charged: toMoney(charged),
  left: moneyOrNull(orderLeft(order, charged)),
  id: toPublicId('purchaseOrder', order.id),
  callOffId: toPublicId('callOff', order.callOffId),
  number: order.number,
  isExempt: order.exempt,
  value: moneyOrNull(order.valuePence),
  startsOn: order.startsOn,
  endsOn: order.endsOn,
  recordedAt: order.recordedAt,
});

const moneyOrNull = (pence: Pence | null): Money | null => (pence === null ? null : toMoney(pence));
