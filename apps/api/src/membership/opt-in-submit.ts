import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadOptIns, SubmitOptIn } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'Which opt-in, as you read it.' })
export class OptInSubmitInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the opt-in that you read.' })
  version!: number;
}

@ObjectType({ description: 'The opt-in that was submitted.' })
export class OptInSubmitPayload extends PayloadOf('OptInSubmit', [
  'BODY_ABOLISHED',
  'BODY_ABOLISHED_NO_SUCCESSOR',
  'BODY_NOT_ELIGIBLE',
  'ELIGIBILITY_NEEDS_EVIDENCE',
  'FRAMEWORK_EXPIRED',
  'FRAMEWORK_NOT_LIVE',
  'LOT_CLOSED',
  'STATE_CHANGED',
  'STATE_NOT_ALLOWED',
  'TASKS_INCOMPLETE',
]) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInSubmitResolver {
  constructor(
    private readonly action: SubmitOptIn,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInSubmitPayload, {
    description:
      'Hands an opt-in to the lead authority: every task must be complete and the body eligible. Needs optIn:edit.',
  })
  @Requires('optIn:edit')
  async optInSubmit(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInSubmitInput,
  ): Promise<OptInSubmitPayload> {
    const optInId = readId('optIn', input.optInId);
    const { version } = input;
    return toPayload(await this.action.execute(actor, { optInId, version }), async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
