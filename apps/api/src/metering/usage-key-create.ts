import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '#libs/kernel';
import { CreateUsageKey, ListUsageKeys } from '#libs/metering';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  LocalDateScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { toUsageKey, UsageKeyType } from './usage-key.type.js';

@InputType({ description: 'A key with which a system is to send usage.' })
export class UsageKeyCreateInput {
  @Field(() => String, { description: 'What to call it, such as "Payroll system".' })
  label!: string;

  @Field(() => String, {
    description: 'The source that each of its events will name, such as payroll-system.',
  })
  source!: string;

  @Field(() => [ID], { description: 'The call-offs that it may write for, all under one lead authority.' })
  callOffIds!: string[];

  @Field(() => LocalDateScalar, { description: 'The last day on which it can be used, at most a year away.' })
  expiresOn!: LocalDate;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The usage key that was made.' })
export class UsageKeyCreatePayload extends PayloadOf(
  'UsageKeyCreate',
  [
    'FIELD_REQUIRED',
    'KEY_EXPIRY_PAST',
    'KEY_EXPIRY_TOO_LONG',
    'KEY_NEEDS_CALLOFF',
    'KEY_ONE_LEAD',
    'KEY_SOURCE_FORMAT',
    'LIST_TOO_LONG',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => UsageKeyType, { nullable: true, description: 'The key; null when it was refused.' })
  usageKey!: UsageKeyType | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret, shown this once: keep it safe. Null when it was refused or the request is a repeat.',
  })
  secret!: string | null;
}

@Resolver()
export class UsageKeyCreateResolver {
  constructor(
    private readonly create: CreateUsageKey,
    private readonly keys: ListUsageKeys,
  ) {}

  @Mutation(() => UsageKeyCreatePayload, {
    description:
      "Makes a usage key: a member's administrator for its own call-offs, a service manager for its members'. Needs usageKey:edit.",
  })
  @Requires('usageKey:edit')
  async usageKeyCreate(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: UsageKeyCreateInput,
  ): Promise<UsageKeyCreatePayload> {
    const callOffIds = input.callOffIds.map((id) => readId('callOff', id));
    const result = await this.create.execute(actor, { ...input, callOffIds });
    return toPayload(result, async ({ usageKeyId, token }) => {
      const key = await this.keys.find(actor, usageKeyId);
      const now = await read((tx) => Promise.resolve(tx.now));
      return { usageKey: key && toUsageKey(key, now), secret: token };
    });
  }
}
