import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IssueRun, ReadRuns, RunDocuments } from '#libs/billing';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { BillingRunType, loadRun } from './billing-run.type.js';
import { BillingRunFailureType, toFailures } from './run-failure.type.js';

@InputType({ description: 'Which run to issue.' })
export class BillingRunIssueInput {
  @Field(() => ID, { description: 'The run.' })
  billingRunId!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The run, and what of it could not be issued.' })
export class BillingRunIssuePayload extends PayloadOf('BillingRunIssue', ['RUN_NOTHING_TO_APPROVE'], {
  idempotent: true,
}) {
  @Field(() => BillingRunType, { nullable: true, description: 'The run; null when it was refused.' })
  billingRun!: BillingRunType | null;

  @Field(() => [BillingRunFailureType], {
    nullable: true,
    description: 'Documents that are still approved only, and why; null when the whole was refused.',
  })
  failures!: BillingRunFailureType[] | null;
}

@Resolver()
export class BillingRunIssueResolver {
  constructor(
    private readonly issue: IssueRun,
    readonly runs: ReadRuns,
    readonly documents: RunDocuments,
  ) {}

  @Mutation(() => BillingRunIssuePayload, {
    description:
      'Issues every approved document of a run, each with the next number of its series. Needs invoice:issue.',
  })
  @Requires('invoice:issue')
  async billingRunIssue(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { billingRunId, idempotencyKey }: BillingRunIssueInput,
  ): Promise<BillingRunIssuePayload> {
    const result = await this.issue.execute(actor, {
      runId: readId('billingRun', billingRunId),
      idempotencyKey,
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
