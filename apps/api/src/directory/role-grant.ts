import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { GrantRole, ListPeople, type Role } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, readId, Requires, toPayload } from '../graphql/index.js';
import { ColleagueType, toColleague } from './colleague.type.js';
import { RoleEnum } from './enums.js';

@InputType({ description: 'A further role for a colleague.' })
export class RoleGrantInput {
  @Field(() => ID, { description: 'The id of the colleague.' })
  personId!: string;

  @Field(() => RoleEnum, { description: 'A role of the capacity that you act in.' })
  role!: Role;
}

@ObjectType({ description: 'The colleague with the role.' })
export class RoleGrantPayload extends PayloadOf('RoleGrant', [
  'PERSON_ALREADY_HAS_ROLE',
  'ROLE_NOT_GRANTABLE',
]) {
  @Field(() => ColleagueType, { nullable: true, description: 'The colleague; null when it was refused.' })
  person!: ColleagueType | null;
}

@Resolver()
export class RoleGrantResolver {
  constructor(
    private readonly grantRole: GrantRole,
    private readonly people: ListPeople,
  ) {}

  @Mutation(() => RoleGrantPayload, { description: 'Gives a colleague a further role. Needs person:edit.' })
  @Requires('person:edit')
  async roleGrant(
    @CurrentActor() actor: Actor,
    @Args('input') input: RoleGrantInput,
  ): Promise<RoleGrantPayload> {
    const command = { personId: readId('person', input.personId), role: input.role };
    return toPayload(await this.grantRole.execute(actor, command), async ({ personId }) => {
      const person = await this.people.one(actor, personId);
      return { person: person && toColleague(person) };
    });
  }
}
