import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ApproveDiscount, ReadDiscounts } from '#libs/billing';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import {
  CurrentCaller,
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

@InputType({ description: 'Which discount to approve.' })
export class DiscountApproveInput {
  @Field(() => ID, { description: 'The discount.' })
  discountId!: string;
}

@ObjectType({ description: 'The discount.' })
export class DiscountApprovePayload extends PayloadOf('DiscountApprove', [
  'DISCOUNT_OVERLAP',
  'SELF_APPROVAL',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => DiscountType, { nullable: true, description: 'The discount; null when it was refused.' })
  discount!: DiscountType | null;
}

@Resolver()
export class DiscountApproveResolver {
  constructor(
    private readonly action: ApproveDiscount,
    readonly discounts: ReadDiscounts,
    readonly callOffs: ReadCallOffs,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => DiscountApprovePayload, {
    description:
      'Approves a discount, by someone who did not propose it; the bills of its months count it from then on. Needs discount:approve.',
  })
  @Requires('discount:approve')
  async discountApprove(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: DiscountApproveInput,
  ): Promise<DiscountApprovePayload> {
    const discountId = readId('discount', input.discountId);
    return toPayload(await this.action.execute(caller.actor, { discountId }), () =>
      read(async (tx) => ({ discount: await loadDiscount(tx, this, caller, discountId) })),
    );
  }
}
