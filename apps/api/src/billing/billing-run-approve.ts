import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ApproveRun, ReadRuns, RunDocuments } from '#libs/billing';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { BillingRunType, loadRun } from './billing-run.type.js';
import { BillingRunFailureType, toFailures } from './run-failure.type.js';

@InputType({ description: 'Which run to approve, exactly as it was seen.' })
export class BillingRunApproveInput {
  @Field(() => ID, { description: 'The run.' })
  billingRunId!: string;

  @Field(() => String, { description: "The run's draftsSha256 that you have seen." })
  contentSha256!: string;
}

@ObjectType({ description: 'The run, and what of it could not be approved.' })
export class BillingRunApprovePayload extends PayloadOf('BillingRunApprove', [
  'CONTENT_CHANGED',
  'RUN_NOTHING_TO_APPROVE',
]) {
  @Field(() => BillingRunType, { nullable: true, description: 'The run; null when it was refused.' })
  billingRun!: BillingRunType | null;

  @Field(() => [BillingRunFailureType], {
    nullable: true,
    description: 'Documents that are still drafts, and why; null when the whole was refused.',
  })
  failures!: BillingRunFailureType[] | null;
}

@Resolver()
export class BillingRunApproveResolver {
  constructor(
    private readonly approve: ApproveRun,
    readonly runs: ReadRuns,
    readonly documents: RunDocuments,
  ) {}

  @Mutation(() => BillingRunApprovePayload, {
    description: 'Approves every draft of a run that you did not prepare. Needs invoice:approve.',
  })
  @Requires('invoice:approve')
  async billingRunApprove(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { billingRunId, contentSha256 }: BillingRunApproveInput,
  ): Promise<BillingRunApprovePayload> {
    const result = await this.approve.execute(actor, {
      runId: readId('billingRun', billingRunId),
      contentSha256,
    });
    return toPayload(result, async ({ runId, failures }) => ({
      failures: failures.flatMap(toFailures),
      billingRun: await read(async (tx) => {
        const run = await this.runs.byId(tx, runId);
        return run && loadRun(tx, this, run);
      }),
    }));
  }
}
