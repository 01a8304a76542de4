import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { PeopleNames } from '#libs/directory';
import { refuse } from '#libs/kernel';
import { listAudit, type Actor } from '#libs/platform';
import {
  checkedFirst,
  CurrentActor,
  cursorOf,
  notFound,
  PageArgs,
  Reader,
  readId,
  refused,
  Requires,
  Shows,
  toConnection,
  type Read,
  type Show,
} from '../graphql/index.js';
import { AuditRecordConnection, toAuditRecord } from './audit-record.type.js';
import { chainOf, WITH_BODY } from './chain-of.js';
import { SubjectNames } from './subject-names.js';
import { readSubject, subjectKinds } from './subject.js';

@ArgsType()
class AuditTrailArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: WITH_BODY })
  withBodyId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only records about things of this kind, as subjectKind has it, such as invoice.',
  })
  subjectKind?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only records about this thing: an invoice, an agreement, a call-off, a price version or another.',
  })
  subjectId?: string | null;
}

@Resolver()
export class AuditTrailResolver {
  constructor(
    private readonly people: PeopleNames,
    private readonly subjectNames: SubjectNames,
  ) {}

  @Query(() => AuditRecordConnection, {
    description:
      'What was done about money, prices, access and agreements: between a tenant and a lead authority, or in the own affairs of either. Needs audit:read.',
  })
  @Requires('audit:read')
  async auditTrail(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: AuditTrailArgs,
  ): Promise<AuditRecordConnection> {
    const chain = chainOf(actor, args.withBodyId ? readId('body', args.withBodyId) : null);
    const page = { first: checkedFirst(args) + 1, before: placeOf(args), subject: subjectOf(args) };
    const { rows, names, subjects } = await read(async (tx) => {
      const entries = await listAudit(tx, chain, page);
      const ids = entries.flatMap(({ personId }) => personId ?? []);
      return {
        rows: entries,
        names: await this.people.within(tx, ids),
        subjects: await this.subjectNames.within(tx, entries),
      };
    });
    // Whoever has no records was not looked at: any body could have been named.
    if (chain.kind === 'tenant' && rows.length > 0) show('AUDIT_TRAIL', [chain]);
    return toConnection(
      args,
      rows,
      (row) => [row.seq.toString()],
      (row) => toAuditRecord(row, names, subjects),
    );
  }
}

const placeOf = (args: PageArgs): bigint | null => {
  const cursor = cursorOf(args)?.[0] ?? null;
  if (cursor !== null && !/^\d{1,18}$/.test(cursor)) throw notFound();
  return cursor === null ? null : BigInt(cursor);
};

const subjectOf = ({
  subjectKind,
  subjectId,
}: AuditTrailArgs): { kind: string; id: string | null } | null => {
  if (subjectKind && !Object.hasOwn(subjectKinds, subjectKind))
    throw refused(refuse('CHOICE_UNKNOWN', { field: 'the kind of thing' }, ['subjectKind']));
  if (!subjectId) return subjectKind ? { kind: subjectKind, id: null } : null;
  const subject = readSubject(subjectId);
  if (subject === null || (subjectKind && subjectKind !== subject.kind)) throw notFound();
  return subject;
};
