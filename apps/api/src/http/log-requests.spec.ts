import { afterAll, expect, jest, test } from '@jest/globals';
import express from 'express';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '#libs/platform';
import { logRequests } from './log-requests.js';
import type { HttpMetrics } from './metrics.js';

const info = jest.fn<(fields: object, words: string) => void>();
const observe = jest.fn<HttpMetrics['observe']>();

const app = express();
app.use(logRequests({ info } as unknown as Logger, { observe } as unknown as HttpMetrics));
app.use('/graphql', (_req, res) => void res.end());
app.get('/v1/invoices/:id', (_req, res) => void res.end());
const server: Server = app.listen(0, '127.0.0.1');

afterAll(() => void server.close());

test.each([
  ['/graphql', '/graphql'],
  ['/v1/invoices/inv_1.json?a=b', '/v1/invoices'],
  ['/graphqlish', 'other'],
  ['/somewhere/graphql', 'other'],
])('a request of %s is logged and measured as %s', async (address, door) => {
  if (!server.listening) await once(server, 'listening');
  info.mockClear();
  observe.mockClear();
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${address}`);
  await response.text();
  expect(observe.mock.calls).toEqual([['GET', door, response.status, expect.any(Number)]]);
  expect(info.mock.calls).toEqual([
    [expect.objectContaining({ method: 'GET', path: door, status: response.status }), 'request'],
  ]);
});
