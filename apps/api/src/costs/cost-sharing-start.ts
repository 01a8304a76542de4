import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCatalogue } from '#libs/catalogue';
import { SwitchOnCostSharing } from '#libs/costs';
import type { Actor } from '#libs/platform';
import { loadOffering, OfferingType } from '../catalogue/offering.type.js';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';

@InputType({ description: 'The offering whose cost is to be shared.' })
export class CostSharingStartInput {
  @Field(() => ID, { description: 'The offering, which must be a draft.' })
  offeringId!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The offering with the two meters that shares are recorded on.' })
export class CostSharingStartPayload extends PayloadOf(
  'CostSharingStart',
  ['COST_SHARING_ON', 'METERS_TOO_MANY', 'METER_CODE_TAKEN', 'STATE_NOT_ALLOWED'],
  { idempotent: true },
) {
  @Field(() => OfferingType, { nullable: true, description: 'The offering; null when it was refused.' })
  offering!: OfferingType | null;
}

@Resolver()
export class CostSharingStartResolver {
  constructor(
    private readonly switchOn: SwitchOnCostSharing,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => CostSharingStartPayload, {
    description:
      'Shares the cost of an offering that is a draft: it gets two meters in pounds, which cost sharing keeps by itself. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async costSharingStart(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { offeringId, idempotencyKey }: CostSharingStartInput,
  ): Promise<CostSharingStartPayload> {
    const command = { offeringId: readId('offering', offeringId), idempotencyKey };
    return toPayload(await this.switchOn.execute(actor, command), async (made) => ({
      offering: await read((tx) => loadOffering(tx, this.catalogue, made.offeringId)),
    }));
  }
}
