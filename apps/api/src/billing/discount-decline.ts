import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { DeclineDiscount, ReadDiscounts } from '#libs/billing';
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

@InputType({ description: 'Which discount to decline.' })
export class DiscountDeclineInput {
  @Field(() => ID, { description: 'The discount.' })
  discountId!: string;
}

@ObjectType({ description: 'The discount.' })
export class DiscountDeclinePayload extends PayloadOf('DiscountDecline', ['STATE_NOT_ALLOWED']) {
  @Field(() => DiscountType, { nullable: true, description: 'The discount; null when it was refused.' })
  discount!: DiscountType | null;
}

@Resolver()
export class DiscountDeclineResolver {
  constructor(
    private readonly action: DeclineDiscount,
    readonly discounts: ReadDiscounts,
    readonly callOffs: ReadCallOffs,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => DiscountDeclinePayload, {
    description: 'Declines a discount that was proposed. Needs discount:decline.',
  })
  @Requires('discount:decline')
  async discountDecline(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: DiscountDeclineInput,
  ): Promise<DiscountDeclinePayload> {
    const discountId = readId('discount', input.discountId);
    return toPayload(await this.action.execute(caller.actor, { discountId }), () =>
      read(async (tx) => ({ discount: await loadDiscount(tx, this, caller, discountId) })),
    );
  }
}
