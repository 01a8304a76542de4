import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import { usageKeyStateAt, type UsageKey, type UsageKeyState } from '#libs/metering';
import { ConnectionOf, DateTimeScalar } from '../graphql/index.js';
import { UsageKeyStateEnum } from './enums.js';

@ObjectType('UsageKey', {
  description: 'A key with which a system sends usage. Its secret is shown once and kept nowhere.',
})
export class UsageKeyType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'How its secret begins, such as auk_1a2b3c4d.' })
  prefix!: string;

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => String, { description: 'The source that each of its events must name.' })
  source!: string;

  @Field(() => ID, { description: 'The lead authority whose frameworks it sends usage for.' })
  leadId!: string;

  @Field(() => [ID], { description: 'The call-offs that it may write for.' })
  callOffIds!: readonly string[];

  @Field(() => UsageKeyStateEnum, { description: 'Whether it can be used now.' })
  state!: UsageKeyState;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => ID, { description: 'The person who made it.' })
  createdById!: string;

  @Field(() => DateTimeScalar, { description: 'The instant from which it cannot be used any more.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null when it was not.' })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, to the minute; null before its first use.',
  })
  lastUsedAt!: Date | null;
}

@ObjectType('UsageKeyConnection', { description: 'Usage keys, the newest first.' })
export class UsageKeyConnection extends ConnectionOf(UsageKeyType, 'UsageKey') {}

export const toUsageKey = (key: UsageKey, now: Date): UsageKeyType => ({
  id: toPublicId('usageKey', key.id),
  prefix: `auk_${key.prefix}`,
  label: key.label,
  source: key.source,
  leadId: toPublicId('body', key.leadId),
  callOffIds: key.callOffs.map(({ callOffId }) => toPublicId('callOff', callOffId)),
  state: usageKeyStateAt(key, now),
  createdAt: key.createdAt,
  createdById: toPublicId('person', key.createdBy),
  expiresAt: key.expiresAt,
  revokedAt: key.revokedAt,
  lastUsedAt: key.lastUsedAt,
});
