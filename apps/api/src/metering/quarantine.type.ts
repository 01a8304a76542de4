import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import type { QuarantinedUsage, QuarantineState } from '#libs/metering';
import { ConnectionOf, DateTimeScalar, DecimalScalar } from '../graphql/index.js';
import { QuarantineStateEnum } from './enums.js';
import { EventNameType } from './event-name.type.js';

@ObjectType('QuarantinedUsage', {
  description: 'Usage that was received and kept, but could not be used, with the reason.',
})
export class QuarantinedUsageType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, {
    description: 'The member that it concerns; the lead authority itself when no member was found for it.',
  })
  memberId!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => EventNameType, { description: 'What the event is called.' })
  name!: EventNameType;

  @Field(() => String, { description: 'The type that was sent: the code of a meter.' })
  type!: string;

  @Field(() => String, { description: 'The time that was sent, in UTC.' })
  time!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The quantity that was sent; null when none was.',
  })
  quantity!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The digest of the value that was sent, as hex; null when none was. The value is not kept.',
  })
  valueDigest!: string | null;

  @Field(() => String, { nullable: true, description: 'The call-off that was named; null when none was.' })
  callOff!: string | null;

  @Field(() => EventNameType, {
    nullable: true,
    description: 'The record that it was to correct; null when it is no correction.',
  })
  corrects!: EventNameType | null;

  @Field(() => String, { description: 'Why it could not be used, as a stable code such as METER_UNKNOWN.' })
  reasonCode!: string;

  @Field(() => String, { description: 'Why it could not be used.' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'The usage key that sent it.' })
  usageKeyId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was received.' })
  receivedAt!: Date;

  @Field(() => String, { description: 'The number of the receipt that it came with.' })
  receiptNumber!: string;

  @Field(() => QuarantineStateEnum, { description: 'What became of it.' })
  state!: QuarantineState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a person decided; null while it is held.',
  })
  resolvedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The person who decided; null while it is held.' })
  resolvedById!: string | null;

  @Field(() => String, { nullable: true, description: 'What that person said.' })
  resolution!: string | null;
}

@ObjectType('QuarantinedUsageConnection', { description: 'Usage in quarantine, the oldest first.' })
export class QuarantinedUsageConnection extends ConnectionOf(QuarantinedUsageType, 'QuarantinedUsage') {}

export const toQuarantinedUsage = (row: QuarantinedUsage): QuarantinedUsageType => ({
  id: toPublicId('quarantine', row.id),
  memberId: toPublicId('body', row.tenantId),
  leadId: toPublicId('body', row.leadId),
  name: { source: row.source, eventId: row.eventId },
  type: row.event.type,
  time: row.event.time,
  quantity: row.event.quantity,
  valueDigest: row.event.valueDigest ?? null,
  callOff: row.event.calloff,
  corrects: row.event.corrects && { ...row.event.corrects },
  reasonCode: row.reasonCode,
  reason: row.reason,
  usageKeyId: row.keyId === null ? null : toPublicId('usageKey', row.keyId),
  receivedAt: row.receivedAt,
  receiptNumber: row.receiptNumber.toString(),
  state: row.state,
  resolvedAt: row.resolvedAt,
  resolvedById: row.resolvedBy === null ? null : toPublicId('person', row.resolvedBy),
  // While it is being released this says where to, for the release itself.
  resolution: row.state === 'RELEASING' ? null : row.resolution,
});
