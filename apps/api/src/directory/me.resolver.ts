import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ListSessions, mayDo, permissions, ReadMemberships, type Permission } from '#libs/directory';
import { isUuid, refuse, type LocalDate } from '#libs/kernel';
import {
  checkedFirst,
  CurrentCaller,
  cursorOf,
  LocalDateScalar,
  notFound,
  PageArgs,
  refused,
  Requires,
  toConnection,
  type Caller,
} from '../graphql/index.js';
import { MembershipType, PersonType, toMembership, toPerson } from './membership.type.js';
import { SessionConnection, toSession } from './session.type.js';

@ObjectType('Me', { description: 'Who you are, and for whom you act.' })
export class MeType {
  @Field(() => PersonType, { description: 'You.' })
  person!: PersonType;

  @Field(() => [MembershipType], { description: 'All that you may act for.' })
  memberships!: readonly MembershipType[];

  @Field(() => MembershipType, {
    nullable: true,
    description: 'For whom this session acts; null until you have chosen.',
  })
  actingFor!: MembershipType | null;

  @Field(() => [String], {
    description: 'What you may do while you act for them, as named in the descriptions of operations.',
  })
  permissions!: readonly string[];

  @Field(() => LocalDateScalar, {
    description: 'What day it is for the service, of the Europe/London calendar.',
  })
  today!: LocalDate;
}

@Resolver()
export class MeResolver {
  constructor(
    private readonly memberships: ReadMemberships,
    private readonly sessionList: ListSessions,
  ) {}

  @Query(() => MeType, { description: 'Who is signed in. Needs session:use.' })
  @Requires('session:use')
  async me(@CurrentCaller() { actor, roles }: Caller): Promise<MeType> {
    const found = await this.memberships.execute(actor);
    if (found === null) throw refused(refuse('SIGN_IN_REQUIRED'));
    const { bodyId, capacity } = actor.identity;
    const acting = found.memberships.find(
      (held) => held.capacity === capacity && (held.body?.id ?? null) === bodyId,
    );
    const all = Object.keys(permissions) as Permission[];
    return {
      person: toPerson(found.person),
      memberships: found.memberships.map((held) => toMembership(held, found.today)),
      actingFor: acting ? toMembership(acting, found.today) : null,
      permissions: all.filter((permission) => permission === 'session:use' || mayDo(roles, permission)),
      today: found.today,
    };
  }

  @Query(() => SessionConnection, { description: 'Where you are signed in. Needs session:use.' })
  @Requires('session:use')
  async sessions(
    @CurrentCaller() { actor, sessionId }: Caller,
    @Args() args: PageArgs,
  ): Promise<SessionConnection> {
    const rows = await this.sessionList.execute(actor, { first: checkedFirst(args), after: placeOf(args) });
    return toConnection(
      args,
      rows,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => toSession(row, sessionId),
    );
  }
}

const placeOf = (args: PageArgs): { createdAt: Date; id: string } | null => {
  const values = cursorOf(args);
  if (values === null) return null;
  const [at = '', id = ''] = values;
  const createdAt = new Date(at);
  if (
    values.length !== 2 ||
    !isUuid(id) ||
    Number.isNaN(createdAt.getTime()) ||
    createdAt.toISOString() !== at
  )
    throw notFound();
  return { createdAt, id };
};
