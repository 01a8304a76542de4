import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ProposeDiscount, ReadDiscounts } from '#libs/billing';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import {
  CurrentCaller,
  DecimalScalar,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { DiscountType } from './discount.type.js';
import { loadDiscount } from './load-discounts.js';

@InputType({ description: "Per cent off a call-off's charges for whole months, and why." })
export class DiscountProposeInput {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'One meter; null for all that the call-off is charged for.',
  })
  meterId?: string | null;

  @Field(() => DecimalScalar, { description: 'Per cent: more than 0, up to 100, with 4 decimal places.' })
  percent!: string;

  @Field(() => String, { description: 'Its first month, such as 2026-04, in which the call-off runs.' })
  firstMonth!: string;

  @Field(() => String, { description: 'Its last month, such as 2026-09.' })
  lastMonth!: string;

  @Field(() => String, { description: 'The reason, which the member can read.' })
  reason!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The discount that was proposed.' })
export class DiscountProposePayload extends PayloadOf(
  'DiscountPropose',
  [
    'AMOUNT_FORMAT',
    'DATE_ORDER',
    'DISCOUNT_OUTSIDE',
    'FIELD_REQUIRED',
    'MONTH_FORMAT',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'TOO_BIG',
    'TOO_MANY_DECIMALS',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => DiscountType, { nullable: true, description: 'The discount; null when it was refused.' })
  discount!: DiscountType | null;
}

@Resolver()
export class DiscountProposeResolver {
  constructor(
    private readonly propose: ProposeDiscount,
    readonly discounts: ReadDiscounts,
    readonly callOffs: ReadCallOffs,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => DiscountProposePayload, {
    description: 'Proposes a discount on a call-off; someone else approves it. Needs discount:propose.',
  })
  @Requires('discount:propose')
  async discountPropose(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') { meterId = null, ...input }: DiscountProposeInput,
  ): Promise<DiscountProposePayload> {
    const result = await this.propose.execute(caller.actor, {
      ...input,
      callOffId: readId('callOff', input.callOffId),
      meterId: meterId === null ? null : readId('meter', meterId),
    });
    return toPayload(result, ({ discountId }) =>
      read(async (tx) => ({ discount: await loadDiscount(tx, this, caller, discountId) })),
    );
  }
}
