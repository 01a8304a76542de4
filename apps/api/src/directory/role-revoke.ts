import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ListPeople, RevokeRole, type Role } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, readId, Requires, toPayload } from '../graphql/index.js';
import { ColleagueType, toColleague } from './colleague.type.js';
import { RoleEnum } from './enums.js';

@InputType({ description: 'A role to take away.' })
export class RoleRevokeInput {
  @Field(() => ID, { description: 'The id of the colleague.' })
  personId!: string;

  @Field(() => RoleEnum, { description: 'A role of the capacity that you act in.' })
  role!: Role;
}

@ObjectType({ description: 'The colleague without the role.' })
export class RoleRevokePayload extends PayloadOf('RoleRevoke', ['LAST_ADMINISTRATOR', 'ROLE_NOT_GRANTABLE']) {
  @Field(() => ColleagueType, {
    nullable: true,
    description: 'The colleague with the roles that are left; null when it was refused, or none is left.',
  })
  person!: ColleagueType | null;
}

@Resolver()
export class RoleRevokeResolver {
  constructor(
    private readonly revokeRole: RevokeRole,
    private readonly people: ListPeople,
  ) {}

  @Mutation(() => RoleRevokePayload, {
    description: 'Takes a role from a colleague; it is gone with their next request. Needs person:edit.',
  })
  @Requires('person:edit')
  async roleRevoke(
    @CurrentActor() actor: Actor,
    @Args('input') input: RoleRevokeInput,
  ): Promise<RoleRevokePayload> {
    const command = { personId: readId('person', input.personId), role: input.role };
    return toPayload(await this.revokeRole.execute(actor, command), async ({ personId }) => {
      const person = await this.people.one(actor, personId);
      return { person: person && toColleague(person) };
    });
  }
}
