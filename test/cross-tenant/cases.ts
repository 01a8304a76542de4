import { randomUUID } from 'node:crypto';
import { LEFT_OUT } from './arguments.js';
import { mayCall, type Attacker, type Side } from './attackers.js';
import type { Door, Naming } from './door.js';
import type { Reference } from './id-arguments.js';
import { isId, nobodysId, type Names } from './names.js';

/** One call of a door: by whom, and with which names. */
export interface Case {
  readonly attacker: Attacker;
  readonly choice: string;
  readonly naming: Naming;
  /** Where a list goes on; null for its first page. */
  readonly after: string | null;
  /** The case whose answer must be the same. */
  readonly like?: string;
}
export interface Choices {
  /** Every id of somebody else's is tried, not one of each kind. */
  readonly deep: boolean;
  /** Mutations that are tried with one's own ids too, because something else in their input is somebody else's. */
  readonly ownToo: ReadonlySet<string>;
  /** Cursors that others got from a list, by its door. */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
}

/** Which ids to send: somebody else's, nobody's, those of another kind, one's own, and mixtures. */
export const casesOf = (
  door: Door,
  attacker: Attacker,
  { foreign, strangers, attackers }: Side,
  choices: Choices,
): Case[] => {
  const { deep, cursors, ownToo } = choices;
  const nobodys = nobodysOf(strangers);
  const entitled = mayCall(attacker, door.access);
  const own: Naming = (_, references, required) =>
    allOf(attacker.own, references)[0] ?? (required ? nobodys(references) : LEFT_OUT);
  const isFirst = attacker === attackers.find((other) => mayCall(other, door.access)) || (deep && entitled);
  // Every day one of a side tries everything and the others the main thing; in depth whoever is let in by role does.
  const isThorough = isFirst || (deep && entitled && !['public', 'session:use'].includes(door.access));
  const base = { attacker, after: null };
  const pages = door.pages && isFirst ? [...MADE_UP_CURSORS, ...(cursors.get(door.name) ?? [])] : [];
  const paged = pages.map((after, i): Case => ({ attacker, choice: `cursor ${i + 1}`, naming: own, after }));
  if (door.names.size === 0) return [{ ...base, choice: 'no ids', naming: () => LEFT_OUT }, ...paged];
  const random: Case = { ...base, choice: 'random', naming: (_, references) => nobodys(references) };
  const most = Math.max(
    1,
    ...[...door.names.values()].map((references) => allOf(foreign, references).length),
  );
  const theirs = Array.from({ length: deep ? most : 1 }, (_, i): Case => ({
    ...base,
    choice: i === 0 ? 'foreign' : `foreign ${i + 1}`,
    naming: (__, references) => nth(allOf(foreign, references), i) ?? nobodys(references),
    like: 'random',
  }));
  // Whoever is kept out by the door's rule is answered with that rule, which the inventory judges.
  if (!entitled && !deep) return theirs;
  if (!isThorough) return [random, ...theirs];
  const others = otherKinds(foreign, door, deep ? 100 : 1).flatMap((id, i) => [
    { ...base, choice: `nobody's of another kind ${i + 1}`, naming: always(sameKind(id), nobodys) },
    {
      ...base,
      choice: `another kind ${i + 1}`,
      naming: always(id, nobodys),
      like: `nobody's of another kind ${i + 1}`,
    },
  ]);
  const mine: Case[] =
    door.changes && !ownToo.has(door.name) ? [] : [{ ...base, choice: 'own', naming: own }];
  return [random, ...theirs, ...others, ...mine, ...mixtures(door, base, foreign, nobodys, own), ...paged];
};

/** One id for every argument that takes an id, of whatever kind. */
const always =
  (id: string, nobodys: Nobodys): Naming =>
  (_, references) =>
    references.some(isId) ? id : nobodys(references);
/** An id that nothing has, of the kind of another. */
const sameKind = (id: string): string => id.replace(/_.*$/, `_${randomUUID().replaceAll('-', '')}`);

/** One name of somebody else's (or nobody's) among one's own. */
const mixtures = (
  door: Door,
  base: { readonly attacker: Attacker; readonly after: null },
  foreign: Names,
  nobodys: Nobodys,
  own: Naming,
): Case[] =>
  door.names.size < 2
    ? []
    : [...door.names.keys()].flatMap((path): Case[] => [
        {
          ...base,
          choice: `random ${path}, else own`,
          naming: (at, references, required) =>
            at === path ? nobodys(references) : own(at, references, required),
        },
        {
          ...base,
          choice: `foreign ${path}, else own`,
          naming: (at, references, required) =>
            at === path
              ? (allOf(foreign, references)[0] ?? nobodys(references))
              : own(at, references, required),
          like: `random ${path}, else own`,
        },
      ]);

const cursor = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url');
/** Cursors that no list gave out. */
const MADE_UP_CURSORS = [
  'x',
  cursor([]),
  cursor(['x']),
  cursor(['x', 'y']),
  cursor(['2026-07-01T00:00:00.000Z', 'not-an-id']),
  cursor(['\u0000', '\u0000', '\u0000', '\u0000']),
  cursor(['99999999999999999999', '99999999999999999999']),
];

const allOf = (names: Names, references: readonly Reference[]): readonly string[] =>
  references.flatMap((reference) => names[reference] ?? []);
const nth = (items: readonly string[], i: number): string | undefined => items[i % Math.max(1, items.length)];

type Nobodys = (references: readonly Reference[]) => string;
const nobodysOf =
  (strangers: Names): Nobodys =>
  (references) =>
    references.flatMap((reference) => strangers[reference] ?? [])[0] ?? nobodysId(references);

/** Somebody else's ids of kinds that the door does not take; which one changes from door to door. */
const otherKinds = (foreign: Names, door: Door, most: number): string[] => {
  const taken = new Set([...door.names.values()].flat());
  if (![...taken].some(isId)) return [];
  const rest = (Object.keys(foreign) as Reference[]).filter(
    (reference) => isId(reference) && !taken.has(reference),
  );
  const from = [...door.name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return rest
    .map((_, i) => rest[(from + i) % rest.length])
    .flatMap((reference) => (reference === undefined ? [] : (foreign[reference]?.slice(0, 1) ?? [])))
    .slice(0, most);
};
