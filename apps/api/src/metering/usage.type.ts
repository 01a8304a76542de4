import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { toPublicId, type LocalDate } from '#libs/kernel';
import type { DayReading, MonthReading, UsageReceipt, UsageRecord } from '#libs/metering';
import { ConnectionOf, DateTimeScalar, DecimalScalar, LocalDateScalar } from '../graphql/index.js';
import { CountedOnType } from './counted-on.type.js';
import { EventNameType } from './event-name.type.js';

@ObjectType('UsageDay', {
  description: 'What a call-off used of one meter on one day, corrections included.',
})
export class UsageDayType {
  @Field(() => LocalDateScalar, { description: 'The day, of the Europe/London calendar.' })
  day!: LocalDate;

  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => DecimalScalar, {
    description:
      "What the day comes to, by the meter's aggregation: their sum, their number, the highest, the last, how many different values, or the average level of the day.",
  })
  quantity!: string;

  @Field(() => Int, {
    description: 'How many events, without corrections and without those that were withdrawn.',
  })
  events!: number;
}

export const toUsageDay = ({ day, meterId, quantity, events }: DayReading): UsageDayType => ({
  day,
  meterId: toPublicId('meter', meterId),
  quantity: quantity.toDecimalString(),
  events: Number(events),
});

@ObjectType('UsageMonth', {
  description: 'What a call-off used of one meter in one month, corrections included.',
})
export class UsageMonthType {
  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => DecimalScalar, {
    description:
      "What the month comes to, by the meter's aggregation: what its bill is worked out from. Only for sums and counts it is the sum of the days.",
  })
  quantity!: string;

  @Field(() => Int, {
    description: 'How many events, without corrections and without those that were withdrawn.',
  })
  events!: number;
}

export const toUsageMonth = ({ meterId, quantity, events }: MonthReading): UsageMonthType => ({
  meterId: toPublicId('meter', meterId),
  quantity: quantity.toDecimalString(),
  events: Number(events),
});

@ObjectType('UsageRecord', {
  description: 'One accepted usage event. It never changes; a correction is a record of its own.',
})
export class UsageRecordType {
  @Field(() => EventNameType, { description: 'What it is called.' })
  name!: EventNameType;

  @Field(() => ID, { description: 'The call-off that it counts for.' })
  callOffId!: string;

  @Field(() => ID, { description: 'The meter that it counts on.' })
  meterId!: string;

  @Field(() => DateTimeScalar, { description: 'The time that the event says.' })
  occurredAt!: Date;

  @Field(() => LocalDateScalar, {
    description:
      'The day that it counts on; a correction counts on the day of the record that it began with.',
  })
  day!: LocalDate;

  @Field(() => DecimalScalar, { description: 'The quantity, as sent.' })
  quantity!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The digest of the value that came with it, as hex; null when none did. docs/prices.md says how it is made.',
  })
  valueDigest!: string | null;

  @Field(() => DecimalScalar, {
    description:
      'What it adds to the sum of its day: the quantity, or of a correction the difference to what counted before.',
  })
  delta!: string;

  @Field(() => EventNameType, {
    nullable: true,
    description: 'The record that it replaces; null when it is no correction.',
  })
  corrects!: EventNameType | null;

  @Field(() => String, { description: 'The number of the receipt that it came with.' })
  receiptNumber!: string;

  @Field(() => DateTimeScalar, { description: 'When it was accepted.' })
  recordedAt!: Date;

  @Field(() => [CountedOnType], {
    nullable: true,
    description:
      'The issued documents that counted it for the first time; none before it is billed, and null without invoice:read.',
  })
  countedOn!: readonly CountedOnType[] | null;
}

@ObjectType('UsageRecordConnection', {
  description: 'Usage records, in the order in which they were received.',
})
export class UsageRecordConnection extends ConnectionOf(UsageRecordType, 'UsageRecord') {}

export const toUsageRecord = (
  record: UsageRecord,
  countedOn: readonly CountedOnType[] | null,
): UsageRecordType => ({
  name: { source: record.source, eventId: record.eventId },
  callOffId: toPublicId('callOff', record.callOffId),
  meterId: toPublicId('meter', record.meterId),
  occurredAt: record.occurredAt,
  day: record.day,
  quantity: record.quantity.toDecimalString(),
  valueDigest: record.valueDigest?.toString('hex') ?? null,
  delta: record.delta.toDecimalString(),
  corrects: record.corrects && { ...record.corrects },
  receiptNumber: record.receiptNumber.toString(),
  recordedAt: record.recordedAt,
  countedOn,
});

@ObjectType('UsageReceipt', {
  description: 'What a batch of usage came to, for one member under one lead authority.',
})
export class UsageReceiptType {
  @Field(() => String, { description: 'Its number: from 1 without gaps for each member and lead authority.' })
  number!: string;

  @Field(() => ID, {
    description: 'The member; the lead authority itself for usage that no member was found for.',
  })
  memberId!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The usage key that sent it; null when a person recorded or released it.',
  })
  usageKeyId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The person who recorded or released it; null when a key sent it.',
  })
  personId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The source of its events; null on older receipts, and for a release from quarantine.',
  })
  source!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was received.' })
  receivedAt!: Date;

  @Field(() => Int, { description: 'How many events were accepted.' })
  accepted!: number;

  @Field(() => Int, { description: 'How many had been received before, with the same content.' })
  duplicate!: number;

  @Field(() => Int, { description: 'How many are held in quarantine.' })
  quarantined!: number;

  @Field(() => Int, { description: 'How many were refused.' })
  rejected!: number;

  @Field(() => String, { description: 'SHA-256 over its counts and the events that were kept, as hex.' })
  digest!: string;
}

@ObjectType('UsageReceiptConnection', { description: 'Usage receipts, the newest first.' })
export class UsageReceiptConnection extends ConnectionOf(UsageReceiptType, 'UsageReceipt') {}

export const toUsageReceipt = (receipt: UsageReceipt): UsageReceiptType => ({
  number: receipt.number.toString(),
  memberId: toPublicId('body', receipt.tenantId),
  leadId: toPublicId('body', receipt.leadId),
  usageKeyId: receipt.keyId === null ? null : toPublicId('usageKey', receipt.keyId),
  personId: receipt.personId === null ? null : toPublicId('person', receipt.personId),
  source: receipt.source,
  receivedAt: receipt.receivedAt,
  accepted: receipt.accepted,
  duplicate: receipt.duplicate,
  quarantined: receipt.quarantined,
  rejected: receipt.rejected,
  digest: receipt.digest.toString('hex'),
});
