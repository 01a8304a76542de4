import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { endpoints, type Around, type Endpoint, type List } from './endpoints.js';
import { expanded } from './expand.js';
import type { FaultKind } from './faults.js';
import { parseForm } from './form.js';
import { invalid, Refusal } from './refusal.js';
import { integer, listOf, readParams, text, type Json, type Params } from './shapes.js';
import type { Thing } from './store.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Asked {
  /** `POST /v1/invoices` */
  readonly request: string;
  readonly query: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
  readonly fault: FaultKind | null;
}

interface Kept {
  readonly digest: string;
  readonly status: number;
  readonly body: string;
}

/** Answers requests as Stripe does: key, version, parameters, idempotency, then the thing itself. */
export class Answers {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly secretKey: string,
    private readonly apiVersion: string,
  ) {}

  to(around: Around, asked: Asked): Answer {
    const headers = {
      'request-id': `req_${randomBytes(8).toString('hex')}`,
      'stripe-version': this.apiVersion,
    };
    try {
      this.admit(asked.headers);
      return { headers, ...this.answer(around, asked) };
    } catch (error) {
      if (error instanceof Refusal) return { headers, status: error.status, body: errorBody(error) };
      const bug = new Refusal(500, {
        type: 'api_error',
        message: `the double has a fault: ${String(error)}`,
      });
      return { headers, status: 500, body: errorBody(bug) };
    }
  }

  private admit(headers: IncomingHttpHeaders): void {
    if (headers.authorization !== `Bearer ${this.secretKey}`)
      throw new Refusal(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' });
    const version = headers['stripe-version'];
    if (version !== undefined && version !== this.apiVersion)
      throw invalid(`Invalid Stripe API version: ${String(version)}`);
  }

  private answer(around: Around, asked: Asked): Omit<Answer, 'headers'> & { headers?: Answer['headers'] } {
    const [method = '', path = ''] = asked.request.split(' ');
    const found = match(method, path);
    if (!found)
      throw new Refusal(404, {
        type: 'invalid_request_error',
        message: `Unrecognized request URL (${asked.request}).`,
      });
    const { endpoint, ids } = found;
    const { expand, page, params } = split(
      readParams(parseForm(method === 'GET' ? asked.query : asked.body), {
        ...endpoint.params,
        expand: listOf(text),
        ...(method === 'GET' ? { limit: integer, starting_after: text, ending_before: text } : {}),
      }),
    );
    const run = (): { status: number; body: string } => {
      const result = carryOut(around, endpoint, { params, ids, fault: asked.fault });
      return { status: 200, body: shown(around, result, expand, page, path) };
    };
    const key = asked.headers['idempotency-key'];
    if (method !== 'POST' || typeof key !== 'string') return run();
    return this.once(key, createHash('sha256').update(`${asked.request}\n${asked.body}`).digest('hex'), run);
  }

  /** What was begun is kept and answered again, faults of Stripe's own too; the same key for something else is refused. */
  private once(
    key: string,
    digest: string,
    run: () => { status: number; body: string },
  ): { status: number; body: string; headers?: Record<string, string> } {
    const before = this.kept.get(key);
    if (before && before.digest !== digest)
      throw new Refusal(400, {
        type: 'idempotency_error',
        message:
          'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      });
    if (before) return { ...before, headers: { 'idempotent-replayed': 'true' } };
    try {
      const answer = run();
      this.kept.set(key, { digest, ...answer });
      return answer;
    } catch (error) {
      const isBusy = error instanceof Refusal && error.status === 429;
      if (error instanceof Refusal && !isBusy)
        this.kept.set(key, { digest, status: error.status, body: errorBody(error) });
      throw error;
    }
  }

  /** As Stripe may after a day. */
  forgetKeys(): void {
    this.kept.clear();
  }
}

const errorBody = ({ body }: Refusal): string => JSON.stringify({ error: body });

const match = (method: string, path: string): { endpoint: Endpoint; ids: readonly string[] } | null => {
  for (const endpoint of endpoints.filter((one) => one.method === method)) {
    const pattern = new RegExp(`^${endpoint.path.replace(/:\w+/g, '([^/]+)')}$`);
    const found = pattern.exec(path);
    if (found) return { endpoint, ids: found.slice(1).map(decodeURIComponent) };
  }
  return null;
};

interface Page {
  readonly limit: number;
  readonly after: string | null;
}

const split = (all: Params): { expand: readonly string[]; page: Page; params: Params } => {
  const { expand = [], limit = 10, starting_after: after = null, ending_before: _, ...params } = all;
  if (Number(limit) < 1 || Number(limit) > 100) throw invalid('limit is from 1 to 100', 'limit');
  return {
    expand: expand as readonly string[],
    page: { limit: Number(limit), after: after as string | null },
    params,
  };
};

const broken = (): Refusal =>
  new Refusal(500, { type: 'api_error', message: 'An unknown error occurred (planted by the double).' });

const carryOut = (
  around: Around,
  { carryOut: act }: Endpoint,
  { params, ids, fault }: { params: Params; ids: readonly string[]; fault: FaultKind | null },
): Thing | List | object => {
  if (fault === 'BUSY')
    throw new Refusal(429, {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Too many requests',
    });
  if (fault === 'BREAK') throw broken();
  const result = act(around, params, ids);
  if (fault === 'BREAK_AFTER') throw broken();
  return result;
};

const shown = (
  { store }: Around,
  result: Thing | List | object,
  expand: readonly string[],
  { limit, after }: Page,
  url: string,
): string => {
  if (!('list' in result)) return JSON.stringify(expanded(store, result as Thing, expand));
  const all = result.list as readonly Thing[];
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const list: Json = {
    object: 'list',
    url,
    has_more: from + limit < all.length,
    data: all.slice(from, from + limit),
  };
  return JSON.stringify(expanded(store, list, expand));
};
