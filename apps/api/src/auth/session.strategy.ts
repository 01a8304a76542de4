import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-http-bearer';
import { ReadSession } from '#libs/directory';
import { Actor } from '#libs/platform';
import { requestIdOf, type Caller } from './caller.js';

/** A signed-in person by their session's token, from the Authorization header and nowhere else. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(private readonly sessions: ReadSession) {
    super({ passReqToCallback: true });
  }

  async validate(req: Request, token: string): Promise<Caller | false> {
    // The library also takes a token from an address or a body, where it would be logged and kept.
    if (req.headers.authorization?.split(' ')[1] !== token) return false;
    const requestId = requestIdOf(req);
    const signedIn = await this.sessions.execute(token, requestId);
    if (signedIn === null) return false;
    const { session, person, bodyId, capacity, roles } = signedIn;
    const actor = Actor.person({ personId: person.id, bodyId, capacity, roles, requestId });
    return { actor, sessionId: session.id, personId: person.id, roles };
  }
}
