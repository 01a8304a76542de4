import { describe, expect, it } from '@jest/globals';
import { buildSchema as graphql } from 'graphql';
import { buildSchema } from '../tools/generate/schema.js';
import { staleIdArguments } from './cross-tenant/doors.js';
import { graphqlDoor } from './cross-tenant/graphql-door.js';
import { inventoryFaults, readInventory } from './cross-tenant/inventory.js';
import { fieldsOfAnswers, operationText } from './cross-tenant/operation-text.js';
import { plantedFaults } from './cross-tenant/planted-faults.js';
import { declareSiege } from './cross-tenant/suite.js';

const schema = await buildSchema();
const inventory = readInventory();

const siege = declareSiege(schema, { deep: false });
const { doors } = siege;

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

const FAULTS = [
  'the policies of some tables let everyone read everything',
  'row security is off for a table',
  "the policy is gone and so is the application's own filter",
  'the narrow policy of writing is gone and an action looks up what is not its own',
  'an action lists the people of whichever body',
  'an action ends whosever session',
  'what is there and not theirs is refused in other words than what is not there',
  'a door fails when it is asked for what is not theirs',
];

describe('the test itself', () => {
  // Last, because some of the holes let things happen.
  it.each(FAULTS)('turns red when %s', async (name) => {
    const fault = plantedFaults(siege.world(), siege.service()).find((other) => other.name === name);
    const door = doors.find((other) => other.name === fault?.door);
    const side = siege.sides().find((other) => other.name === fault?.side);
    if (!fault || !door || !side) throw new Error(`there is no fault "${name}"`);
    const close = await fault.plant();
    const findings = await siege.try(door, side).finally(close);
    expect(findings.map(({ what }) => what)).toEqual(
      expect.arrayContaining([expect.stringMatching(fault.says)]),
    );
    expect(new Set(findings.map((finding) => finding.door))).toEqual(new Set([fault.door]));
  });

  it('has planted every fault that it knows', () => {
    expect(plantedFaults(siege.world(), siege.service()).map(({ name }) => name)).toEqual(FAULTS);
  });

  it('is green again when every hole is closed', async () => {
    const names = new Set(plantedFaults(siege.world(), siege.service()).map(({ door }) => door));
    for (const door of doors.filter(({ name }) => names.has(name)))
      for (const side of siege.sides()) expect(await siege.try(door, side)).toEqual([]);
  }, 180_000);

  it('turns red for an operation that the inventory lacks, and for a line that no operation has', () => {
    const { 'query invoice': invoice, ...rest } = inventory;
    expect(inventoryFaults(doors, { ...rest, 'query invoise': invoice ?? { access: 'public' } })).toEqual([
      'query invoice is not in test/cross-tenant/inventory.json',
      'query invoise is in the inventory and nowhere else',
    ]);
    expect(inventoryFaults(doors, { ...inventory, 'query invoice': { access: 'public' } })).toEqual([
      'query invoice is for invoice:read, and public in the inventory',
    ]);
  });

  it('turns red for an id that nobody registered', () => {
    const text = operationText(graphql('type Query { secret(id: ID!): String }'), 'query', 'secret');
    expect(() => graphqlDoor(text, 'public')).toThrow(
      'query secret: what does the id secret.id name? Say it in id-arguments.ts',
    );
  });
});
