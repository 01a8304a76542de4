import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { err, parsePence, refuse, type LocalDate } from '#libs/kernel';
import { ReadReceipts, RecordReceipt } from '#libs/payments';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  LocalDateScalar,
  PayloadOf,
  Reader,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { loadReceipt } from './load-receipt.js';
import { ReceiptType } from './receipt.type.js';

@InputType({ description: 'Money that came in by BACS.' })
export class ReceiptRecordInput {
  @Field(() => DecimalScalar, { description: 'How much, in pounds.' })
  amount!: string;

  @Field(() => LocalDateScalar, { description: 'The day on which the bank received it.' })
  receivedOn!: LocalDate;

  @Field(() => String, { description: 'Who paid, as the bank tells it.' })
  payer!: string;

  @Field(() => String, { description: "The payer's reference; an invoice number in it is matched." })
  reference!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The receipt that was recorded.' })
export class ReceiptRecordPayload extends PayloadOf(
  'ReceiptRecord',
  ['AMOUNT_FORMAT', 'FIELD_REQUIRED', 'PAYMENT_AMOUNT', 'RECEIPT_IN_FUTURE', 'TEXT_INVALID', 'TEXT_TOO_LONG'],
  { idempotent: true },
) {
  @Field(() => ReceiptType, { nullable: true, description: 'The receipt; null when it was refused.' })
  receipt!: ReceiptType | null;
}

@Resolver()
export class ReceiptRecordResolver {
  constructor(
    private readonly record: RecordReceipt,
    private readonly reader: ReadReceipts,
  ) {}

  @Mutation(() => ReceiptRecordPayload, {
    description:
      'Records money that came in and matches it when its reference names an invoice. Needs receipt:record.',
  })
  @Requires('receipt:record')
  async receiptRecord(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: ReceiptRecordInput,
  ): Promise<ReceiptRecordPayload> {
    const amount = parsePence(input.amount);
    const result =
      amount === null
        ? err(refuse('AMOUNT_FORMAT', { field: 'The amount' }, ['amount']))
        : await this.record.execute(actor, { ...input, amount });
    return toPayload(result, async ({ receiptId }) => ({
      receipt: await read((tx) => loadReceipt(tx, this.reader, receiptId)),
    }));
  }
}
