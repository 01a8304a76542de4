import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadRuns, RunDocuments, StopBillingRun } from '#libs/billing';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { BillingRunType, loadRun } from './billing-run.type.js';

@InputType({ description: 'Which run to stop.' })
export class BillingRunStopInput {
  @Field(() => ID, { description: 'The run; one that is being prepared.' })
  billingRunId!: string;
}

@ObjectType({ description: 'The run.' })
export class BillingRunStopPayload extends PayloadOf('BillingRunStop', ['STATE_NOT_ALLOWED']) {
  @Field(() => BillingRunType, { nullable: true, description: 'The run; null when it was refused.' })
  billingRun!: BillingRunType | null;
}

@Resolver()
export class BillingRunStopResolver {
  constructor(
    private readonly stop: StopBillingRun,
    readonly runs: ReadRuns,
    readonly documents: RunDocuments,
  ) {}

  @Mutation(() => BillingRunStopPayload, {
    description:
      'Stops a run that is being prepared. What is drafted stays; members that wait are left undone until it is prepared again. Needs billing:prepare.',
  })
  @Requires('billing:prepare')
  async billingRunStop(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { billingRunId }: BillingRunStopInput,
  ): Promise<BillingRunStopPayload> {
    const result = await this.stop.execute(actor, { runId: readId('billingRun', billingRunId) });
    return toPayload(result, async ({ runId }) => ({
      billingRun: await read(async (tx) => {
        const run = await this.runs.byId(tx, runId);
        return run && loadRun(tx, this, run);
      }),
    }));
  }
}
