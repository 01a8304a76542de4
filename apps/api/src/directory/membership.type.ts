import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import type { HeldMembership, Role, RoleCapacity } from '#libs/directory';
import type { LocalDate } from '#libs/kernel';
import { BodyType, toBody } from './body.type.js';
import { CapacityEnum, RoleEnum } from './enums.js';

@ObjectType('Person', { description: 'A person who signs in.' })
export class PersonType {
  @Field(() => ID, { description: 'Their id.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => String, { description: 'Their work email address.' })
  email!: string;
}

@ObjectType('Membership', { description: 'A body for which a person may act, and as what.' })
export class MembershipType {
  @Field(() => BodyType, {
    nullable: true,
    description: 'The body; null for a platform operator, who acts for none.',
  })
  body!: BodyType | null;

  @Field(() => CapacityEnum, { description: 'As what the person acts.' })
  capacity!: RoleCapacity;

  @Field(() => [RoleEnum], { description: 'What they may do there.' })
  roles!: readonly Role[];
}

export const toPerson = (person: { id: string; name: string; email: string }): PersonType => ({
  id: toPublicId('person', person.id),
  name: person.name,
  email: person.email,
});

export const toMembership = (
  { body, capacity, roles }: HeldMembership,
  today: LocalDate,
): MembershipType => ({
  body: body && toBody(body, today),
  capacity,
  roles,
});
