import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ApproveOptIn, ReadOptIns } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'Which opt-in, as you read it.' })
export class OptInApproveInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the opt-in that you read.' })
  version!: number;
}

@ObjectType({ description: 'The opt-in that was approved.' })
export class OptInApprovePayload extends PayloadOf('OptInApprove', [
  'AGREEMENT_MISSING',
  'SELF_APPROVAL',
  'STATE_CHANGED',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInApproveResolver {
  constructor(
    private readonly action: ApproveOptIn,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInApprovePayload, {
    description:
      'Approves an opt-in; the body is sent the access agreement unless it has one. Needs optIn:review.',
  })
  @Requires('optIn:review')
  async optInApprove(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInApproveInput,
  ): Promise<OptInApprovePayload> {
    const optInId = readId('optIn', input.optInId);
    const { version } = input;
    return toPayload(await this.action.execute(actor, { optInId, version }), async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
