import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCountedOn } from '#libs/billing';
import type { LocalDate } from '#libs/kernel';
import { ReadUsage, RecordUsage } from '#libs/metering';
import {
  CurrentCaller,
  DecimalScalar,
  IdempotencyKeyScalar,
  LocalDateScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { EventNameInput } from './event-name.type.js';
import { loadUsageRecords } from './load-usage-records.js';
import { UsageRecordType } from './usage.type.js';

@InputType({ description: 'Usage to record by hand, or a correction of usage.' })
export class UsageRecordInput {
  @Field(() => ID, { description: 'The call-off that was used.' })
  callOffId!: string;

  @Field(() => ID, { description: 'The meter, of the offering of the call-off.' })
  meterId!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The quantity, 0 or more; of a correction, what is right instead, 0 to withdraw. A meter that counts events or different values needs none.',
  })
  quantity?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For a meter that counts different values: what tells one from another. Only a digest of it is kept.',
  })
  value?: string | null;

  @Field(() => LocalDateScalar, {
    description: 'The day of the usage; a correction counts on the day of what it corrects.',
  })
  usedOn!: LocalDate;

  @Field(() => EventNameInput, {
    nullable: true,
    description: 'The record that this one replaces, whoever sent it.',
  })
  corrects?: EventNameInput | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The usage that was recorded.' })
export class UsageRecordPayload extends PayloadOf(
  'UsageRecord',
  [
    'FIELD_REQUIRED',
    'QUANTITY_NEGATIVE',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'USAGE_CORRECTS_UNKNOWN',
    'USAGE_EVENT_INVALID',
    'USAGE_FUTURE',
    'USAGE_OUTSIDE_CALLOFF',
    'USAGE_TOO_OLD',
  ],
  { idempotent: true },
) {
  @Field(() => UsageRecordType, { nullable: true, description: 'The record; null when it was refused.' })
  usageRecord!: UsageRecordType | null;
}

@Resolver()
export class UsageRecordResolver {
  constructor(
    private readonly record: RecordUsage,
    private readonly usage: ReadUsage,
    private readonly countedOn: ReadCountedOn,
  ) {}

  @Mutation(() => UsageRecordPayload, {
    description:
      'Records usage by hand. What a sender would have held in quarantine is refused here. Needs usage:record.',
  })
  @Requires('usage:record')
  async usageRecord(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: UsageRecordInput,
  ): Promise<UsageRecordPayload> {
    const [callOffId, meterId] = [readId('callOff', input.callOffId), readId('meter', input.meterId)];
    const corrects = input.corrects
      ? { source: input.corrects.source, eventId: input.corrects.eventId }
      : null;
    const { quantity = null, value = null } = input;
    const command = { ...input, callOffId, meterId, quantity, value, corrects };
    const result = await this.record.execute(caller.actor, command);
    return toPayload(result, async (made) => {
      const [loaded] = await read(async (tx) => {
        const record = await this.usage.record(tx, made, made);
        return loadUsageRecords(tx, this.countedOn, caller, record ? [record] : []);
      });
      return { usageRecord: loaded?.type ?? null };
    });
  }
}
