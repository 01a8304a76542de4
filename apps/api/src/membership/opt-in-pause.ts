import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { PauseOptIn, ReadOptIns } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'Which opt-in, as you read it.' })
export class OptInPauseInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the opt-in that you read.' })
  version!: number;
}

@ObjectType({ description: 'The opt-in that was paused.' })
export class OptInPausePayload extends PayloadOf('OptInPause', ['STATE_CHANGED', 'STATE_NOT_ALLOWED']) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInPauseResolver {
  constructor(
    private readonly action: PauseOptIn,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInPausePayload, {
    description: 'Lays an opt-in aside, without penalty. Needs optIn:edit.',
  })
  @Requires('optIn:edit')
  async optInPause(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInPauseInput,
  ): Promise<OptInPausePayload> {
    const optInId = readId('optIn', input.optInId);
    const { version } = input;
    return toPayload(await this.action.execute(actor, { optInId, version }), async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
