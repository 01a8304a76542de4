import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppointOperator } from '#libs/directory';
import { LookAfterStripe } from '#libs/payments';
import { readConfig } from '#libs/platform';
import { createApi } from '../../apps/api/src/create-api.js';
import { startWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { RunningService, Settings } from './running-service.js';

/** An api on a free port and a worker, in this process. */
export class Service implements RunningService {
  private constructor(
    readonly api: NestExpressApplication,
    private readonly worker: Worker,
    readonly url: string,
  ) {}

  static async start(settings: Settings): Promise<Service> {
    const config = readConfig(settings);
    const api = await createApi(config);
    const worker = await startWorker(config);
    await api.listen(0, '127.0.0.1');
    const { port } = (api.getHttpServer() as { address(): AddressInfo }).address();
    return new Service(api, worker, `http://127.0.0.1:${port}`);
  }

  lookAfterStripe(): Promise<void> {
    return this.worker.context.get(LookAfterStripe).execute();
  }

  async appointOperator(person: { readonly email: string; readonly name: string }): Promise<void> {
    const appointed = await this.api.get(AppointOperator).execute(person);
    if (!appointed.ok) throw new Error('the operator was refused');
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    await this.api.close();
  }
}
