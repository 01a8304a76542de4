import { Injectable } from '@nestjs/common';
import { WebConfig } from '../web-config.js';
import { ApiFault } from './api-fault.js';
import type { Operation } from './operation.js';

const PATIENCE_MS = 20_000;

/** Who asks: the token of their session, or null for a visitor. */
export interface Asker {
  readonly token: string | null;
}

/** A text that the API gives to be kept as a file. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly requestId?: string };
  }[];
}

/** The pages' way to the API: the same public GraphQL that anyone may call, as the person who looks at the page. */
@Injectable()
export class Api {
  constructor(private readonly config: WebConfig) {}

  /** Answers the data. What the API refuses as a whole is thrown as an ApiFault; userErrors come with the data. */
  async ask<Data, Variables>(
    { token }: Asker,
    operation: Operation<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const response = await this.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization(token) },
      body: JSON.stringify({ query: operation.text, operationName: operation.name, variables }),
    });
    const { data, errors } = (await response.json().catch(() => ({}))) as Answer<Data>;
    const [error] = errors ?? [];
    if (error)
      throw new ApiFault(error.extensions?.code ?? 'INTERNAL', error.message, error.extensions?.requestId);
    if (data === undefined || data === null) throw new ApiFault('UNAVAILABLE', 'no answer');
    return data;
  }

  /** A download of the API, with the asker's own token: what it would give to anyone who may ask for it there. */
  async download({ token }: Asker, path: string): Promise<Download> {
    const response = await this.send(path, { headers: authorization(token) });
    if (!response.ok) {
      const { errors } = (await response.json().catch(() => ({}))) as Answer<never>;
      const [error] = errors ?? [];
      const code = error?.extensions?.code ?? (response.status === 404 ? 'NOT_FOUND' : 'INTERNAL');
      throw new ApiFault(code, error?.message ?? '', error?.extensions?.requestId);
    }
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    return {
      name: name ?? 'download',
      type: response.headers.get('content-type') ?? 'application/octet-stream',
      content: await response.text(),
    };
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.config.apiUrl}${path}`, {
        ...init,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      throw new ApiFault('UNAVAILABLE', 'no answer', undefined, { cause: error });
    }
  }
}

const authorization = (token: string | null): Record<string, string> =>
  token === null ? {} : { authorization: `Bearer ${token}` };
