import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadOptIns, WithdrawOptIn } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'Which opt-in, as you read it.' })
export class OptInWithdrawInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the opt-in that you read.' })
  version!: number;
}

@ObjectType({ description: 'The opt-in that was withdrawn.' })
export class OptInWithdrawPayload extends PayloadOf('OptInWithdraw', ['STATE_CHANGED', 'STATE_NOT_ALLOWED']) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInWithdrawResolver {
  constructor(
    private readonly action: WithdrawOptIn,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInWithdrawPayload, {
    description: 'Takes an opt-in back; its services can be chosen again in another one. Needs optIn:edit.',
  })
  @Requires('optIn:edit')
  async optInWithdraw(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInWithdrawInput,
  ): Promise<OptInWithdrawPayload> {
    const optInId = readId('optIn', input.optInId);
    const { version } = input;
    return toPayload(await this.action.execute(actor, { optInId, version }), async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
