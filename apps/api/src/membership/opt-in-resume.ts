import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadOptIns, ResumeOptIn } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'Which opt-in, as you read it.' })
export class OptInResumeInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the opt-in that you read.' })
  version!: number;
}

@ObjectType({ description: 'The opt-in that was resumed.' })
export class OptInResumePayload extends PayloadOf('OptInResume', ['STATE_CHANGED', 'STATE_NOT_ALLOWED']) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInResumeResolver {
  constructor(
    private readonly action: ResumeOptIn,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInResumePayload, {
    description: 'Takes up an opt-in that was paused. Needs optIn:edit.',
  })
  @Requires('optIn:edit')
  async optInResume(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInResumeInput,
  ): Promise<OptInResumePayload> {
    const optInId = readId('optIn', input.optInId);
    const { version } = input;
    return toPayload(await this.action.execute(actor, { optInId, version }), async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
