import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { PublishOffering, ReadCatalogue } from '#libs/catalogue';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { loadOffering, OfferingType } from './offering.type.js';

@InputType({ description: 'Which offering to publish.' })
export class OfferingPublishInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;
}

@ObjectType({ description: 'The offering as it stands now.' })
export class OfferingPublishPayload extends PayloadOf('OfferingPublish', [
  'FRAMEWORK_NOT_PUBLISHED',
  'OFFERING_INCOMPLETE',
  'STATE_NOT_ALLOWED',
  'VAT_UNSET',
]) {
  @Field(() => OfferingType, { nullable: true, description: 'The offering; null when it was refused.' })
  offering!: OfferingType | null;
}

@Resolver()
export class OfferingPublishResolver {
  constructor(
    private readonly publishOffering: PublishOffering,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => OfferingPublishPayload, {
    description:
      'Opens an offering to new members and shows it to everyone, for the first time or after it was suspended. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async offeringPublish(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OfferingPublishInput,
  ): Promise<OfferingPublishPayload> {
    const result = await this.publishOffering.execute(actor, {
      offeringId: readId('offering', input.offeringId),
    });
    return toPayload(result, async ({ offeringId }) => ({
      offering: await read((tx) => loadOffering(tx, this.catalogue, offeringId)),
    }));
  }
}
