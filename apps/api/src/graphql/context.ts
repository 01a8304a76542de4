import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import type { LeadViewKind, RecordLeadViews, Shown } from '#libs/directory';
import type { Actor, ReadingTx, Tx, UnitOfWork } from '#libs/platform';
import { callerOf, type Caller } from '../auth/caller.js';

/** Reads in the query's one read-only unit of work. Readers take turns; never call it inside itself. */
export type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** A thing of a member; without an id it is all that the member has of a kind. */
export interface ShownThing {
  readonly tenantId: string;
  readonly id?: string;
  readonly reference?: string | null;
}
/** Says what of members is about to be answered: to a person of their lead authority, it is recorded first. */
export type Show = (kind: LeadViewKind, things: readonly ShownThing[]) => void;

/** Collects what is about to be answered. */
export const collectShown =
  (shown: Shown[]): Show =>
  (kind, things) => {
    for (const { tenantId, id, reference } of things)
      shown.push({ tenantId, kind, subjectId: id ?? tenantId, reference: reference ?? null });
  };

export interface GraphQLContext {
  readonly req: Request;
  readonly caller: Caller;
  readonly read: Read;
  readonly show: Show;
  /** Ends the reading, and then leaves with members what was shown of them. */
  readonly close: () => Promise<void>;
}

/** The unit of work opens with the first read, so that a mutation's own commit is seen by its payload. */
export const makeContext = (req: Request, work: UnitOfWork, views: RecordLeadViews): GraphQLContext => {
  const caller = callerOf(req);
  const shown: Shown[] = [];
  let reading: Promise<ReadingTx> | null = null;
  return {
    req,
    caller,
    read: async (readWork) => {
      reading ??= work.openRead(caller.actor);
      return (await reading).run(readWork);
    },
    show: collectShown(shown),
    // One after the other: no request holds two connections.
    close: async () => {
      if (reading) await (await reading.catch(() => null))?.close();
      reading = null;
      await views.execute(caller.actor, shown.splice(0));
    },
  };
};

const contextOf = (execution: ExecutionContext): GraphQLContext =>
  GqlExecutionContext.create(execution).getContext<GraphQLContext>();

/** Who asks: from the session, never from an argument. */
export const CurrentActor = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Actor => contextOf(execution).caller.actor,
);
/** The caller with session and roles. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Caller => contextOf(execution).caller,
);
export const Reader = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Read => contextOf(execution).read,
);
/** In queries alone: what a mutation does is in the audit trail. */
export const Shows = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Show => contextOf(execution).show,
);
