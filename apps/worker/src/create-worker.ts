import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
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
  const stopLooking = lookAfterStripe(context, logger);
  return {
    context,
    stop: async () => {
      await stopLooking();
      await runner.stop();
      await context.close();
    },
  };
};

const LOOK_EVERY_MS = 5_000;

/** Has what is due at Stripe looked for now and then, one look after the other; answers how to end it. */
const lookAfterStripe = (context: INestApplicationContext, logger: Logger): (() => Promise<void>) => {
  const stripe = context.get(LookAfterStripe);
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking
      .then(() => stripe.execute())
      .catch((error: unknown) => logger.fault({}, error, 'what is due at Stripe cannot be seen now'));
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return looking;
  };
};
