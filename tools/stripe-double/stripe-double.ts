import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Answers } from './answers.js';
import { control } from './control.js';
import { expireSession, giveMandate } from './endpoints-checkout.js';
import { Faults } from './faults.js';
import { checkoutPage } from './checkout-page.js';
import { Money } from './money.js';
import { Store, type Thing } from './store.js';
import { Webhooks, type Endpoint } from './webhooks.js';

export const API_VERSION = '2026-10-28.endive';

export interface DoubleOptions {
  readonly secretKey: string;
  readonly webhook?: Endpoint;
  /** After so long a debit that was asked for goes through by itself; never when absent. */
  readonly settleDebitsAfterMs?: number;
  /** Told after each change, for whoever keeps the state. */
  readonly changed?: (state: string) => void;
}

/** A request that came in, for tests that count them. */
export interface Seen {
  readonly request: string;
  readonly idempotencyKey: string | null;
}

/** Stripe, as far as this product uses it: strict, in one process, and able to fail on demand. */
export class StripeDouble {
  readonly store = new Store(() => new Date());
  readonly money = new Money(this.store);
  readonly faults = new Faults();
  readonly webhooks: Webhooks;
  readonly seen: Seen[] = [];
  private url = '';
  private readonly answers: Answers;
  private readonly server = createServer((req, res) => void this.serve(req, res));

  constructor(private readonly options: DoubleOptions) {
    this.webhooks = new Webhooks(API_VERSION, options.webhook ?? null);
    this.answers = new Answers(options.secretKey, API_VERSION);
    this.store.onEvent = (event) => {
      this.webhooks.tell(event);
      if (event.type === 'payment_intent.processing') this.settleLater((event.snapshot as Thing).id);
    };
  }

  /** Listens on this machine (0: any free port) and answers where. */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this.url;
  }

  async stop(): Promise<void> {
    await this.webhooks.stop();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** The newest thing of a kind, whatever is true of it. */
  newest(object: string, fits?: (thing: Thing) => boolean): Thing {
    const [thing] = this.store.all(object, fits);
    if (!thing) throw new Error(`the double has no such ${object}`);
    return thing;
  }

  /** Whoever holds the mandate's page presses its button. */
  giveMandate(sessionId: string): Thing {
    return giveMandate(this.store, this.store.get('checkout.session', sessionId));
  }

  expireSession(sessionId: string): void {
    expireSession(this.store, this.store.get('checkout.session', sessionId));
  }

  private settleLater(intentId: string): void {
    const { settleDebitsAfterMs } = this.options;
    if (settleDebitsAfterMs === undefined) return;
    setTimeout(() => {
      const intent = this.store.find(intentId);
      if (intent?.['status'] === 'processing') this.money.settle(intent);
      this.options.changed?.(this.store.save());
    }, settleDebitsAfterMs).unref();
  }

  private async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await textOf(req);
    const url = new URL(req.url ?? '/', 'http://double');
    const request = `${req.method ?? 'GET'} ${url.pathname}`;
    if (url.pathname.startsWith('/_control/')) return control(this, url.pathname, body, res);
    if (url.pathname.startsWith('/checkout/')) return checkoutPage(this, req, url.pathname, res);
    const key = req.headers['idempotency-key'];
    this.seen.push({ request, idempotencyKey: typeof key === 'string' ? key : null });
    if (this.faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.faults.delayMs));
    const fault = this.faults.take(request);
    if (fault === 'DOWN') return void req.socket.destroy();
    const around = { store: this.store, money: this.money, url: this.url };
    const answer = this.answers.to(around, {
      request,
      query: url.search.slice(1),
      body,
      headers: req.headers,
      fault,
    });
    if (req.method === 'POST') this.options.changed?.(this.store.save());
    if (fault === 'DROP') return void req.socket.destroy();
    res.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
  }
}

const textOf = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
