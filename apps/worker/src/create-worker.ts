import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { LookAfterCosts } from '#libs/costs';
import { LookAfterStripe } from '#libs/payments';
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
  const stopLooking = [
    lookAfter(context.get(LookAfterStripe), logger, 'what is due at Stripe cannot be seen now'),
    lookAfter(context.get(LookAfterCosts), logger, 'which cost shares are due cannot be seen now'),
  ];
  return {
    context,
    stop: async () => {
      for (const stop of stopLooking) await stop();
      await runner.stop();
      await context.close();
    },
  };
};

const LOOK_EVERY_MS = 5_000;

/** Has what is due looked for now and then, one look after the other; answers how to end it. */
const lookAfter = (
  due: { execute(): Promise<void> },
  logger: Logger,
  failed: string,
): (() => Promise<void>) => {
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(() => due.execute()).catch((error: unknown) => logger.fault({}, error, failed));
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return looking;
  };
};
