import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import passport from 'passport';
import { looksLikeUsageKey, type UsageKey } from '#libs/metering';
import { HttpRefusal } from '../http/http-refusal.js';
import { orUnavailable } from './unavailable.js';

const key = Symbol('usage key');
type WithKey = Request & { [key]?: UsageKey };

/** The key that a request was let in with. */
export const usageKeyOf = (req: Request): UsageKey => {
  const found = (req as WithKey)[key];
  if (!found) throw new Error('a request came to the usage door without its key');
  return found;
};

/** Lets a sender in by its usage key: unknown, expired and revoked keys are refused alike. */
@Injectable()
export class UsageKeyGuard implements CanActivate {
  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const http = execution.switchToHttp();
    const [req, res] = [http.getRequest<Request>(), http.getResponse<Response>()];
    if (keyInAddress(req)) throw new HttpRefusal(400, { code: 'KEY_IN_ADDRESS', message: KEY_IN_ADDRESS });
    const found = await orUnavailable(res, () => authenticate(req, res));
    if (!found) {
      res.setHeader('www-authenticate', 'Bearer realm="usage"');
      throw new HttpRefusal(401, { code: 'USAGE_KEY_REQUIRED', message: KEY_REQUIRED });
    }
    (req as WithKey)[key] = found;
    return true;
  }
}

const KEY_REQUIRED = 'Send a usage key that is in use, as "Authorization: Bearer auk_...".';
const KEY_IN_ADDRESS =
  'Send the usage key in the Authorization header and never in the address, where it is logged. Revoke this key and make a new one.';

const keyInAddress = ({ url, query }: Request): boolean => 'access_token' in query || looksLikeUsageKey(url);

const authenticate = (req: Request, res: Response): Promise<UsageKey | null> =>
  new Promise((resolve, reject) => {
    const done = (error: unknown, found: UsageKey | false | null): void => {
      if (error)
        reject(error instanceof Error ? error : new Error('a usage key could not be read', { cause: error }));
      else resolve(found || null);
    };
    const handler = passport.authenticate('usage-key', { session: false }, done) as RequestHandler;
    void handler(req, res, reject);
  });
