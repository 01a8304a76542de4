import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JobRunner, JobStore, Logger, type Config, type JobHandler } from '#libs/platform';
import { LoadRegister } from '#libs/directory';
import { jobHandlers, WorkerModule } from './worker.module.js';

export interface Worker {
  readonly context: INestApplicationContext;
  stop(): Promise<void>;
}

/** A worker that takes jobs until it is stopped; several may run beside each other. */
export const startWorker = async (config: Config): Promise<Worker> => {
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    bufferLogs: true,
    abortOnError: false,
    autoFlushLogs: false,
  });
  const logger = context.get(Logger);
  context.useLogger(logger);
  context.flushLogs();
  const handlers = jobHandlers.map((handler) => context.get<JobHandler>(handler, { strict: false }));
  // The register's facts come with the code; loading again changes only what differs.
  await context.get(LoadRegister).execute();
  const runner = new JobRunner(handlers, context.get(JobStore), config, logger);
  await runner.start();
  return {
    context,
    stop: async () => {
      await runner.stop();
      await context.close();
    },
  };
};
