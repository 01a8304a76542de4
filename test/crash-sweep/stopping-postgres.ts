import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '#libs/platform';
import {
  prepareDatabase,
  removeEmbedded,
  startEmbedded,
  temporaryDataDir,
  type EmbeddedPostgres,
} from '../../tools/embedded-postgres/index.js';
import { asAdmin, type TestServer } from '../test-server.js';

/**
 * A PostgreSQL of its own, to be stopped without a warning. What it has acknowledged is with the operating system, which
 * goes on: that it is on the disk too matters when the whole machine falls, and makes every copy of a world slow.
 */
export class StoppingPostgres {
  stops = 0;

  private constructor(
    private readonly dataDir: string,
    private cluster: EmbeddedPostgres,
    readonly server: TestServer,
  ) {}

  static async start(): Promise<StoppingPostgres> {
    const dataDir = temporaryDataDir('accede-stops-');
    const cluster = await startEmbedded({ dataDir, forTests: true });
    const { adminUrl } = cluster;
    const template = 'accede_stops';
    const urls = await prepareDatabase(adminUrl, template);
    await asAdmin(adminUrl, (client) => client.query('alter role accede_app set synchronous_commit = on'));
    await migrate(urls);
    return new StoppingPostgres(dataDir, cluster, { adminUrl, template, ...urls });
  }

  /** Stops it with `immediate` so many times, each after a pause that is chosen, and has it recover. */
  async stop(times: number, pauseMs: () => number): Promise<void> {
    for (let left = times; left > 0; left -= 1) {
      await sleep(pauseMs());
      await this.cluster.stopImmediately();
      this.stops += 1;
      const { port } = this.cluster;
      this.cluster = await startEmbedded({ dataDir: this.dataDir, port, forTests: true });
    }
  }

  async remove(): Promise<void> {
    await this.cluster.stopImmediately();
    await removeEmbedded(this.dataDir);
  }
}
