import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCatalogue, WithdrawPriceVersion } from '#libs/catalogue';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { loadMeter } from './load-meter.js';
import { MeterType } from './meter.type.js';

@InputType({ description: 'Which price to take back.' })
export class PriceVersionWithdrawInput {
  @Field(() => ID, { description: 'The price version, which must not have started.' })
  priceVersionId!: string;
}

@ObjectType({ description: 'The meter whose price was taken back.' })
export class PriceVersionWithdrawPayload extends PayloadOf('PriceVersionWithdraw', [
  'PRICE_STARTED',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => MeterType, {
    nullable: true,
    description: 'The meter with the prices that it has left; null when it was refused.',
  })
  meter!: MeterType | null;
}

@Resolver()
export class PriceVersionWithdrawResolver {
  constructor(
    private readonly withdrawPriceVersion: WithdrawPriceVersion,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => PriceVersionWithdrawPayload, {
    description:
      'Takes back a price that has not started; the one before it goes on instead. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async priceVersionWithdraw(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: PriceVersionWithdrawInput,
  ): Promise<PriceVersionWithdrawPayload> {
    const priceVersionId = readId('priceVersion', input.priceVersionId);
    const result = await this.withdrawPriceVersion.execute(actor, { priceVersionId });
    return toPayload(result, ({ meterId }) =>
      read(async (tx) => ({ meter: await loadMeter(tx, this.catalogue, meterId) })),
    );
  }
}
