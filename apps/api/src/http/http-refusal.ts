import { HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { requestIdOf } from '../auth/caller.js';

/** A stable code and its sentence. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

/** A refusal of an HTTP door; the filter answers it in the same shape as GraphQL's errors. */
export class HttpRefusal extends HttpException {
  constructor(
    status: number,
    readonly refusal: Fault,
  ) {
    super(refusal.message, status);
  }
}

/** The one shape of an error that is not a userError, over HTTP as over GraphQL. */
export const errorBody = (code: string, message: string, requestId: string): object => ({
  errors: [{ message, extensions: { code, requestId } }],
});

export const answerRefusal = (req: Request, res: Response, status: number, refusal: Fault): void => {
  res.status(status).json(errorBody(refusal.code, refusal.message, requestIdOf(req)));
};
