import type { Request } from 'express';
import type { Role } from '#libs/directory';
import { Actor } from '#libs/platform';

/** Who makes a request: a signed-in person, or a visitor. */
export interface Caller {
  readonly actor: Actor;
  readonly sessionId: string | null;
  readonly personId: string | null;
  readonly roles: readonly Role[];
}

const key = Symbol('caller');
type WithCaller = Request & { [key]?: Caller; id?: string };

export const requestIdOf = (req: Request): string => (req as WithCaller).id ?? '';

export const setCaller = (req: Request, caller: Caller): void => {
  (req as WithCaller)[key] = caller;
};

export const visitor = (requestId: string): Caller => ({
  actor: Actor.visitor(requestId),
  sessionId: null,
  personId: null,
  roles: [],
});

export const callerOf = (req: Request): Caller => (req as WithCaller)[key] ?? visitor(requestIdOf(req));
