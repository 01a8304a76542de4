import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from '../tools/generate/schema.js';
import { attack, type AttackOptions, type Observed, type Side } from './cross-tenant/attack.js';
import { Checksums } from './cross-tenant/checksums.js';
import type { Door } from './cross-tenant/door.js';
import { doorsOf, staleIdArguments } from './cross-tenant/doors.js';
import { endsSession, makesEachTime, ownToo, tellsApart, withoutSuccess } from './cross-tenant/exceptions.js';
import { answersOf, inventoryFaults, letIn, readInventory } from './cross-tenant/inventory.js';
import { fieldsOfAnswers } from './cross-tenant/operation-text.js';
import { readAsEntitled } from './cross-tenant/read-as-entitled.js';
import { groundOf, type Ground } from './cross-tenant/sides.js';
import { givenWorld } from './given/world.js';
import { Stack } from './stack.js';

const schema = await buildSchema();
// What a sender names in an event stands in its own quarantine afterwards, so that door comes last.
const doors = doorsOf(schema).sort(
  (a, b) => Number(a.name.includes('/v1/usage')) - Number(b.name.includes('/v1/usage')),
);
const inventory = readInventory();

let stack: Stack;
let checksums: Checksums | undefined;
let ground: Ground;
let options: AttackOptions;
const succeeded = new Set<string>();
const observed = new Map<string, Observed[]>();

beforeAll(async () => {
  stack = await Stack.start();
  const world = await givenWorld(stack);
  for (const name of world.succeeded) succeeded.add(name);
  ground = await groundOf(world);
  checksums = await Checksums.open(stack.database.adminUrl, ground.owners);
  const { cursors, readers } = await readAsEntitled(stack, doors, ground);
  for (const name of readers) succeeded.add(name);
  options = {
    url: stack.url,
    checksums,
    settle: () => stack.jobsDone(),
    deep: false,
    endsSession,
    makesEachTime,
    ownToo,
    tellsApart,
    cursors,
  };
}, 180_000);

afterAll(async () => {
  await checksums?.close();
  await stack?.stop();
});

/** Attacks one door from a side, and notes what was answered. */
const findingsOf = async (door: Door, side: Side): Promise<string[]> => {
  const report = await attack(door, side, options);
  observed.set(door.name, [...(observed.get(door.name) ?? []), ...report.observed]);
  return report.findings.map(({ attacker, choice, what }) => `${attacker} (${choice}) ${what}`);
};

describe('the inventory', () => {
  it('has every operation and every HTTP door, and nothing else', () => {
    expect(inventoryFaults(doors, inventory)).toEqual([]);
  });

  it('knows what every id names, and names none that is gone', () => {
    expect(staleIdArguments(doors)).toEqual([]);
  });

  it('selects every field that an answer could hold', () => {
    const selected = new Set(doors.flatMap((door) => [...door.selected]));
    expect(fieldsOfAnswers(schema).filter((field) => !selected.has(field))).toEqual([]);
  });
});

describe('to other tenants, other lead authorities and outsiders', () => {
  it.each(doors.map((door) => [door.name, door] as const))(
    '%s shows nothing and changes nothing',
    async (_, door) => {
      const findings: string[] = [];
      for (const side of ground.strangers) findings.push(...(await findingsOf(door, side)));
      expect(findings).toEqual([]);
    },
  );
});

describe("to the lead authority, of another lead authority's members", () => {
  it.each(doors.map((door) => [door.name, door] as const))(
    '%s shows nothing and changes nothing',
    async (_, door) => {
      expect(await findingsOf(door, ground.lead)).toEqual([]);
    },
  );
});

describe('what was answered', () => {
  it.each(doors.map((door) => [door.name, door] as const))(
    '%s answers everyone as the inventory says',
    (_, door) => {
      const answers = observed.get(door.name) ?? [];
      expect(letIn(door, answers)).toEqual([]);
      expect(answersOf(door, answers)).toEqual(inventory[door.name]);
    },
  );

  it('would have been an answer to somebody entitled', () => {
    const without = doors
      .map(({ name }) => name)
      .filter((name) => !succeeded.has(name) && !withoutSuccess.has(name));
    expect(without).toEqual([]);
    const pairs = new Set(
      [...observed].flatMap(([door, all]) => all.map(({ attacker }) => `${door} as ${attacker.name}`)),
    );
    const cases = [...observed.values()].reduce((sum, all) => sum + all.length, 0);
    console.log(
      `cross-tenant: ${doors.length} operations, ${pairs.size} (operation × role) pairs, ${cases} cases`,
    );
  });
});
