import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import type { AuditEntry } from '#libs/platform';
import { ConnectionOf, DateTimeScalar } from '../graphql/index.js';
import { auditSentence, rolesTold } from './messages.js';
import { subjectKey, type SubjectsByKey } from './subject-names.js';
import { toSubjectId } from './subject.js';

@ObjectType('AuditRecord', {
  description: 'One link of a chain: who did what, when. The chain holds ids; names stand apart from it.',
})
export class AuditRecordType {
  @Field(() => String, { description: 'Its number in the chain, from 1 without gaps.' })
  seq!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'Who did it; null when the service itself did.' })
  personId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their name, or that they are a former colleague; null when the service itself did it.',
  })
  personName!: string | null;

  @Field(() => String, { description: 'How it was done: by a person, a usage key or a job.' })
  actor!: string;

  @Field(() => String, { description: 'What was done, such as invoice.issue.' })
  action!: string;

  @Field(() => String, { description: 'What kind of thing it was done to.' })
  subjectKind!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of that thing; null when it is about no one thing.',
  })
  subjectId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What that thing is called now: a person, a framework, a service, a price or a volume band. Null for others.',
  })
  subjectName!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The offering that the thing is or belongs to; null when it is of none.',
  })
  offeringId!: string | null;

  @Field(() => String, { description: 'The record in a sentence, for people.' })
  summary!: string;

  @Field(() => String, { description: 'SHA-256 over this record and the one before it, as hex.' })
  hash!: string;
}

/** `names` has those of all people who did something, `subjects` what it was done to, where that has a name. */
export const toAuditRecord = (
  entry: AuditEntry,
  names: ReadonlyMap<string, string>,
  subjects: SubjectsByKey,
): AuditRecordType => {
  const { action, personId, subjectKind, subjectId } = entry;
  const personName = personId && (names.get(personId) ?? null);
  const actor = entry.actor.split(':')[0] ?? entry.actor;
  const subject = subjects.get(subjectKey(entry));
  return {
    seq: entry.seq.toString(),
    at: entry.at,
    personId: personId && toPublicId('person', personId),
    personName,
    actor,
    action,
    subjectKind,
    subjectId: toSubjectId(subjectKind, subjectId),
    subjectName: subject?.name ?? null,
    offeringId: subject?.offeringId ? toPublicId('offering', subject.offeringId) : null,
    summary: auditSentence(action, personName, actor, {
      person: subjectKind === 'person' ? (subject?.name ?? null) : null,
      roles: rolesTold(entry.details),
    }),
    hash: entry.hash.toString('hex'),
  };
};

@ObjectType('AuditRecordConnection', { description: 'Audit records, the newest first.' })
export class AuditRecordConnection extends ConnectionOf(AuditRecordType, 'AuditRecord') {}
