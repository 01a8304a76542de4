import 'reflect-metadata';
import { createServer } from 'node:http';
import { ConfigError, DatabaseHealth, listenOn, readConfig, UnsafeRoleError } from '#libs/platform';
import { startWorker } from './create-worker.js';

try {
  const config = readConfig(process.env);
  const worker = await startWorker(config);
  const health = worker.context.get(DatabaseHealth);
  let stopping = false;
  const server = createServer((req, res) => {
    const answer = (status: number, body: object): void => {
      res
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(body));
    };
    if (req.url === '/healthz') return answer(200, { status: 'alive' });
    if (req.url !== '/readyz') return answer(404, { status: 'nothing here' });
    void health.fault().then((fault) => {
      const reason = stopping ? 'stopping' : fault;
      answer(
        reason === null ? 200 : 503,
        reason === null ? { status: 'ready' } : { status: 'not ready', reason },
      );
    });
  });
  await listenOn(server, { host: config.host, port: config.workerPort, setting: 'WORKER_PORT' });
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void worker.stop().then(() => {
      server.close();
      process.exit(0);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof UnsafeRoleError;
  console.error(expected ? error.message : error);
  process.exit(1);
}
