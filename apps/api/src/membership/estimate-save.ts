import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadEstimate, SaveEstimate } from '#libs/membership';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  PayloadOf,
  Public,
  readId,
  toPayload,
} from '../graphql/index.js';
import { EstimateType, toEstimate } from './estimate.type.js';

@InputType({ description: 'How much somebody expects to use of a meter in a year.' })
export class EstimateVolumeInput {
  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => DecimalScalar, {
    description:
      'Units in a year, or the units taken of what is not metered: 0 or more, up to 12 digits and 4 decimal places.',
  })
  perYear!: string;
}

@InputType({ description: 'What to estimate. It holds nothing personal.' })
export class EstimateSaveInput {
  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => ID, { nullable: true, description: 'The body that it is for, if you want it to say so.' })
  bodyId?: string | null;

  @Field(() => [EstimateVolumeInput], {
    description: 'Each meter once, 100 at most. What is left out, or 0, costs nothing.',
  })
  volumes!: EstimateVolumeInput[];

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The estimate that was saved.' })
export class EstimateSavePayload extends PayloadOf(
  'EstimateSave',
  [
    'AMOUNT_FORMAT',
    'BODY_ABOLISHED',
    'BODY_ABOLISHED_NO_SUCCESSOR',
    'ESTIMATE_EMPTY',
    'FRAMEWORK_EXPIRED',
    'LIST_TOO_LONG',
    'LOT_CLOSED',
    'PRICE_MISSING',
    'TOO_BIG',
    'TOO_MANY_DECIMALS',
    'TOO_SMALL',
    'VOLUME_TWICE',
  ],
  { idempotent: true },
) {
  @Field(() => EstimateType, { nullable: true, description: 'The estimate; null when it was refused.' })
  estimate!: EstimateType | null;
}

@Resolver()
export class EstimateSaveResolver {
  constructor(
    private readonly saveEstimate: SaveEstimate,
    private readonly estimates: ReadEstimate,
  ) {}

  @Mutation(() => EstimateSavePayload, {
    description:
      'Works out what a year would cost at the prices of today, and keeps it for whoever has its id. Public.',
  })
  @Public()
  async estimateSave(
    @CurrentActor() actor: Actor,
    @Args('input') { frameworkId, bodyId = null, volumes, idempotencyKey }: EstimateSaveInput,
  ): Promise<EstimateSavePayload> {
    const result = await this.saveEstimate.execute(actor, {
      frameworkId: readId('framework', frameworkId),
      bodyId: bodyId === null ? null : readId('body', bodyId),
      volumes: volumes.map(({ meterId, perYear }) => ({ meterId: readId('meter', meterId), perYear })),
      idempotencyKey,
    });
    return toPayload(result, async ({ estimateId }) => {
      const estimate = await this.estimates.byId(estimateId, actor.identity.requestId);
      return { estimate: estimate && toEstimate(estimate) };
    });
  }
}
