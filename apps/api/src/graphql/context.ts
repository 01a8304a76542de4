import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import type { Actor, ReadingTx, Tx, UnitOfWork } from '#libs/platform';
import { callerOf, type Caller } from '../auth/caller.js';

/** Reads in the query's one read-only unit of work. Readers take turns; never call it inside itself. */
export type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export interface GraphQLContext {
  readonly req: Request;
  readonly caller: Caller;
  readonly read: Read;
  readonly closeRead: () => Promise<void>;
}

/** The unit of work opens with the first read, so that a mutation's own commit is seen by its payload. */
export const makeContext = (req: Request, work: UnitOfWork): GraphQLContext => {
  const caller = callerOf(req);
  let reading: Promise<ReadingTx> | null = null;
  return {
    req,
    caller,
    read: async (readWork) => {
      reading ??= work.openRead(caller.actor);
      return (await reading).run(readWork);
    },
    closeRead: async () => {
      if (reading) await (await reading.catch(() => null))?.close();
      reading = null;
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
