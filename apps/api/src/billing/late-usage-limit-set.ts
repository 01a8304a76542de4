import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadLateUsage, SetLateUsageLimit } from '#libs/billing';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  Money,
  PayloadOf,
  Reader,
  Requires,
  toMoney,
  toPayload,
  type Read,
} from '../graphql/index.js';

@InputType({ description: 'How much use that came late is billed unasked.' })
export class LateUsageLimitSetInput {
  @Field(() => DecimalScalar, {
    description: 'Pounds without VAT, 100,000 at most; 0 for all use that comes late to wait.',
  })
  lateUsageLimit!: string;
}

@ObjectType({ description: 'The setting.' })
export class LateUsageLimitSetPayload extends PayloadOf('LateUsageLimitSet', [
  'AMOUNT_FORMAT',
  'TOO_BIG',
  'TOO_MANY_DECIMALS',
  'TOO_SMALL',
]) {
  @Field(() => Money, { nullable: true, description: 'The limit; null when it was refused.' })
  lateUsageLimit!: Money | null;
}

@Resolver()
export class LateUsageLimitSetResolver {
  constructor(
    private readonly set: SetLateUsageLimit,
    private readonly setting: ReadLateUsage,
  ) {}

  @Mutation(() => LateUsageLimitSetPayload, {
    description:
      'Sets how much use that came after its month was billed is billed unasked, of one call-off and month, without VAT. More waits to be approved. Needs lead:edit.',
  })
  @Requires('lead:edit')
  async lateUsageLimitSet(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { lateUsageLimit }: LateUsageLimitSetInput,
  ): Promise<LateUsageLimitSetPayload> {
    return toPayload(await this.set.execute(actor, { amount: lateUsageLimit }), async () => ({
      lateUsageLimit: toMoney(await read((tx) => this.setting.limit(tx))),
    }));
  }
}
