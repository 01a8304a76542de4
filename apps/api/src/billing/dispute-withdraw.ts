import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { WithdrawDispute } from '#libs/billing';
import {
  CurrentCaller,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { AnswerDisputes } from './answer-disputes.js';
import { DisputeType } from './dispute.type.js';

@InputType({ description: 'Which dispute to take back.' })
export class DisputeWithdrawInput {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;
}

@ObjectType({ description: 'The dispute.' })
export class DisputeWithdrawPayload extends PayloadOf('DisputeWithdraw', ['STATE_NOT_ALLOWED']) {
  @Field(() => DisputeType, { nullable: true, description: 'The dispute; null when it was refused.' })
  dispute!: DisputeType | null;
}

@Resolver()
export class DisputeWithdrawResolver {
  constructor(
    private readonly action: WithdrawDispute,
    private readonly answers: AnswerDisputes,
  ) {}

  @Mutation(() => DisputeWithdrawPayload, {
    description: 'Takes a dispute back; what was upheld before it was escalated stands. Needs dispute:raise.',
  })
  @Requires('dispute:raise')
  async disputeWithdraw(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: DisputeWithdrawInput,
  ): Promise<DisputeWithdrawPayload> {
    const disputeId = readId('dispute', input.disputeId);
    const result = await this.action.execute(caller.actor, disputeId);
    return toPayload(result, async () => ({
      dispute: await read((tx) => this.answers.byId(tx, caller, disputeId)),
    }));
  }
}
