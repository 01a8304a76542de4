import { readFileSync } from 'node:fs';
import type { Observed } from './attack.js';
import { actorClasses, mayCall, type ActorClass } from './attackers.js';
import type { Door } from './door.js';

/** What a door answers to each kind of caller that its rule lets in, when they name what is somebody else's. */
export type Expected = { readonly access: string } & Partial<Record<ActorClass, string>>;
export type Inventory = Readonly<Record<string, Expected>>;

export const readInventory = (): Inventory =>
  JSON.parse(
    readFileSync(new URL('../../../test/cross-tenant/inventory.json', import.meta.url), 'utf8'),
  ) as Inventory;

/** Doors that the inventory lacks, and lines of it that no door has. */
export const inventoryFaults = (
  doors: readonly Pick<Door, 'name' | 'access'>[],
  inventory: Inventory,
): string[] => {
  const names = new Set(doors.map(({ name }) => name));
  return [
    ...doors.flatMap(({ name, access }) => {
      const expected = inventory[name];
      if (!expected) return [`${name} is not in test/cross-tenant/inventory.json`];
      return expected.access === access
        ? []
        : [`${name} is for ${access}, and ${expected.access} in the inventory`];
    }),
    ...Object.keys(inventory)
      .filter((name) => !names.has(name))
      .map((name) => `${name} is in the inventory and nowhere else`),
  ];
};

/** What was answered to those who were let in, and named somebody else's things or had nothing to name. */
export const answersOf = (door: Door, observed: readonly Observed[]): Expected => {
  const answers: Partial<Record<ActorClass, string>> = {};
  for (const kind of actorClasses) {
    const outcomes = observed
      .filter(({ attacker, choice }) => attacker.kind === kind && /^(foreign( \d+)?|no ids)$/.test(choice))
      .filter(({ attacker }) => mayCall(attacker, door.access))
      .map(({ outcome }) => outcome);
    if (outcomes.length > 0) answers[kind] = [...new Set(outcomes)].sort().join(' | ');
  }
  return { access: door.access, ...answers };
};

/** Callers whom the door's rule keeps out and who were answered otherwise than by that rule. */
export const letIn = (door: Door, observed: readonly Observed[]): string[] =>
  observed
    .filter(({ attacker }) => !mayCall(attacker, door.access))
    .filter(({ attacker, outcome }) => !refusalOf(door, attacker.kind).includes(outcome))
    .map(({ attacker, choice, outcome }) => `${attacker.name} (${choice}) was answered ${outcome}`);

const refusalOf = (door: Door, kind: ActorClass): readonly string[] => {
  if (door.access === 'usage key') return ['USAGE_KEY_REQUIRED'];
  if (door.access === 'stripe signature') return ['STRIPE_SIGNATURE'];
  // A token that is no good is refused even where nobody needs one, but for the doors that look at no token at all.
  if (kind === 'badToken' || kind === 'usageKey')
    return door.name.startsWith('http') && door.access === 'public' ? ['OK'] : ['SIGN_IN_REQUIRED'];
  return kind === 'visitor' ? ['SIGN_IN_REQUIRED'] : ['ROLE_REQUIRED'];
};
