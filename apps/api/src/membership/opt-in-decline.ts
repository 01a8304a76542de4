import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { DeclineOptIn, ReadOptIns } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'Which opt-in, as you read it.' })
export class OptInDeclineInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the opt-in that you read.' })
  version!: number;

  @Field(() => String, { description: 'Why; the body reads it.' })
  reason!: string;
}

@ObjectType({ description: 'The opt-in that was declined.' })
export class OptInDeclinePayload extends PayloadOf('OptInDecline', [
  'EVIDENCE_REASON_REQUIRED',
  'STATE_CHANGED',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInDeclineResolver {
  constructor(
    private readonly action: DeclineOptIn,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInDeclinePayload, {
    description: 'Declines an opt-in with a reason. Needs optIn:review.',
  })
  @Requires('optIn:review')
  async optInDecline(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInDeclineInput,
  ): Promise<OptInDeclinePayload> {
    const optInId = readId('optIn', input.optInId);
    const { version, reason } = input;
    return toPayload(await this.action.execute(actor, { optInId, version, reason }), async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
