import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { fromPublicId, under } from '#libs/kernel';
import { ReadOptIns, SaveTask, type SaveTaskCommand, type TaskName } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import {
  AboutYouAnswers,
  AuthorityAnswers,
  InformationAnswers,
  MoneyAnswers,
  YourNeedAnswers,
} from './answers.type.js';
import { OptInType, toOptIn } from './opt-in.type.js';

@InputType({ description: 'All answers of exactly one task: what is left out is not answered yet.' })
export class OptInTaskSaveInput {
  @Field(() => ID, { description: 'The opt-in.' })
  optInId!: string;

  @Field(() => Int, { description: 'The version of the task that you read.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether the task is done; if not, you can return to it.' })
  complete!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The answer to the open question about the task, in 2,000 characters at most; needed to complete a task that was asked about.',
  })
  answer?: string | null;

  @Field(() => AboutYouAnswers, { nullable: true, description: 'The answers of ABOUT_YOU.' })
  aboutYou?: AboutYouAnswers | null;

  @Field(() => YourNeedAnswers, { nullable: true, description: 'The answers of YOUR_NEED.' })
  yourNeed?: YourNeedAnswers | null;

  @Field(() => MoneyAnswers, { nullable: true, description: 'The answers of MONEY.' })
  money?: MoneyAnswers | null;

  @Field(() => InformationAnswers, { nullable: true, description: 'The answers of INFORMATION.' })
  information?: InformationAnswers | null;

  @Field(() => AuthorityAnswers, { nullable: true, description: 'The answers of AUTHORITY.' })
  authority?: AuthorityAnswers | null;
}

@ObjectType({ description: 'The opt-in whose task was saved.' })
export class OptInTaskSavePayload extends PayloadOf('OptInTaskSave', [
  'AMOUNT_FORMAT',
  'CHOICE_UNKNOWN',
  'DATE_IN_FUTURE',
  'DATE_ORDER',
  'EMAIL_FORMAT',
  'EVIDENCE_REASON_REQUIRED',
  'FIELD_REQUIRED',
  'FIELD_UNKNOWN',
  'LIST_TOO_LONG',
  'STATE_CHANGED',
  'STATE_NOT_ALLOWED',
  'TASK_CANNOT_START',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
  'TOO_BIG',
  'TOO_MANY_DECIMALS',
  'TOO_SMALL',
]) {
  @Field(() => OptInType, { nullable: true, description: 'The opt-in; null when it was refused.' })
  optIn!: OptInType | null;
}

@Resolver()
export class OptInTaskSaveResolver {
  constructor(
    private readonly saveTask: SaveTask,
    private readonly reader: ReadOptIns,
  ) {}

  @Mutation(() => OptInTaskSavePayload, {
    description: 'Saves the answers of one task, complete or not. Needs optIn:edit.',
  })
  @Requires('optIn:edit')
  async optInTaskSave(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OptInTaskSaveInput,
  ): Promise<OptInTaskSavePayload> {
    const { field, task, answers } = theOneTask(input);
    const { version, complete, answer = null } = input;
    const optInId = readId('optIn', input.optInId);
    const result = await this.saveTask.execute(actor, {
      ...{ optInId, task, version, complete, answers, answer },
    });
    const placed = result.ok
      ? result
      : {
          ...result,
          refusals: result.refusals.map((refusal) =>
            ofInput(refusal.path) ? refusal : under([field], refusal),
          ),
        };
    return toPayload(placed, async () => {
      const optIn = await read((tx) => this.reader.byId(tx, optInId));
      return { optIn: optIn && toOptIn(optIn) };
    });
  }
}

/** What is said of the version, of the answer to a question or of the whole is not about an answer of the task. */
const ofInput = ([first]: readonly string[]): boolean =>
  first === undefined || first === 'version' || first === 'answer';

type Answers = SaveTaskCommand['answers'];

const theOneTask = (input: OptInTaskSaveInput): { field: string; task: TaskName; answers: Answers } => {
  const given = [
    ...asked('aboutYou', 'ABOUT_YOU', input.aboutYou),
    ...asked('yourNeed', 'YOUR_NEED', input.yourNeed && withMeterIds(input.yourNeed)),
    ...asked('money', 'MONEY', input.money),
    ...asked('information', 'INFORMATION', input.information),
    ...asked('authority', 'AUTHORITY', input.authority),
  ];
  const [first, ...others] = given;
  if (first === undefined || others.length > 0)
    throw new GraphQLError('Send the answers of exactly one task.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  return first;
};

const asked = (field: string, task: TaskName, answers: object | null | undefined) =>
  answers ? [{ field, task, answers: { ...answers } as Answers }] : [];

/** An id that names no meter is refused as one that the services do not have. */
const withMeterIds = ({ outcomes, volumes }: YourNeedAnswers): object => ({
  outcomes,
  volumes: volumes?.map(({ meterId, perYear }) => ({
    meterId: fromPublicId('meter', meterId) ?? '',
    perYear,
  })),
});
