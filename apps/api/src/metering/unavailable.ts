import type { Response } from 'express';
import { HttpRefusal } from '../http/http-refusal.js';

const RETRY_AFTER_SECONDS = '5';

/** Of a connection: refused, cut, or not to be had in time; of the server: shutting down, starting up, full, or too slow. */
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'ENOENT'],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08003', '08006', '57014', '55P03', '40001', '40P01'],
]);
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|has encountered a connection error|is not currently accepting connections/;

/**
 * Does the work, and when the database does not answer tells the sender to come again: whatever of a batch was
 * stored answers as duplicates then.
 */
export const orUnavailable = async <T>(res: Response, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!isAway(error)) throw error;
    res.setHeader('retry-after', RETRY_AFTER_SECONDS);
    throw new HttpRefusal(503, {
      code: 'UNAVAILABLE',
      message: 'We cannot take usage at the moment. Send the same request again in a few seconds.',
    });
  }
};

const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const {
    code,
    driverError,
    cause,
    errors = [],
  } = error as Error & {
    readonly code?: unknown;
    readonly driverError?: unknown;
    readonly errors?: readonly unknown[];
  };
  if ((typeof code === 'string' && AWAY.has(code)) || AWAY_WORDS.test(error.message)) return true;
  return [driverError, cause, ...errors].some((inner) => inner !== error && isAway(inner));
};
