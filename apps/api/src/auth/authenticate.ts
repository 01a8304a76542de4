import type { NextFunction, Request, RequestHandler, Response } from 'express';
import passport from 'passport';
import { refuse } from '#libs/kernel';
import { answerRefusal } from '../http/http-refusal.js';
import { setCaller, type Caller } from './caller.js';

/**
 * Puts the caller on the request when it brings a session's bearer token. A token that is not good (any more) is
 * refused here; without one the caller is a visitor.
 */
export const authenticateSession: RequestHandler = (req: Request, res: Response, next: NextFunction) => {
  if (req.headers.authorization === undefined) return next();
  const done = (error: unknown, caller: Caller | false | null): void => {
    if (error) return next(error);
    if (!caller) return answerRefusal(req, res, 401, refuse('SIGN_IN_REQUIRED'));
    setCaller(req, caller);
    next();
  };
  (passport.authenticate('session', { session: false }, done) as RequestHandler)(req, res, next);
};
