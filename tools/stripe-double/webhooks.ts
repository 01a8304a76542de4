import { createHmac } from 'node:crypto';
import type { Told } from './store.js';

/** `hold` keeps events until they are released; `lose` never sends them. */
export type WebhookMode = 'send' | 'hold' | 'lose';

const RETRIES_MS = [200, 500, 1_000, 2_000, 5_000];

export interface Endpoint {
  readonly url: string;
  readonly secret: string;
}

/** Tells events to an address, signed, and again until they are taken. */
export class Webhooks {
  mode: WebhookMode = 'send';
  private held: Told[] = [];
  private sending = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly apiVersion: string,
    private endpoint: Endpoint | null,
  ) {}

  aimAt(endpoint: Endpoint): void {
    this.endpoint = endpoint;
  }

  tell(event: Told): void {
    if (this.mode === 'hold') this.held.push(event);
    else if (this.mode === 'send') this.begin(event);
  }

  /** Sends what was held: each so many times, in an order that `shuffle` chooses. */
  async release({ copies = 1, shuffle = false } = {}): Promise<number> {
    const events = this.held.splice(0).flatMap((event) => Array.from({ length: copies }, () => event));
    if (shuffle) events.sort(() => Math.random() - 0.5);
    for (const event of events) await this.send(this.bodyOf(event));
    return events.length;
  }

  bodyOf({ id, type, created, snapshot }: Told): string {
    const event = {
      id,
      object: 'event',
      api_version: this.apiVersion,
      created,
      data: { object: snapshot },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    };
    return JSON.stringify(event, null, 2);
  }

  /** Stripe's signature over a body at a moment. */
  static sign(body: string, secret: string, seconds: number): string {
    const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return `t=${seconds},v1=${mac}`;
  }

  /** Posts a body once; answers the status, 0 when nobody answered. */
  async send(body: string, signature?: string): Promise<number> {
    if (this.endpoint === null) return 0;
    const { url, secret } = this.endpoint;
    const seconds = Math.floor(Date.now() / 1000);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature ?? Webhooks.sign(body, secret, seconds),
        },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  /** Until nothing is under way. */
  async idle(): Promise<void> {
    while (this.sending.size > 0) await Promise.all(this.sending);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.idle();
  }

  private begin(event: Told): void {
    if (this.endpoint === null) return;
    const sending = this.sendUntilTaken(this.bodyOf(event)).finally(() => this.sending.delete(sending));
    this.sending.add(sending);
  }

  private async sendUntilTaken(body: string): Promise<void> {
    for (const pause of [0, ...RETRIES_MS]) {
      if (this.stopped) return;
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause).unref());
      const status = await this.send(body);
      if (status >= 200 && status < 300) return;
    }
  }
}
