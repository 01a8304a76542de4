import { Field, ObjectType } from '@nestjs/graphql';
import type { ListedPerson, Role } from '#libs/directory';
import { ConnectionOf } from '../graphql/index.js';
import { RoleEnum } from './enums.js';
import { PersonType, toPerson } from './membership.type.js';

@ObjectType('Colleague', { description: 'A person with roles in the body that you act for.' })
export class ColleagueType extends PersonType {
  @Field(() => [RoleEnum], { description: 'What they may do there, in the order in which they were given.' })
  roles!: readonly Role[];

  @Field(() => Boolean, {
    description: "Whether their email domain is one of the body's; if not, look twice.",
  })
  isDomainKnown!: boolean;
}

@ObjectType('ColleagueConnection', { description: 'Colleagues by name.' })
export class ColleagueConnection extends ConnectionOf(ColleagueType, 'Colleague') {}

export const toColleague = (person: ListedPerson): ColleagueType => ({
  ...toPerson(person),
  roles: person.roles,
  isDomainKnown: person.domainMatches,
});
