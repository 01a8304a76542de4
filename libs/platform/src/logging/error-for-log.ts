import { sqlState } from '../database/sql-error.js';

interface ErrorInLog {
  readonly type: string;
  readonly message: string;
  readonly state: string;
  readonly stack: string;
  readonly cause?: ErrorInLog;
}

/**
 * What a log may say of an error. Nothing else that hangs on it: a failed statement carries its parameters and the
 * rows that it met, which are people's addresses, tokens and other bodies' figures.
 */
export const errorForLog = (error: unknown): ErrorInLog => {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), state: '', stack: '' };
  return {
    type: error.constructor.name,
    message: error.message,
    state: sqlState(error),
    stack: error.stack ?? '',
    ...(error.cause instanceof Error && { cause: errorForLog(error.cause) }),
  };
};
