import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { err, parsePence, refuse } from '#libs/kernel';
import { AllocateReceipt, ReadReceipts } from '#libs/payments';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { loadReceipt } from './load-receipt.js';
import { ReceiptType } from './receipt.type.js';

@InputType({ description: 'Which invoice a receipt, or part of it, pays.' })
export class ReceiptAllocateInput {
  @Field(() => ID, { description: 'The receipt.' })
  receiptId!: string;

  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => DecimalScalar, { description: 'How much of the receipt, in pounds.' })
  amount!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The receipt after the allocation.' })
export class ReceiptAllocatePayload extends PayloadOf(
  'ReceiptAllocate',
  ['ALLOCATION_OVER_INVOICE', 'ALLOCATION_OVER_RECEIPT', 'AMOUNT_FORMAT', 'PAYMENT_AMOUNT'],
  { idempotent: true },
) {
  @Field(() => ReceiptType, { nullable: true, description: 'The receipt; null when it was refused.' })
  receipt!: ReceiptType | null;
}

@Resolver()
export class ReceiptAllocateResolver {
  constructor(
    private readonly allocate: AllocateReceipt,
    private readonly reader: ReadReceipts,
  ) {}

  @Mutation(() => ReceiptAllocatePayload, {
    description: 'Says which invoice a receipt, or part of it, pays. Needs receipt:record.',
  })
  @Requires('receipt:record')
  async receiptAllocate(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: ReceiptAllocateInput,
  ): Promise<ReceiptAllocatePayload> {
    const { idempotencyKey } = input;
    const amount = parsePence(input.amount);
    const ids = {
      receiptId: readId('receipt', input.receiptId),
      invoiceId: readId('invoice', input.invoiceId),
    };
    const result =
      amount === null
        ? err(refuse('AMOUNT_FORMAT', { field: 'The amount' }, ['amount']))
        : await this.allocate.execute(actor, { ...ids, amount, idempotencyKey });
    return toPayload(result, async ({ receiptId }) => ({
      receipt: await read((tx) => loadReceipt(tx, this.reader, receiptId)),
    }));
  }
}
