import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Every request has an id of ours; it is in the logs, the audit record and the answer. */
export const giveRequestId: RequestHandler = (req, res, next) => {
  const id = randomUUID();
  (req as typeof req & { id: string }).id = id;
  res.setHeader('x-request-id', id);
  next();
};
