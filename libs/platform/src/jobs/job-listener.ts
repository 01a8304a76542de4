import pg from 'pg';
import type { Config } from '../config/config.js';
import type { Logger } from '../logging/logger.js';

const LONGEST_PAUSE_MS = 30_000;

/** Hears at once when a job is added. A lost connection costs speed only, since workers look now and then anyway. */
export class JobListener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private losses = 0;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly heard: () => void,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.appDatabaseUrl,
      application_name: 'accede-jobs',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    let listening = false;
    client.on('error', (error) => this.logger.fault({}, error, 'job listener lost; looking goes on'));
    client.on('notification', this.heard);
    client.on('end', () => {
      if (listening) this.tryAgainLater();
    });
    try {
      await client.connect();
      await client.query('listen job');
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    listening = true;
    this.client = client;
    this.losses = 0;
    if (this.stopped) await client.end();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private tryAgainLater(): void {
    if (this.stopped) return;
    this.losses += 1;
    const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** Math.min(this.losses, 8));
    this.timer = setTimeout(() => {
      // What was added meanwhile was not heard.
      this.start().then(this.heard, () => this.tryAgainLater());
    }, pause);
  }
}
