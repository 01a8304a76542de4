import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { localDate, londonDateOf, type LocalDate } from '#libs/kernel';
import type { MeQuery } from '../api/me.generated.js';
import type { Audience } from './page.js';

/** One look at a page: who looks, and where. */
export class Visit {
  constructor(
    /** The session's token, or null for a visitor. */
    readonly token: string | null,
    readonly me: MeQuery['me'] | null,
    /** A token came that is not good any more. */
    readonly sessionLost: boolean,
    /** The address with what follows its `?`. */
    readonly address: string,
  ) {}

  get path(): string {
    return this.address.split('?')[0] ?? '/';
  }

  get audience(): Audience {
    return this.me?.actingFor?.capacity ?? 'VISITOR';
  }

  get isLead(): boolean {
    return this.audience === 'LEAD';
  }

  /** What day it is for the service, whose calendar may be moved in the demonstration; for a visitor, London's. */
  get today(): LocalDate {
    return this.me === null ? londonDateOf(new Date()) : localDate(this.me.today);
  }

  may(permission: string): boolean {
    return this.me?.permissions.includes(permission) ?? false;
  }
}

const key = Symbol('visit');
type WithVisit = Request & { [key]?: Visit };

export const setVisit = (req: Request, visit: Visit): void => {
  (req as WithVisit)[key] = visit;
};

export const visitOf = (req: Request): Visit =>
  (req as WithVisit)[key] ?? new Visit(null, null, false, req.originalUrl);

/** Gives a page's method the visit. */
export const TheVisit = createParamDecorator((_: unknown, context: ExecutionContext) =>
  visitOf(context.switchToHttp().getRequest<Request>()),
);
