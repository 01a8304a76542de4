import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { toPublicId, type LocalDate } from '#libs/kernel';
import type { Allocation, Receipt } from '#libs/payments';
import { ConnectionOf, DateTimeScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';

export const MatchedByEnum = { REFERENCE: 'REFERENCE', PERSON: 'PERSON', STRIPE: 'STRIPE' } as const;
registerEnumType(MatchedByEnum, {
  name: 'MatchedBy',
  description: 'How money was matched to an invoice.',
  valuesMap: {
    REFERENCE: { description: "The payment's reference named the invoice." },
    PERSON: { description: 'A person said so.' },
    STRIPE: { description: 'Stripe collected it for the invoice.' },
  },
});

@ObjectType('ReceiptAllocation', { description: 'The part of a receipt that belongs to one member.' })
export class ReceiptAllocationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The invoice that it pays; null when held on the member's account.",
  })
  invoiceId!: string | null;

  @Field(() => ID, { description: "The member's body." })
  memberId!: string;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field(() => MatchedByEnum, { description: 'How it was matched.' })
  matchedBy!: Allocation['matchedBy'];

  @Field(() => DateTimeScalar, { description: 'When it was allocated.' })
  allocatedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When its money was taken back again, so that it is owed as before; null as long as it was not.',
  })
  reversedAt!: Date | null;
}

@ObjectType('Receipt', { description: "Money that came into the lead authority's account." })
export class ReceiptType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Money, { description: 'How much came in.' })
  amount!: Money;

  @Field(() => Money, { description: 'How much of it is still to be allocated.' })
  unallocated!: Money;

  @Field(() => LocalDateScalar, { description: 'The day on which the bank received it.' })
  receivedOn!: LocalDate;

  @Field(() => String, { description: 'Who paid, as the bank tells it.' })
  payer!: string;

  @Field(() => String, { description: "The payer's reference, as the bank tells it." })
  reference!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded here.' })
  recordedAt!: Date;

  @Field(() => [ReceiptAllocationType], { description: 'To whom and what it was allocated, oldest first.' })
  allocations!: ReceiptAllocationType[];
}

@ObjectType('ReceiptConnection', { description: 'Receipts, the newest first.' })
export class ReceiptConnection extends ConnectionOf(ReceiptType, 'Receipt') {}

export const toReceipt = (receipt: Receipt, allocations: readonly Allocation[]): ReceiptType => ({
  id: toPublicId('receipt', receipt.id),
  amount: toMoney(receipt.amount),
  unallocated: toMoney(receipt.amount - receipt.allocated),
  receivedOn: receipt.receivedOn,
  payer: receipt.payer,
  reference: receipt.reference,
  recordedAt: receipt.recordedAt,
  allocations: allocations.filter(({ receiptId }) => receiptId === receipt.id).map(toAllocation),
});

export const toAllocation = (allocation: Allocation): ReceiptAllocationType => ({
  id: toPublicId('allocation', allocation.id),
  invoiceId: allocation.invoiceId === null ? null : toPublicId('invoice', allocation.invoiceId),
  memberId: toPublicId('body', allocation.tenantId),
  amount: toMoney(allocation.amount),
  matchedBy: allocation.matchedBy,
  allocatedAt: allocation.allocatedAt,
  reversedAt: allocation.reversedAt,
});
