import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCatalogue, WithdrawVolumeBand } from '#libs/catalogue';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { loadMeter } from './load-meter.js';
import { MeterType } from './meter.type.js';

@InputType({ description: 'Which volume band to take back.' })
export class VolumeBandWithdrawInput {
  @Field(() => ID, { description: 'The band, before its first day.' })
  volumeBandId!: string;
}

@ObjectType({ description: 'The meter with the bands that it has left.' })
export class VolumeBandWithdrawPayload extends PayloadOf('VolumeBandWithdraw', ['BAND_STARTED']) {
  @Field(() => MeterType, { nullable: true, description: 'The meter; null when it was refused.' })
  meter!: MeterType | null;
}

@Resolver()
export class VolumeBandWithdrawResolver {
  constructor(
    private readonly withdrawVolumeBand: WithdrawVolumeBand,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => VolumeBandWithdrawPayload, {
    description: 'Takes back a volume band that does not hold yet. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async volumeBandWithdraw(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: VolumeBandWithdrawInput,
  ): Promise<VolumeBandWithdrawPayload> {
    const volumeBandId = readId('volumeBand', input.volumeBandId);
    return toPayload(await this.withdrawVolumeBand.execute(actor, { volumeBandId }), ({ meterId }) =>
      read(async (tx) => ({ meter: await loadMeter(tx, this.catalogue, meterId) })),
    );
  }
}
