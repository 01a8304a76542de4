import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '#libs/platform';
import {
  prepareDatabase,
  removeEmbedded,
  startEmbedded,
  temporaryDataDir,
  type EmbeddedPostgres,
} from '../../tools/embedded-postgres/index.js';
import type { TestServer } from '../test-cluster.js';

/** A PostgreSQL of its own that forgets nothing it has promised, to be stopped without a warning. */
export class StoppingPostgres {
  stops = 0;

  private constructor(
    private readonly dataDir: string,
    private cluster: EmbeddedPostgres,
    readonly server: TestServer,
  ) {}

  static async start(): Promise<StoppingPostgres> {
    const dataDir = temporaryDataDir('accede-stops-');
    const cluster = await startEmbedded({ dataDir });
    const template = 'accede_stops';
    const urls = await prepareDatabase(cluster.adminUrl, template);
    await migrate(urls);
    return new StoppingPostgres(dataDir, cluster, { adminUrl: cluster.adminUrl, template, ...urls });
  }

  /** Stops it with `immediate` so many times, each after a pause that is chosen, while the work goes on. */
  async stopDuring(work: Promise<unknown>, times: number, pauseMs: () => number): Promise<void> {
    // Whoever works is waited for below.
    work.catch(() => undefined);
    for (let left = times; left > 0; left -= 1) {
      await sleep(pauseMs());
      await this.stopOnce();
    }
    await work;
  }

  async remove(): Promise<void> {
    await this.cluster.stopImmediately();
    await removeEmbedded(this.dataDir);
  }

  private async stopOnce(): Promise<void> {
    await this.cluster.stopImmediately();
    this.stops += 1;
    const { port } = this.cluster;
    this.cluster = await startEmbedded({ dataDir: this.dataDir, port });
  }
}
