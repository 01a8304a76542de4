import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';

export interface GivenUsageKey {
  readonly label?: string;
  readonly source?: string;
  readonly expiresOn?: string;
}

/** A usage key; `client` is an administrator of the member or a service manager. Its secret is to be had this once. */
export const givenUsageKey = async (
  client: Client,
  callOffIds: readonly string[],
  { label = 'Payroll system', source = 'payroll', expiresOn = '2026-12-31' }: GivenUsageKey = {},
): Promise<{ id: string; secret: string }> => {
  const { usageKeyCreate } = await client.ok<{
    usageKeyCreate: { usageKey: { id: string }; secret: string };
  }>(
    'mutation($input: UsageKeyCreateInput!) { usageKeyCreate(input: $input) { usageKey { id } secret userErrors { code message } } }',
    { input: { label, source, callOffIds, expiresOn, idempotencyKey: randomUUID() } },
  );
  return { id: usageKeyCreate.usageKey.id, secret: usageKeyCreate.secret };
};

export interface GivenEvent {
  readonly id?: string;
  readonly source?: string;
  readonly type?: string;
  readonly time?: string;
  readonly quantity?: string;
  readonly value?: string;
  readonly calloff?: string;
  readonly corrects?: string;
}

/** A CloudEvent: one payslip on 10 May 2026 unless told. */
export const usageEvent = ({
  id,
  source,
  type,
  time,
  quantity,
  value,
  calloff,
  corrects,
}: GivenEvent = {}) => ({
  specversion: '1.0',
  id: id ?? randomUUID(),
  source: source ?? 'payroll',
  type: type ?? 'payslips.processed',
  time: time ?? '2026-05-10T09:00:00Z',
  ...(calloff === undefined ? {} : { calloff }),
  data: {
    ...(value === undefined ? { quantity: quantity ?? '1' } : { quantity, value }),
    ...(corrects === undefined ? {} : { corrects }),
  },
});

interface EventNote {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

/** What the usage door answers. */
export interface UsageAnswer {
  readonly number: number | null;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly rejected: readonly EventNote[];
  readonly digest: string;
  readonly held: readonly EventNote[];
  readonly receipts: readonly {
    readonly member: string;
    readonly lead: string;
    readonly number: number;
    readonly accepted: number;
  }[];
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly requestId: string };
  }[];
}

export interface UsageRequest {
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
}

/** One request to the usage door, whatever it answers. */
export const postUsage = async (
  url: string,
  secret: string | null,
  { body, headers = {}, query = '' }: UsageRequest,
): Promise<{ status: number; headers: Headers; body: UsageAnswer }> => {
  const response = await fetch(`${url}/v1/usage${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-ndjson',
      ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
      ...headers,
    },
    // A view of bytes of its own, which is what fetch takes.
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as UsageAnswer };
};

/** Sends events as lines; the request must be answered 200. */
export const sendUsage = async (
  url: string,
  secret: string,
  events: readonly unknown[],
): Promise<UsageAnswer> => {
  const body = events.map((event) => JSON.stringify(event)).join('\n');
  const answer = await postUsage(url, secret, { body });
  if (answer.status !== 200) throw new Error(`usage was refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Sends events that must all be accepted. */
export const givenUsage = async (
  url: string,
  secret: string,
  events: readonly unknown[],
): Promise<UsageAnswer> => {
  const answer = await sendUsage(url, secret, events);
  if (answer.accepted !== events.length)
    throw new Error(`not all usage was accepted: ${JSON.stringify(answer)}`);
  return answer;
};

/** Usage that a person types in; `client` may record usage. Answers the event's name. */
export const givenRecordedUsage = async (
  client: Client,
  usage: {
    readonly callOffId: string;
    readonly meterId: string;
    readonly quantity: string;
    readonly usedOn: string;
  },
): Promise<{ source: string; eventId: string }> => {
  const { usageRecord } = await client.ok<{
    usageRecord: { usageRecord: { name: { source: string; eventId: string } } };
  }>(
    'mutation($input: UsageRecordInput!) { usageRecord(input: $input) { usageRecord { name { source eventId } } userErrors { code message } } }',
    { input: { ...usage, idempotencyKey: randomUUID() } },
  );
  return usageRecord.usageRecord.name;
};

/** The usage return of a call-off and a month that is over; `client` is a service manager. Answers the version's id. */
export const givenReturn = async (
  client: Client,
  callOffId: string,
  month: string,
  figures: Readonly<Record<string, string>>,
): Promise<string> => {
  const { usageReturnFile } = await client.ok<{
    usageReturnFile: { usageReturn: { versions: { id: string }[] } };
  }>(
    'mutation($input: UsageReturnFileInput!) { usageReturnFile(input: $input) { usageReturn { versions { id } } userErrors { code message } } }',
    {
      input: {
        ...{ callOffId, month },
        figures: Object.entries(figures).map(([meterId, quantity]) => ({ meterId, quantity })),
        idempotencyKey: randomUUID(),
      },
    },
  );
  return usageReturnFile.usageReturn.versions.at(-1)?.id ?? '';
};
