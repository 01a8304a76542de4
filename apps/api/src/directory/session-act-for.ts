import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ActFor, type RoleCapacity } from '#libs/directory';
import { CurrentCaller, PayloadOf, readId, Requires, toPayload, type Caller } from '../graphql/index.js';
import { CapacityEnum } from './enums.js';

@InputType({ description: 'For whom the session should act.' })
export class SessionActForInput {
  @Field(() => ID, { nullable: true, description: 'The body; absent only for a platform operator.' })
  bodyId?: string | null;

  @Field(() => CapacityEnum, { description: 'As what.' })
  capacity!: RoleCapacity;
}

@ObjectType({ description: "The session's new token." })
export class SessionActForPayload extends PayloadOf('SessionActFor', ['NOT_YOUR_BODY']) {
  @Field(() => String, {
    nullable: true,
    description: 'Use it from now on: the token before is dead. Shown this once; null when it was refused.',
  })
  token!: string | null;
}

@Resolver()
export class SessionActForResolver {
  constructor(private readonly actFor: ActFor) {}

  @Mutation(() => SessionActForPayload, {
    description: 'Chooses for whom this session acts. Needs session:use.',
  })
  @Requires('session:use')
  async sessionActFor(
    @CurrentCaller() { actor, sessionId }: Caller,
    @Args('input') { bodyId, capacity }: SessionActForInput,
  ): Promise<SessionActForPayload> {
    const chosen = {
      bodyId: bodyId === undefined || bodyId === null ? null : readId('body', bodyId),
      capacity,
    };
    return toPayload(await this.actFor.execute(actor, sessionId ?? '', chosen), ({ token }) => ({ token }));
  }
}
