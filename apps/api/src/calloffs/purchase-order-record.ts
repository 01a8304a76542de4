import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadOrderCharges } from '#libs/billing';
import { ReadCallOffs, RecordPurchaseOrder } from '#libs/calloffs';
import type { LocalDate } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  LocalDateScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { PurchaseOrderType, toPurchaseOrder } from './purchase-order.type.js';

@InputType({ description: 'A purchase order number, or that your body uses none.' })
export class PurchaseOrderRecordInput {
  @Field(() => ID, { description: 'The call-off that it is for.' })
  callOffId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The number, 50 characters at most; not with isExempt.',
  })
  number?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether your body uses no purchase orders.' })
  isExempt!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it is worth in pounds without VAT; not limited unless given.',
  })
  value?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The first day on which it covers charges; the call-off's first day unless given.",
  })
  startsOn?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which it covers charges.' })
  endsOn?: LocalDate | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The purchase order that was recorded.' })
export class PurchaseOrderRecordPayload extends PayloadOf(
  'PurchaseOrderRecord',
  [
    'AMOUNT_FORMAT',
    'DATE_ORDER',
    'FIELD_REQUIRED',
    'FIELD_UNKNOWN',
    'PO_DUPLICATE',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'TOO_BIG',
    'TOO_MANY_DECIMALS',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => PurchaseOrderType, {
    nullable: true,
    description: 'The purchase order; null when it was refused.',
  })
  purchaseOrder!: PurchaseOrderType | null;
}

@Resolver()
export class PurchaseOrderRecordResolver {
  constructor(
    private readonly record: RecordPurchaseOrder,
    private readonly reader: ReadCallOffs,
    private readonly charges: ReadOrderCharges,
  ) {}

  @Mutation(() => PurchaseOrderRecordPayload, {
    description:
      'Records a purchase order for a call-off, or that your body uses none. Needs purchaseOrder:record.',
  })
  @Requires('purchaseOrder:record')
  async purchaseOrderRecord(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: PurchaseOrderRecordInput,
  ): Promise<PurchaseOrderRecordPayload> {
    const { number = null, isExempt, value = null, startsOn = null, endsOn = null, idempotencyKey } = input;
    const callOffId = readId('callOff', input.callOffId);
    const terms = { number, exempt: isExempt, value, startsOn, endsOn };
    const result = await this.record.execute(actor, { callOffId, ...terms, idempotencyKey });
    return toPayload(result, async ({ purchaseOrderId }) => {
      const purchaseOrder = await read(async (tx) => {
        const order = await this.reader.purchaseOrder(tx, purchaseOrderId);
        const charged = await this.charges.of(tx, [purchaseOrderId]);
        return order && toPurchaseOrder(order, charged.get(order.id) ?? 0n, tx.today);
      });
      return { purchaseOrder };
    });
  }
}
