import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { PrepareBillingRun, ReadRuns, RunDocuments } from '#libs/billing';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { BillingRunType, loadRun } from './billing-run.type.js';

@InputType({ description: 'Which month to bill.' })
export class BillingRunPrepareInput {
  @Field(() => String, { description: 'The month, as YYYY-MM; one that is over.' })
  month!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The run of the month.' })
export class BillingRunPreparePayload extends PayloadOf(
  'BillingRunPrepare',
  ['MONTH_FORMAT', 'PERIOD_NOT_ENDED', 'RUN_INCOMPLETE'],
  {
    idempotent: true,
  },
) {
  @Field(() => BillingRunType, { nullable: true, description: 'The run; null when it was refused.' })
  billingRun!: BillingRunType | null;
}

@Resolver()
export class BillingRunPrepareResolver {
  constructor(
    private readonly prepare: PrepareBillingRun,
    readonly runs: ReadRuns,
    readonly documents: RunDocuments,
  ) {}

  @Mutation(() => BillingRunPreparePayload, {
    description:
      'Drafts the invoices and credit notes of a month, member by member. A month has one run: preparing it again brings its drafts up to date. Needs billing:prepare.',
  })
  @Requires('billing:prepare')
  async billingRunPrepare(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: BillingRunPrepareInput,
  ): Promise<BillingRunPreparePayload> {
    return toPayload(await this.prepare.execute(actor, input), async ({ runId }) => ({
      billingRun: await read(async (tx) => {
        const run = await this.runs.byId(tx, runId);
        return run && loadRun(tx, this, run);
      }),
    }));
  }
}
