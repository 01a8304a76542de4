import { Field, ID, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { RevokeSession } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import { CurrentCaller, PayloadOf, Requires, toPayload, type Caller } from '../graphql/index.js';

@ObjectType({ description: 'The session that ended.' })
export class SessionSignOutPayload extends PayloadOf('SessionSignOut', []) {
  @Field(() => ID, { nullable: true, description: 'Its id; null when it had ended already.' })
  sessionId!: string | null;
}

@Resolver()
export class SessionSignOutResolver {
  constructor(private readonly revokeSession: RevokeSession) {}

  @Mutation(() => SessionSignOutPayload, {
    description: 'Ends the session that asks, at once. Needs session:use.',
  })
  @Requires('session:use')
  async sessionSignOut(@CurrentCaller() { actor, sessionId }: Caller): Promise<SessionSignOutPayload> {
    const result = await this.revokeSession.execute(actor, { sessionId: sessionId ?? '' });
    return toPayload(result, (ended) => ({ sessionId: toPublicId('session', ended.sessionId) }));
  }
}
