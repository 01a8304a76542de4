import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import { ExplainUsage } from '#libs/metering';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  PayloadOf,
  readId,
  Requires,
  toPayload,
} from '../graphql/index.js';

@InputType({ description: "Why a month's use of a meter is as it is." })
export class UsageExplainInput {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => ID, { description: 'The meter, of the offering of the call-off.' })
  meterId!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM; one that has begun.' })
  month!: string;

  @Field(() => String, { description: 'The explanation.' })
  text!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The explanation that was kept.' })
export class UsageExplainPayload extends PayloadOf(
  'UsageExplain',
  [
    'DATE_IN_FUTURE',
    'FIELD_REQUIRED',
    'METER_TAKES_NO_USAGE',
    'MONTH_FORMAT',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => ID, { nullable: true, description: 'The id of the explanation; null when it was refused.' })
  explanationId!: string | null;
}

@Resolver()
export class UsageExplainResolver {
  constructor(private readonly explain: ExplainUsage) {}

  @Mutation(() => UsageExplainPayload, {
    description:
      "Says of a month's use of a meter why it is as it is. It stays with the month, and both sides read it. Needs usage:explain.",
  })
  @Requires('usage:explain')
  async usageExplain(
    @CurrentActor() actor: Actor,
    @Args('input') input: UsageExplainInput,
  ): Promise<UsageExplainPayload> {
    const [callOffId, meterId] = [readId('callOff', input.callOffId), readId('meter', input.meterId)];
    const result = await this.explain.execute(actor, { ...input, callOffId, meterId });
    return toPayload(result, ({ explanationId }) => ({
      explanationId: toPublicId('explanation', explanationId),
    }));
  }
}
