import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { FindBody, SignIn, type HeldMembership, type Started } from '#libs/directory';
import type { Actor, Tx } from '#libs/platform';
import { CurrentActor, PayloadOf, Public, Reader, toPayload, type Read } from '../graphql/index.js';
import { MembershipType, PersonType, toMembership, toPerson } from './membership.type.js';

@InputType({ description: 'An address and the code that was sent to it.' })
export class SessionSignInInput {
  @Field(() => String, { description: 'The address that the code was sent to.' })
  email!: string;

  @Field(() => String, { description: 'The six digits.' })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Your name, kept at your first sign-in; made from the address when absent.',
  })
  name?: string | null;
}

@ObjectType({ description: 'The session that began.' })
export class SessionSignInPayload extends PayloadOf('SessionSignIn', [
  'CODE_EXPIRED',
  'CODE_TOO_MANY_TRIES',
  'CODE_WRONG',
  'EMAIL_FORMAT',
  'FIELD_REQUIRED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => String, {
    nullable: true,
    description:
      'Send it as "Authorization: Bearer …". It is shown this once; null when sign-in was refused.',
  })
  token!: string | null;

  @Field(() => PersonType, { nullable: true, description: 'Who signed in; null when it was refused.' })
  person!: PersonType | null;

  @Field(() => [MembershipType], {
    nullable: true,
    description:
      'All that the person may act for: choose one with sessionActFor when there are several. Null when it was refused.',
  })
  memberships!: readonly MembershipType[] | null;

  @Field(() => MembershipType, {
    nullable: true,
    description: 'For whom the session acts already; null when there is a choice to make.',
  })
  actingFor!: MembershipType | null;
}

@Resolver()
export class SessionSignInResolver {
  constructor(
    private readonly signIn: SignIn,
    private readonly find: FindBody,
  ) {}

  @Mutation(() => SessionSignInPayload, { description: 'Exchanges a sign-in code for a session. Public.' })
  @Public()
  async sessionSignIn(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: SessionSignInInput,
  ): Promise<SessionSignInPayload> {
    const result = await this.signIn.execute(
      { ...input, name: input.name ?? null },
      actor.identity.requestId,
    );
    return toPayload(result, (started) =>
      read(async (tx) => {
        const memberships = (await this.withBodies(tx, started)).map((held) => toMembership(held, tx.today));
        const acting = started.memberships.findIndex(
          ({ bodyId, capacity }) =>
            bodyId === started.actingFor?.bodyId && capacity === started.actingFor.capacity,
        );
        return {
          token: started.token,
          person: toPerson(started.person),
          memberships,
          actingFor: memberships[acting] ?? null,
        };
      }),
    );
  }

  private async withBodies(tx: Tx, { memberships }: Started): Promise<readonly HeldMembership[]> {
    const bodies = await this.find.byIds(
      tx,
      memberships.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId])),
    );
    return memberships.map(({ bodyId, ...rest }) => ({
      ...rest,
      body: bodyId === null ? null : (bodies.get(bodyId) ?? null),
    }));
  }
}
