import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import type { AuditEntry } from '#libs/platform';
import { ConnectionOf, DateTimeScalar } from '../graphql/index.js';

@ObjectType('AuditRecord', {
  description: 'One link of a chain: who did what, when. It holds ids, never names.',
})
export class AuditRecordType {
  @Field(() => String, { description: 'Its number in the chain, from 1 without gaps.' })
  seq!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'Who did it; null when the service itself did.' })
  personId!: string | null;

  @Field(() => String, { description: 'How it was done: by a person, a usage key or a job.' })
  actor!: string;

  @Field(() => String, { description: 'What was done, such as invoice.issue.' })
  action!: string;

  @Field(() => String, { description: 'What kind of thing it was done to.' })
  subjectKind!: string;

  @Field(() => String, { description: 'SHA-256 over this record and the one before it, as hex.' })
  hash!: string;
}

export const toAuditRecord = (entry: AuditEntry): AuditRecordType => ({
  seq: entry.seq.toString(),
  at: entry.at,
  personId: entry.personId === null ? null : toPublicId('person', entry.personId),
  actor: entry.actor.split(':')[0] ?? entry.actor,
  action: entry.action,
  subjectKind: entry.subjectKind,
  hash: entry.hash.toString('hex'),
});

@ObjectType('AuditRecordConnection', { description: 'Audit records, the newest first.' })
export class AuditRecordConnection extends ConnectionOf(AuditRecordType, 'AuditRecord') {}
