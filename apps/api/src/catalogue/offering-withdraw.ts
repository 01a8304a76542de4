import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { WithdrawOffering, ReadCatalogue } from '#libs/catalogue';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { loadOffering, OfferingType } from './offering.type.js';

@InputType({ description: 'Which offering to withdraw.' })
export class OfferingWithdrawInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;
}

@ObjectType({ description: 'The offering as it stands now.' })
export class OfferingWithdrawPayload extends PayloadOf('OfferingWithdraw', ['STATE_NOT_ALLOWED']) {
  @Field(() => OfferingType, { nullable: true, description: 'The offering; null when it was refused.' })
  offering!: OfferingType | null;
}

@Resolver()
export class OfferingWithdrawResolver {
  constructor(
    private readonly withdrawOffering: WithdrawOffering,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => OfferingWithdrawPayload, {
    description:
      'Closes an offering to new members for good; those who have it keep it until their end dates. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async offeringWithdraw(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OfferingWithdrawInput,
  ): Promise<OfferingWithdrawPayload> {
    const result = await this.withdrawOffering.execute(actor, {
      offeringId: readId('offering', input.offeringId),
    });
    return toPayload(result, async ({ offeringId }) => ({
      offering: await read((tx) => loadOffering(tx, this.catalogue, offeringId)),
    }));
  }
}
