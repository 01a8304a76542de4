import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Session } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import { ConnectionOf, DateTimeScalar } from '../graphql/index.js';

@ObjectType('Session', { description: 'A place where you are signed in.' })
export class SessionType {
  @Field(() => ID, { description: 'Its id; never its token.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When you signed in.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  lastUsedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends at the latest.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent!: boolean;
}

@ObjectType('SessionConnection', { description: 'Your live sessions, newest first.' })
export class SessionConnection extends ConnectionOf(SessionType, 'Session') {}

export const toSession = (session: Session, currentId: string | null): SessionType => ({
  id: toPublicId('session', session.id),
  createdAt: session.createdAt,
  lastUsedAt: session.lastUsedAt,
  expiresAt: session.expiresAt,
  isCurrent: session.id === currentId,
});
