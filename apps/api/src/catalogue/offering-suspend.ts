import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { SuspendOffering, ReadCatalogue } from '#libs/catalogue';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { loadOffering, OfferingType } from './offering.type.js';

@InputType({ description: 'Which offering to suspend.' })
export class OfferingSuspendInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;
}

@ObjectType({ description: 'The offering as it stands now.' })
export class OfferingSuspendPayload extends PayloadOf('OfferingSuspend', ['STATE_NOT_ALLOWED']) {
  @Field(() => OfferingType, { nullable: true, description: 'The offering; null when it was refused.' })
  offering!: OfferingType | null;
}

@Resolver()
export class OfferingSuspendResolver {
  constructor(
    private readonly suspendOffering: SuspendOffering,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => OfferingSuspendPayload, {
    description:
      'Closes an offering to new members until it is published again; those who have it keep it. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async offeringSuspend(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OfferingSuspendInput,
  ): Promise<OfferingSuspendPayload> {
    const result = await this.suspendOffering.execute(actor, {
      offeringId: readId('offering', input.offeringId),
    });
    return toPayload(result, async ({ offeringId }) => ({
      offering: await read((tx) => loadOffering(tx, this.catalogue, offeringId)),
    }));
  }
}
