import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, GraphQLAnswer } from './client.js';
import { givenWorld } from './given/world.js';
import { rowCountsOf } from './onlooker.js';
import { keyedScenarios, type Input, type Keyed } from './repetition/keyed.js';
import { changesOf, mutationsOf, type Mutation } from './repetition/repeat.js';
import { unkeyedScenarios, type Unkeyed } from './repetition/unkeyed.js';
import { committedSchema } from './schema.js';
import { Stack } from './stack.js';

const mutations = mutationsOf(committedSchema());
const keyed = mutations.filter(({ takesKey }) => takesKey);
const unkeyed = mutations.filter(({ takesKey }) => !takesKey);

let stack: Stack;
let withKey: Readonly<Record<string, Keyed>>;
let withoutKey: Readonly<Record<string, Unkeyed>>;
let calls = 0;

beforeAll(async () => {
  stack = await Stack.start();
  const world = await givenWorld(stack);
  withKey = await keyedScenarios(world);
  withoutKey = await unkeyedScenarios(world);
}, 180_000);
afterAll(() => stack?.stop());

type Payload = { readonly userErrors?: readonly { code: string; message: string }[] } & Record<
  string,
  unknown
>;
type Answer = GraphQLAnswer<Record<string, Payload | null>>;

const call = (client: Client, { text }: Mutation, input: Input | null): Promise<Answer> => {
  calls += 1;
  return client.send<Record<string, Payload | null>>(text, input === null ? {} : { input });
};
const codesOf = ({ data, errors }: Answer): string[] => [
  ...errors.map(({ extensions }) => extensions.code),
  ...Object.values(data ?? {}).flatMap((payload) => payload?.userErrors?.map(({ code }) => code) ?? []),
];
const idsIn = (answer: Answer): string[] =>
  JSON.stringify(answer.data).match(/[a-z]{3,4}_[0-9a-f]{32}/g) ?? [];

/** Rows by table, when nothing is at work any more. */
const rowCounts = async (): Promise<Record<string, number>> => {
  await stack.jobsDone();
  return rowCountsOf(stack.database.adminUrl);
};
/** How many rows came to each table while something was done. */
const rowsMade = async (work: () => Promise<void>): Promise<Record<string, number>> => {
  const before = await rowCounts();
  await work();
  const after = await rowCounts();
  return Object.fromEntries(
    Object.keys(after)
      .map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const)
      .filter(([, made]) => made !== 0),
  );
};
const settledFingerprint = async (): Promise<string> => {
  await stack.jobsDone();
  return stack.fingerprint();
};

describe('the scenarios', () => {
  it('are there for every mutation of the schema, and for no other', () => {
    expect(Object.keys(withKey).sort()).toEqual(keyed.map(({ name }) => name).sort());
    expect(Object.keys(withoutKey).sort()).toEqual(unkeyed.map(({ name }) => name).sort());
  });
});

describe('a mutation with an idempotency key', () => {
  it.each(keyed.map((mutation) => [mutation.name, mutation] as const))(
    '%s is done once',
    async (name, mutation) => {
      const scenario = withKey[name];
      if (!scenario) throw new Error(`how is ${name} called? Say it in repetition/keyed.ts`);
      const client = await scenario.as();

      // Once, and five times again.
      const first = { ...(await scenario.fresh(1)), idempotencyKey: randomUUID() };
      const answers: Answer[] = [];
      const madeOnce = await rowsMade(async () => void answers.push(await call(client, mutation, first)));
      const answer = answers[0] as Answer;
      expect(codesOf(answer)).toEqual([]);
      expect(Object.keys(madeOnce)).not.toEqual([]);
      const after = await settledFingerprint();
      for (let i = 0; i < 5; i += 1) expect((await call(client, mutation, first)).data).toEqual(answer.data);

      // With each field changed: refused by its name.
      const unnamed: string[] = [];
      for (const { path, input } of changesOf(mutation.input as never, first, scenario.changed)) {
        const refused = await call(client, mutation, { ...input, idempotencyKey: first.idempotencyKey });
        const field = path.split('.')[0] ?? path;
        const said = JSON.stringify(refused.data);
        const isNamed = said.includes(`different values for: ${scenario.called?.[field] ?? field}.`);
        if (codesOf(refused).join() !== 'IDEMPOTENCY_KEY_REUSED' || !isNamed)
          unnamed.push(`${path}: ${codesOf(refused).join()} ${said.slice(0, 300)}`);
      }
      expect(unnamed).toEqual([]);
      expect(await settledFingerprint()).toBe(after);

      // Somebody else with the same key has an outcome of their own.
      const other = await call(await scenario.other(), mutation, scenario.otherInput?.(first) ?? first);
      expect(codesOf(other).filter((code) => code.startsWith('IDEMPOTENCY') || code === 'INTERNAL')).toEqual(
        [],
      );
      expect(idsIn(other).filter((id) => idsIn(answer).includes(id))).toEqual([]);

      // Eight at once with a new key: one effect, one answer.
      const second = { ...(await scenario.fresh(2)), idempotencyKey: randomUUID() };
      const together: Answer[] = [];
      const madeTogether = await rowsMade(async () => {
        together.push(
          ...(await Promise.all(Array.from({ length: 8 }, () => call(client, mutation, second)))),
        );
      });
      expect(together.map(codesOf)).toEqual(Array.from({ length: 8 }, () => []));
      expect(new Set(together.map(({ data }) => JSON.stringify(data))).size).toBe(1);
      expect(madeTogether).toEqual(madeOnce);
    },
    60_000,
  );
});

describe('a mutation without an idempotency key', () => {
  it.each(unkeyed.map((mutation) => [mutation.name, mutation] as const))(
    '%s does no harm when it is repeated',
    async (name, mutation) => {
      const scenario = withoutKey[name];
      if (!scenario)
        throw new Error(`why does a repeat of ${name} do no harm? Say it in repetition/unkeyed.ts`);
      const client = await scenario.as();
      const input = await scenario.input();
      const first = await call(client, mutation, input);
      expect(codesOf(first)).toEqual([]);
      const after = scenario.renews ? null : await settledFingerprint();
      const again = await call(client, mutation, input);
      expect(codesOf(again)).toEqual(scenario.again);
      if (after !== null) expect(await settledFingerprint()).toBe(after);
    },
    60_000,
  );

  it('was tried like all others', () => {
    expect(calls).toBeGreaterThan(keyed.length * 14);
    console.log(
      `repetition: ${keyed.length} mutations with a key and ${unkeyed.length} without, ${calls} calls`,
    );
  });
});
