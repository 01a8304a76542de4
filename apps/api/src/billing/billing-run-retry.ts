import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadRuns, RetryParked, RunDocuments } from '#libs/billing';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { BillingRunType, loadRun } from './billing-run.type.js';

@InputType({ description: 'Which parked members of a run to work out once more.' })
export class BillingRunRetryInput {
  @Field(() => ID, { description: 'The run.' })
  billingRunId!: string;

  @Field(() => ID, { nullable: true, description: 'One member; every parked one unless given.' })
  memberId?: string | null;
}

@ObjectType({ description: 'The run.' })
export class BillingRunRetryPayload extends PayloadOf('BillingRunRetry', [
  'RUN_NOTHING_TO_APPROVE',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => BillingRunType, { nullable: true, description: 'The run; null when it was refused.' })
  billingRun!: BillingRunType | null;
}

@Resolver()
export class BillingRunRetryResolver {
  constructor(
    private readonly retry: RetryParked,
    readonly runs: ReadRuns,
    readonly documents: RunDocuments,
  ) {}

  @Mutation(() => BillingRunRetryPayload, {
    description:
      'Has parked members of a run worked out once more, when what parked them was put right. Needs billing:prepare.',
  })
  @Requires('billing:prepare')
  async billingRunRetry(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { billingRunId, memberId }: BillingRunRetryInput,
  ): Promise<BillingRunRetryPayload> {
    const result = await this.retry.execute(actor, {
      runId: readId('billingRun', billingRunId),
      tenantId: memberId ? readId('body', memberId) : null,
    });
    return toPayload(result, async ({ runId }) => ({
      billingRun: await read(async (tx) => {
        const run = await this.runs.byId(tx, runId);
        return run && loadRun(tx, this, run);
      }),
    }));
  }
}
