import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AddPerson, ListPeople, type Role } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, IdempotencyKeyScalar, PayloadOf, Requires, toPayload } from '../graphql/index.js';
import { ColleagueType, toColleague } from './colleague.type.js';
import { RoleEnum } from './enums.js';

@InputType({ description: 'A colleague and what they may do.' })
export class PersonAddInput {
  @Field(() => String, {
    description: 'Their work email address; its domain may be another one than the body has.',
  })
  email!: string;

  @Field(() => String, { description: 'Their name; not used when they have signed in before.' })
  name!: string;

  @Field(() => [RoleEnum], { description: 'At least one role of the capacity that you act in.' })
  roles!: Role[];

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The colleague who was added.' })
export class PersonAddPayload extends PayloadOf(
  'PersonAdd',
  [
    'EMAIL_FORMAT',
    'FIELD_REQUIRED',
    'PERSON_ALREADY_HAS_ROLE',
    'ROLE_NOT_GRANTABLE',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => ColleagueType, { nullable: true, description: 'The colleague; null when it was refused.' })
  person!: ColleagueType | null;
}

@Resolver()
export class PersonAddResolver {
  constructor(
    private readonly addPerson: AddPerson,
    private readonly people: ListPeople,
  ) {}

  @Mutation(() => PersonAddPayload, {
    description:
      'Adds a colleague to the body that you act for. They sign in with their own address. Needs person:edit.',
  })
  @Requires('person:edit')
  async personAdd(
    @CurrentActor() actor: Actor,
    @Args('input') input: PersonAddInput,
  ): Promise<PersonAddPayload> {
    return toPayload(await this.addPerson.execute(actor, input), async ({ personId }) => {
      const person = await this.people.one(actor, personId);
      return { person: person && toColleague(person) };
    });
  }
}
