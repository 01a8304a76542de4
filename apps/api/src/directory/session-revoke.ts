import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { RevokeSession } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, readId, Requires, toPayload } from '../graphql/index.js';

@InputType({ description: 'One of your sessions.' })
export class SessionRevokeInput {
  @Field(() => ID, { description: 'The id of the session, from sessions.' })
  sessionId!: string;
}

@ObjectType({ description: 'The session that ended.' })
export class SessionRevokePayload extends PayloadOf('SessionRevoke', []) {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  sessionId!: string | null;
}

@Resolver()
export class SessionRevokeResolver {
  constructor(private readonly revokeSession: RevokeSession) {}

  @Mutation(() => SessionRevokePayload, {
    description: 'Ends one of your sessions, wherever it is, at once. Needs session:use.',
  })
  @Requires('session:use')
  async sessionRevoke(
    @CurrentActor() actor: Actor,
    @Args('input') input: SessionRevokeInput,
  ): Promise<SessionRevokePayload> {
    const result = await this.revokeSession.execute(actor, { sessionId: readId('session', input.sessionId) });
    return toPayload(result, (ended) => ({ sessionId: toPublicId('session', ended.sessionId) }));
  }
}
