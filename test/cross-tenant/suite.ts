import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { givenWorld, type World } from '../given/world.js';
import { Service } from '../host/service.js';
import { halfOfToday } from '../part.js';
import { Stack } from '../stack.js';
import { attack, type AttackOptions, type Finding, type Observed } from './attack.js';
import type { Side } from './attackers.js';
import { Checksums } from './checksums.js';
import type { Door } from './door.js';
import { doorsOf } from './doors.js';
import { endsSession, makesEachTime, ownToo, tellsApart, withoutSuccess } from './exceptions.js';
import { answersOf, letIn, readInventory } from './inventory.js';
import { readAsEntitled } from './read-as-entitled.js';
import { groundOf, type Ground } from './sides.js';

/** The world with those who attack it, ready once the tests run. */
export interface Siege {
  readonly doors: readonly Door[];
  readonly world: () => World;
  /** What the world lives in. */
  readonly service: () => Service;
  readonly sides: () => readonly Side[];
  /** What a door lets a side see or do that it should not. */
  readonly try: (door: Door, side: Side) => Promise<readonly Finding[]>;
}

const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ attacker, choice, what }) => `${attacker} (${choice}) ${what}`);

/**
 * Declares the tests that call every door of the API as everybody who has no business there. `deep` tries every id of
 * others instead of one of each kind.
 */
export const declareSiege = (schema: GraphQLSchema, { deep }: { deep: boolean }): Siege => {
  // What a sender names in an event stands in its own quarantine afterwards, so that door comes last.
  const doors = doorsOf(schema).sort(
    (a, b) => Number(a.name.includes('/v1/usage')) - Number(b.name.includes('/v1/usage')),
  );
  // Every day one half of them is attacked, and all in depth.
  const attacked = halfOfToday(doors);
  const byName = attacked.map((door) => [door.name, door] as const);
  const inventory = readInventory();
  const patience = deep ? 600_000 : 60_000;

  let stack: Stack<Service>;
  let world: World;
  let checksums: Checksums | undefined;
  let ground: Ground;
  let options: AttackOptions;
  let shownToA: readonly string[] = [];
  let begun: Date;
  const succeeded = new Set<string>();
  const observed = new Map<string, Observed[]>();

  beforeAll(async () => {
    stack = await Stack.with(Service.start);
    world = await givenWorld(stack);
    for (const name of world.succeeded) succeeded.add(name);
    ground = await groundOf(world);
    checksums = await Checksums.open(stack.database.adminUrl, ground.owners);
    const { cursors, readers, leaks } = await readAsEntitled(stack, doors, ground);
    shownToA = leaks;
    for (const name of readers) succeeded.add(name);
    options = {
      url: stack.url,
      checksums,
      settle: () => stack.jobsDone(),
      deep,
      endsSession,
      makesEachTime,
      ownToo,
      tellsApart,
      cursors,
    };
    begun = new Date();
  }, 180_000);

  afterAll(async () => {
    await checksums?.close();
    await stack?.stop();
  });

  /** Attacks one door from a side, and notes what was answered. */
  const noted = async (door: Door, side: Side): Promise<string[]> => {
    const report = await attack(door, side, options);
    observed.set(door.name, [...(observed.get(door.name) ?? []), ...report.observed]);
    return said(report.findings);
  };

  describe("to a tenant's own people", () => {
    it('shows nothing of others', () => {
      expect(shownToA).toEqual([]);
    });
  });

  describe('to other tenants, other lead authorities and outsiders', () => {
    it.each(byName)(
      '%s shows nothing and changes nothing',
      async (_, door) => {
        const findings: string[] = [];
        for (const side of ground.strangers) findings.push(...(await noted(door, side)));
        expect(findings).toEqual([]);
      },
      patience,
    );

    it('sends no mail to their people, nor about them to others', () => {
      const hidden = /canary[-_. ](A|CL|L)[-_. ]/i;
      const wrong = stack.mailbox
        .mails()
        .filter(({ at, subject }) => at >= begun && !subject.includes('sign-in code'))
        .filter(
          ({ to, subject, text }) =>
            to.some((address) => address.endsWith(`@${world.a.member.domain}`)) ||
            hidden.test(`${subject} ${text}`),
        );
      expect(wrong).toEqual([]);
    });
  });

  describe("to the lead authority, of another lead authority's members", () => {
    it.each(byName)(
      '%s shows nothing and changes nothing',
      async (_, door) => expect(await noted(door, ground.lead)).toEqual([]),
      patience,
    );
  });

  describe('what was answered', () => {
    it.each(byName)('%s answers everyone as the inventory says', (_, door) => {
      const answers = observed.get(door.name) ?? [];
      expect(letIn(door, answers)).toEqual([]);
      // With every id there is, those that no longer stand where a mutation begins answer so too.
      if (!deep) expect(answersOf(door, answers)).toEqual(inventory[door.name]);
    });

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
        `cross-tenant: ${attacked.length} of ${doors.length} operations, ${pairs.size} (operation × role) pairs, ${cases} cases`,
      );
    });
  });

  return {
    doors,
    world: () => world,
    service: () => stack.service,
    sides: () => ground.strangers,
    try: async (door, side) => (await attack(door, side, options)).findings,
  };
};
