import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '#libs/kernel';
import { ReadOptIns, StartOptIn } from '#libs/membership';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  LocalDateScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'Which services of which framework to opt in to.' })
export class OptInStartInput {
  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => [ID], { description: 'The offerings, 50 at most.' })
  offeringIds!: string[];

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When you would like to begin; it commits to nothing.',
  })
  targetStartOn?: LocalDate | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The opt-in that was started.' })
export class OptInStartPayload extends PayloadOf(
  'OptInStart',
  [
    'DATE_ORDER',
    'FRAMEWORK_EXPIRED',
    'LIST_TOO_LONG',
    'LOT_CLOSED',
    'OPTIN_DUPLICATE',
    'OPTIN_NOTHING_CHOSEN',
  ],
  { idempotent: true },
) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInStartResolver {
  constructor(
    private readonly startOptIn: StartOptIn,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInStartPayload, {
    description:
      'Starts an opt-in with its task list; what your body told in an earlier one is filled in. Needs optIn:edit.',
  })
  @Requires('optIn:edit')
  async optInStart(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { frameworkId, offeringIds, targetStartOn = null, idempotencyKey }: OptInStartInput,
  ): Promise<OptInStartPayload> {
    const result = await this.startOptIn.execute(actor, {
      frameworkId: readId('framework', frameworkId),
      offeringIds: offeringIds.map((id) => readId('offering', id)),
      targetStartOn,
      idempotencyKey,
    });
    return toPayload(result, async ({ optInId }) => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
