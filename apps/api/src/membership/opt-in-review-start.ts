import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadOptIns, StartReview } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'Which opt-in, as you read it.' })
export class OptInReviewStartInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the opt-in that you read.' })
  version!: number;
}

@ObjectType({ description: 'The opt-in that is under review.' })
export class OptInReviewStartPayload extends PayloadOf('OptInReviewStart', [
  'STATE_CHANGED',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInReviewStartResolver {
  constructor(
    private readonly action: StartReview,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInReviewStartPayload, {
    description: 'Shows the body that somebody is looking at its opt-in. Needs optIn:review.',
  })
  @Requires('optIn:review')
  async optInReviewStart(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInReviewStartInput,
  ): Promise<OptInReviewStartPayload> {
    const optInId = readId('optIn', input.optInId);
    const { version } = input;
    return toPayload(await this.action.execute(actor, { optInId, version }), async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
