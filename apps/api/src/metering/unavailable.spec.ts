import { describe, expect, it } from '@jest/globals';
import type { Response } from 'express';
import { HttpRefusal } from '../http/http-refusal.js';
import { orUnavailable } from './unavailable.js';

const failWith = async (error: unknown): Promise<readonly unknown[]> => {
  const headers: string[] = [];
  const res = {
    setHeader: (name: string, value: string) => headers.push(`${name}: ${value}`),
  } as unknown as Response;
  const thrown: unknown = await orUnavailable(res, () => Promise.reject(error as Error)).catch(
    (caught: unknown) => caught,
  );
  return [thrown instanceof HttpRefusal ? thrown.getStatus() : thrown, ...headers];
};
const withCode = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('a database that does not answer', () => {
  it.each([
    withCode('ECONNREFUSED'),
    withCode('57P01', 'terminating connection due to administrator command'),
    withCode('55000', 'database "accede" is not currently accepting connections'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    Object.assign(new Error('query failed'), { driverError: withCode('08006') }),
    new Error('wrapped', { cause: withCode('57P03') }),
    new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]),
  ])('%p asks the sender to come again', async (error) => {
    expect(await failWith(error)).toEqual([503, 'retry-after: 5']);
  });

  it.each([
    new Error('a bug'),
    withCode('23505'),
    withCode('55000', 'something else'),
    new HttpRefusal(400, { code: 'BAD_REQUEST', message: 'No' }),
  ])('%p stays what it is', async (error) => {
    expect(await failWith(error)).toEqual([error instanceof HttpRefusal ? 400 : error]);
  });
});
