import { gzipSync } from 'node:zlib';
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordLeadViews } from '#libs/directory';
import { Logger, readConfig, UnitOfWork } from '#libs/platform';
import { graphqlOptions } from '../apps/api/src/graphql/graphql-options.js';
import { limits } from '../apps/api/src/graphql/limits.js';
import { buildSchema } from '../tools/generate/schema.js';
import { Service } from './host/service.js';
import { Stack } from './stack.js';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const INTERNALS =
  /node_modules|\.[jt]s:\d|\bat \w+ \(|"stack|postgres|typeorm|\bselect \w|\bECONN|did you mean/i;

let stack: Stack<Service>;
beforeAll(async () => {
  stack = await Stack.with(Service.start);
}, 60_000);
afterAll(() => stack?.stop());

interface ErrorBody {
  readonly errors?: readonly { message: string; extensions: { code?: string; requestId?: string } }[];
}

/** Sends anything; whatever error comes back must have a code and this answer's request id, and show nothing inside. */
const post = async (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = JSON_TYPE,
): Promise<Answer> => {
  const started = performance.now();
  const response = await fetch(`${stack.url}/graphql`, { method: 'POST', headers, body });
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  const errors = (JSON.parse(text) as ErrorBody).errors ?? [];
  for (const { message, extensions } of errors) {
    expect(extensions.code).toMatch(/^[A-Z_]+$/);
    expect(extensions.code).not.toBe('INTERNAL');
    expect(extensions.requestId).toBe(response.headers.get('x-request-id'));
    expect(message).not.toBe('');
  }
  expect(text).not.toMatch(INTERNALS);
  return {
    status: response.status,
    text: text.trim(),
    codes: [...new Set(errors.map(({ extensions }) => extensions.code ?? ''))],
    milliseconds: performance.now() - started,
  };
};

const send = (query: string, variables: object = {}): Promise<Answer> =>
  post(JSON.stringify({ query, variables }));

const CODE_REQUEST = 'sessionRequestCode(input: { email: "someone@ashbeck.gov.example" }) { minutes }';
const codesSent = async (): Promise<number> =>
  (await stack.sql<{ count: number }>('select count(*)::int as count from sign_in_code'))[0]?.count ?? -1;

const times = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const nested = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${nested(levels - 1)} }`);
const types = (selection: string): string => `__schema { types { fields { type { ${selection} } } } }`;

describe('a query nested too deeply', () => {
  const refused = async (query: string): Promise<void> => {
    const answer = await send(query);
    expect([answer.status, answer.codes]).toEqual([400, ['QUERY_TOO_DEEP']]);
  };

  it('is refused 50 deep', () => refused(`{ ${types(nested(50))} }`));

  it('is refused when fragments hide it', () =>
    refused(
      `{ ${types('...F0')} } ${times(50, (i) => `fragment F${i} on __Type { ofType { ...F${i + 1} } }`)} fragment F50 on __Type { name }`,
    ));

  it('is refused in a fragment named like introspection', () =>
    refused(`{ ...__schema } fragment __schema on Query { ${types(nested(20))} }`));

  it('is refused when a fragment was met at a lower depth before', () =>
    refused(
      `{ __type(name: "Query") { ...Deep } ${types(`${'ofType { '.repeat(4)}...Deep${' }'.repeat(4)}`)} } fragment Deep on __Type { ${nested(6)} }`,
    ));

  it('is refused one level above the limit, and answered at it', async () => {
    await refused(`{ __type(name: "Query") { ${nested(limits.depth - 1)} } }`);
    expect((await send(`{ __type(name: "Query") { ${nested(limits.depth - 2)} } }`)).status).toBe(200);
  });
});

describe('a query that is too large', () => {
  const refused = async (query: string): Promise<void> => {
    const answer = await send(query);
    expect(answer.status).toBe(400);
    expect(answer.codes).toContain('QUERY_TOO_LARGE');
  };

  it('is refused with 101 aliases, of __typename too', async () => {
    await refused(`{ ${times(101, (i) => `a${i}: __typename`)} }`);
    await refused(`{ ${times(101, (i) => `a${i}: bodySearch(text: "a") { edges { cursor } }`)} }`);
  });

  it('is refused with more words than one request may have', () =>
    refused(`{ ${'__typename '.repeat(limits.tokens)} }`));
  it('is refused with many directives', () =>
    refused(`{ ${times(30, () => '__typename @include(if: true)')} }`));

  it('counts a field that is asked for 500 times once', async () => {
    const answer = await send(`{ ${'__typename '.repeat(500)} }`);
    expect([answer.status, answer.text]).toEqual([200, '{"data":{"__typename":"Query"}}']);
  });

  it('is refused cheaply when fragments double 30 times', async () => {
    const bomb = `{ ...B0 } ${times(30, (i) => `fragment B${i} on Query { ...B${i + 1} ...B${i + 1} }`)} fragment B30 on Query { __typename }`;
    const answer = await send(bomb);
    expect([answer.status, answer.codes]).toEqual([400, ['QUERY_TOO_DEEP']]);
    // 2^30 spreads would take minutes; a busy machine takes a fraction of a second for the rest of the request.
    expect(answer.milliseconds).toBeLessThan(1_500);
  });

  it('is refused cheaply when few levels of fragments double at a lawful depth', async () => {
    const wide = `{ ...W0 } ${times(5, (i) => `fragment W${i} on Query { ${`...W${i + 1} `.repeat(20)} }`)} fragment W5 on Query { bodySearch(text: "a") { edges { cursor } } }`;
    const answer = await send(wide);
    expect(answer.status).toBe(400);
    expect(answer.milliseconds).toBeLessThan(3_000);
  });

  it('is refused when it would cost too much, literally or by a variable', async () => {
    const costly = (first: string): string =>
      `bodySearch(text: "a", first: ${first}) { edges { node { ${times(200, (i) => (i < 15 ? `a${i}: successors { id name shortName code gss type nation region emailDomains formerNames }` : 'successors { successors { successors { id } } }'))} } } }`;
    for (const [query, variables] of [
      [`{ ${costly('100')} }`, {}],
      [`query($n: Int!) { ${costly('$n')} }`, { n: 100 }],
    ] as const) {
      const answer = await send(query, variables);
      expect([answer.status, answer.codes]).toEqual([400, ['QUERY_TOO_COSTLY']]);
    }
  });
});

describe('page sizes', () => {
  it.each([
    [100_000, 400, 'QUERY_TOO_COSTLY'],
    [101, 200, 'PAGE_SIZE'],
    [0, 200, 'PAGE_SIZE'],
    [-1, 200, 'PAGE_SIZE'],
    [2_147_483_648, 400, 'BAD_USER_INPUT'],
    [1.5, 400, 'BAD_USER_INPUT'],
    ['5', 400, 'BAD_USER_INPUT'],
    [null, 400, 'BAD_USER_INPUT'],
  ])('refuse %p by a variable', async (n, status, code) => {
    const answer = await send(
      'query($n: Int!) { bodySearch(text: "a", first: $n) { edges { node { id } } } }',
      { n },
    );
    expect([answer.status, answer.codes]).toEqual([status, [code]]);
  });

  it('refuse the same in words of the query', async () => {
    expect((await send('{ bodySearch(text: "a", first: -1) { edges { node { id } } } }')).codes).toEqual([
      'PAGE_SIZE',
    ]);
    expect((await send('{ bodySearch(text: "a", first: 101) { edges { node { id } } } }')).codes).toEqual([
      'PAGE_SIZE',
    ]);
  });

  it('answer the most that may be asked for', async () => {
    const answer = await send('{ bodySearch(text: "council", first: 100) { edges { cursor } } }');
    expect(answer.status).toBe(200);
    expect(answer.text.match(/"cursor"/g)).toHaveLength(100);
  });

  it.each([
    '%00',
    'x',
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
    '🙂',
  ])('refuse the made-up cursor %p', async (after) => {
    const answer = await send(
      'query($after: String) { bodySearch(text: "a", after: $after) { edges { cursor } } }',
      { after },
    );
    expect(answer.codes).toHaveLength(1);
    expect(['CURSOR_INVALID', 'NOT_FOUND']).toContain(answer.codes[0]);
  });
});

describe('only one JSON operation by POST', () => {
  it('refuses a batch', async () => {
    const answer = await post(
      JSON.stringify(Array.from({ length: 10 }, () => ({ query: `mutation { ${CODE_REQUEST} }` }))),
    );
    expect([answer.status, answer.codes]).toEqual([400, ['BATCHING_NOT_ALLOWED']]);
    expect(await codesSent()).toBe(0);
  });

  it('refuses two mutations in a request, side by side or in a fragment', async () => {
    for (const query of [
      `mutation { a: ${CODE_REQUEST} b: ${CODE_REQUEST} }`,
      `mutation { ...Two } fragment Two on Mutation { a: ${CODE_REQUEST} b: ${CODE_REQUEST} }`,
      `mutation { ... { a: ${CODE_REQUEST} b: ${CODE_REQUEST} } }`,
    ]) {
      const answer = await send(query);
      expect([answer.status, answer.codes]).toEqual([400, ['ONE_MUTATION']]);
    }
    expect(await codesSent()).toBe(0);
  });

  it('refuses GET', async () => {
    for (const query of ['{__typename}', `mutation { ${CODE_REQUEST} }`]) {
      const response = await fetch(`${stack.url}/graphql?query=${encodeURIComponent(query)}`);
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
      expect(await response.json()).toEqual({
        errors: [
          {
            message: 'Send a POST request.',
            extensions: { code: 'METHOD_NOT_ALLOWED', requestId: response.headers.get('x-request-id') },
          },
        ],
      });
    }
    expect(await codesSent()).toBe(0);
  });

  it.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/xml',
  ])('refuses %s', async (type) => {
    const answer = await post(JSON.stringify({ query: `mutation { ${CODE_REQUEST} }` }), {
      'content-type': type,
    });
    expect([answer.status, answer.codes]).toEqual([415, ['UNSUPPORTED_TYPE']]);
    expect(await codesSent()).toBe(0);
  });

  it.each([
    '{"query":',
    'null',
    '"x"',
    '5',
    '',
    '{}',
    '{"query":""}',
    '{"query":5}',
    '{"query":["{ __typename }"]}',
    '{"query":"{ __typename }","variables":"{}"}',
    '{"query":"{ __typename }","variables":[]}',
    '{"query":"{ __typename }","operationName":5}',
    '{"query":"{ __typename }","extensions":"x"}',
  ])('refuses the body %p', async (body) => {
    const answer = await post(body);
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('refuses an operation that is not there', async () => {
    const answer = await post('{"query":"{ __typename }","operationName":"Other"}');
    expect([answer.status, answer.codes]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
    const two = await send('query A { __typename } query B { __typename }');
    expect([two.status, two.codes]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
  });

  it('refuses a stored query by its digest', async () => {
    const answer = await post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}');
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('refuses a subscription', async () => {
    const answer = await send('subscription { __typename }');
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('refuses a body of 2 MB, and one that unpacks to 20 MB', async () => {
    const large = await post(
      JSON.stringify({ query: '{ __typename }', variables: { pad: 'x'.repeat(2_000_000) } }),
    );
    expect([large.status, large.codes]).toEqual([413, ['TOO_LARGE']]);
    const packed = await post(new Uint8Array(gzipSync(Buffer.alloc(20_000_000, 32))), {
      ...JSON_TYPE,
      'content-encoding': 'gzip',
    });
    expect([packed.status, packed.codes]).toEqual([413, ['TOO_LARGE']]);
  });

  it('refuses a packing that it does not know', async () => {
    const answer = await post('{}', { ...JSON_TYPE, 'content-encoding': 'x-unknown' });
    expect(answer.codes).toHaveLength(1);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('what is not in the schema', () => {
  it.each([
    '{ bodySearc(text: "a") { edges { cursor } } }',
    '{ bodySearch(text: "a") { edge { cursor } } }',
    '{ bodySearch(tex: "a") { edges { cursor } } }',
    'query($x: Bodi) { __typename }',
    'mutation { sessionRequestCod { minutes } }',
    'mutation { sessionRequestCode(input: { emai: "a" }) { minutes } }',
    '{ __type(nam: "Query") { name } }',
    '{ bodySearch(text: "a") { edges { cursor @includ(if: true) } } }',
  ])('is refused without a suggestion: %s', async (query) => {
    const answer = await send(query);
    expect([answer.status, answer.codes]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
  });

  it.each(['tenantId', 'leadId', 'status', 'emai', 'constructor'])(
    'is refused as a field of an input: %s',
    async (extra) => {
      const answer = await send(
        'mutation($input: SessionRequestCodeInput!) { sessionRequestCode(input: $input) { minutes } }',
        {
          input: { email: 'someone@ashbeck.gov.example', [extra]: 'x' },
        },
      );
      expect([answer.status, answer.codes]).toEqual([400, ['BAD_USER_INPUT']]);
      expect(await codesSent()).toBe(0);
    },
  );

  it('is refused as __proto__, and changes no object', async () => {
    const answer = await post(
      '{"query":"mutation($input: SessionRequestCodeInput!) { sessionRequestCode(input: $input) { minutes } }","variables":{"input":{"email":"a@ashbeck.gov.example","__proto__":{"polluted":1}}}}',
    );
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('is refused as a choice, without a suggestion', async () => {
    const answer = await send(
      'mutation($input: SessionActForInput!) { sessionActFor(input: $input) { token } }',
      {
        input: { capacity: 'TENAN' },
      },
    );
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});

describe('ids', () => {
  const query = 'query($id: ID!) { body(id: $id) { id name } }';

  it.each([
    '',
    'undefined',
    'null',
    '%00',
    '\u0000',
    ' ',
    'bod_',
    'bod_undefined',
    `bod_${'0'.repeat(32)}`,
    `bod_${'A'.repeat(32)}`,
    `inv_${'0'.repeat(32)}`,
    "' or 1=1 --",
    '𝕏',
    5,
    'x'.repeat(50_000),
  ])('that name nothing find nothing: %p', async (id) => {
    const answer = await send(query, { id });
    expect([answer.status, answer.codes]).toEqual([200, ['NOT_FOUND']]);
    expect(answer.text).toContain('"data":null');
  });

  it.each([null, undefined, ['a'], {}, true, 1.5])('that are no text are refused: %p', async (id) => {
    const answer = await send(query, { id });
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});

describe('a wrong token', () => {
  it.each([
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Basic YTpi',
    `Bearer acs_${'a'.repeat(43)}`,
    `Bearer ${'x'.repeat(5_000)}`,
    'garbage',
  ])('is refused for every operation, public ones too: %p', async (authorization) => {
    const answer = await post('{"query":"{ __typename }"}', { ...JSON_TYPE, authorization });
    expect([answer.status, answer.codes]).toEqual([401, ['SIGN_IN_REQUIRED']]);
  });
});

describe('introspection', () => {
  const production = {
    NODE_ENV: 'production',
    APP_DATABASE_URL: 'postgresql://a@localhost/b',
    SMTP_URL: 'smtp://localhost',
  };
  const optionsFor = (settings: Readonly<Record<string, string>>) =>
    graphqlOptions(
      readConfig(settings),
      stack.service.api.get(UnitOfWork),
      stack.service.api.get(Logger),
      stack.service.api.get(RecordLeadViews),
    );

  it('is open where people learn the API, and in production only for the demonstration', async () => {
    expect((await send('{ __schema { queryType { name } } }')).text).toBe(
      '{"data":{"__schema":{"queryType":{"name":"Query"}}}}',
    );
    expect(optionsFor({ ...production, ACCEDE_DEMO: '1' }).introspection).toBe(true);
    expect(optionsFor(production).introspection).toBe(false);
  });

  it.each([
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Query") { name } }',
    '{ ...F } fragment F on Query { __schema { types { name } } }',
  ])('is closed in production: %s', async (query) => {
    const { introspection, validationRules } = optionsFor(production);
    const server = new ApolloServer({
      schema: await buildSchema(),
      introspection: introspection ?? true,
      validationRules: validationRules ?? [],
    });
    try {
      const { body } = await server.executeOperation({ query });
      if (body.kind !== 'single') throw new Error('the answer came in parts');
      expect(body.singleResult.data).toBeUndefined();
      expect(body.singleResult.errors?.map(({ extensions }) => extensions?.['code'])).toContain(
        'GRAPHQL_VALIDATION_FAILED',
      );
    } finally {
      await server.stop();
    }
  });
});
