import 'reflect-metadata';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createWeb } from '../../apps/web/src/create-web.js';
import { readWebConfig } from '../../apps/web/src/web-config.js';
import type { AnswerTo, Order, OrderName } from './orders.js';
import { Service } from './service.js';

// The program that holds the services of one jest worker's test files, one after the other: their code is loaded once
// and not for each file. A note tells the next file where it listens. It ends with the worker.

const services = new Map<number, Service>();
const webs = new Map<number, NestExpressApplication>();
let last = 0;

const kept = <T>(all: ReadonlyMap<number, T>, number: number): T => {
  const one = all.get(number);
  if (one === undefined) throw new Error(`there is no ${number} any more`);
  return one;
};

const carryOut: { readonly [N in OrderName]: (order: Order<N>) => Promise<AnswerTo<N>> } = {
  startService: async ({ settings }) => {
    const service = await Service.start(settings);
    services.set(++last, service);
    return { service: last, url: service.url };
  },
  stopService: async ({ service }) => {
    await kept(services, service).stop();
    services.delete(service);
    return null;
  },
  lookAfterStripe: async ({ service }) => {
    await kept(services, service).lookAfterStripe();
    return null;
  },
  appointOperator: async ({ service, ...person }) => {
    await kept(services, service).appointOperator(person);
    return null;
  },
  startWeb: async ({ settings }) => {
    const web = await createWeb(readWebConfig(settings));
    await web.listen(0, '127.0.0.1');
    webs.set(++last, web);
    const { port } = (web.getHttpServer() as { address(): AddressInfo }).address();
    return { web: last, url: `http://127.0.0.1:${port}` };
  },
  stopWeb: async ({ web }) => {
    await kept(webs, web).close();
    webs.delete(web);
    return null;
  },
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const answerTo = async (request: IncomingMessage): Promise<unknown> => {
  const name = (request.url ?? '').slice(1) as OrderName;
  return carryOut[name](JSON.parse(await bodyOf(request)) as never);
};

const server = createServer((request, response) => {
  answerTo(request).then(
    (answer) => response.end(JSON.stringify(answer)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
  );
});

const [, , note = ''] = process.argv;
process.on('disconnect', () => {
  rmSync(note, { force: true });
  process.exit(0);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  writeFileSync(note, `${process.pid} ${port}`);
  process.send?.(port);
});
