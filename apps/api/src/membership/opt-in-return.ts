import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadOptIns, ReturnOptIn, type TaskName } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { TaskNameEnum } from './enums.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'A question about a task.' })
export class OptInQuestionInput {
  @Field(() => TaskNameEnum, { description: 'The task.' })
  task!: TaskName;

  @Field(() => String, { description: 'The question, in 2,000 characters at most.' })
  question!: string;
}

@InputType({ description: 'Which opt-in, as you read it, and what you ask.' })
export class OptInReturnInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the opt-in that you read.' })
  version!: number;

  @Field(() => [OptInQuestionInput], { description: 'At least one question, and one for a task at most.' })
  questions!: OptInQuestionInput[];
}

@ObjectType({ description: 'The opt-in that was returned.' })
export class OptInReturnPayload extends PayloadOf('OptInReturn', [
  'CHOICE_UNKNOWN',
  'FIELD_REQUIRED',
  'STATE_CHANGED',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInReturnResolver {
  constructor(
    private readonly action: ReturnOptIn,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInReturnPayload, {
    description:
      'Sends an opt-in back with questions; the tasks that they are about are open again. Needs optIn:review.',
  })
  @Requires('optIn:review')
  async optInReturn(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInReturnInput,
  ): Promise<OptInReturnPayload> {
    const optInId = readId('optIn', input.optInId);
    const { version, questions } = input;
    return toPayload(await this.action.execute(actor, { optInId, version, questions }), async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}
