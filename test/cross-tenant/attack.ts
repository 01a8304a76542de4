import { randomUUID } from 'node:crypto';
import { mayDo, type Permission, type Role } from '#libs/directory';
import { comparable, faultsIn, leaksIn, outcomeOf, readAnswer, type Answer, type Secrets } from './answer.js';
import { LEFT_OUT } from './arguments.js';
import type { Checksums } from './checksums.js';
import type { Door, Naming } from './door.js';
import type { Reference } from './id-arguments.js';
import { isId, nobodysId, type Names } from './names.js';

export const actorClasses = [
  'visitor',
  'badToken',
  'usageKey',
  'withoutRole',
  'operator',
  'otherTenant',
  'otherLead',
  'ownTenant',
  'ownLead',
] as const;
export type ActorClass = (typeof actorClasses)[number];

/** Somebody who tries what is not theirs. */
export interface Attacker {
  readonly name: string;
  readonly kind: ActorClass;
  readonly roles: readonly Role[];
  readonly token: string | null;
  /** A token of the same session's owner that may be used up. */
  readonly newToken: () => Promise<string | null>;
  readonly own: Names;
}

/** Attackers who may know the same and not know the same. */
export interface Side {
  readonly name: string;
  readonly attackers: readonly Attacker[];
  /** Names of things that none of them may reach. */
  readonly foreign: Names;
  /** What nobody has; of a body, which is public, one that exists and has nothing to do with any of them. */
  readonly strangers: Names;
  readonly secrets: Secrets;
  /** Owners (of checksums) whose rows none of them may change. */
  readonly victims: readonly string[];
}

export interface Finding {
  readonly door: string;
  readonly attacker: string;
  readonly choice: string;
  readonly what: string;
}

/** What a door answered to an attacker, in a word. */
export interface Observed {
  readonly door: string;
  readonly attacker: Attacker;
  readonly choice: string;
  readonly outcome: string;
}

interface Case {
  readonly attacker: Attacker;
  readonly choice: string;
  readonly naming: Naming;
  /** Where a list goes on; null for its first page. */
  readonly after: string | null;
  /** The case whose answer must be the same. */
  readonly like?: string;
}
interface Answered extends Case {
  readonly answer: Answer;
  /** All that was sent, and the names in it. */
  readonly sent: string;
  readonly names: readonly string[];
}

export interface AttackOptions {
  readonly url: string;
  readonly checksums: Checksums;
  /** Waits for what a call has set going. */
  readonly settle: () => Promise<void>;
  /** Every id of somebody else's is tried, not one of each kind. */
  readonly deep: boolean;
  /** Doors after which a session is no more what it was. */
  readonly endsSession: ReadonlySet<string>;
  /** Doors that make something at each call. */
  readonly makesEachTime: ReadonlySet<string>;
  /** Doors whose answer may tell a foreign id from a random one, each with the reason. */
  readonly tellsApart: ReadonlyMap<string, string>;
  /** Mutations that are tried with one's own ids too, because something else in their input is somebody else's. */
  readonly ownToo: ReadonlySet<string>;
  /** Cursors that others got from a list, by its door. */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
}

export interface AttackReport {
  readonly findings: Finding[];
  readonly observed: Observed[];
}

const AT_ONCE = 8;

/** Whether the door's rule lets somebody in. */
export const mayCall = ({ kind, roles }: Pick<Attacker, 'kind' | 'roles'>, access: string): boolean => {
  if (kind === 'badToken' || kind === 'usageKey') return access === 'usage key' && kind === 'usageKey';
  if (access === 'public') return true;
  if (kind === 'visitor' || access === 'usage key') return false;
  return access === 'session:use' || mayDo(roles, access as Permission);
};

/** Calls one door as everybody of a side, with every choice of ids, and judges the answers and the rows. */
export const attack = async (door: Door, side: Side, options: AttackOptions): Promise<AttackReport> => {
  const cases = side.attackers.flatMap((attacker) => casesOf(door, attacker, side, options));
  const before = await options.checksums.last();
  const answered = await inTurns(cases, (one) => call(door, one, options));
  if (door.changes) await options.settle();
  const after = await options.checksums.take();
  const findings = judge(door, side, answered, options);
  const changed = options.checksums.changed(before, after, side.victims);
  if (changed.length > 0) findings.push(...(await nameCulprit(door, side, cases, changed, options)));
  const observed = answered.map(({ attacker, choice, answer }) => ({
    door: door.name,
    attacker,
    choice,
    outcome: outcomeOf(answer),
  }));
  return { findings, observed };
};

const inTurns = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as T);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
};

/** Which ids to send: somebody else's, nobody's, those of another kind, one's own, and mixtures. */
const casesOf = (
  door: Door,
  attacker: Attacker,
  { foreign, strangers, attackers }: Side,
  options: AttackOptions,
): Case[] => {
  const { deep, cursors } = options;
  const nobodys = nobodysOf(strangers);
  const entitled = mayCall(attacker, door.access);
  const own: Naming = (_, references, required) =>
    allOf(attacker.own, references)[0] ?? (required ? nobodys(references) : LEFT_OUT);
  const isFirst = attacker === attackers.find((other) => mayCall(other, door.access)) || (deep && entitled);
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
    door.changes && !options.ownToo.has(door.name) ? [] : [{ ...base, choice: 'own', naming: own }];
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

const call = async (door: Door, one: Case, { url, endsSession }: AttackOptions): Promise<Answered> => {
  const names: string[] = [];
  const request = door.request({
    naming: (path, references, required) => {
      const name = one.naming(path, references, required);
      if (typeof name === 'string') names.push(name);
      return name;
    },
    after: one.after,
    as: one.attacker.roles[0]?.startsWith('LEAD_') ? 'LEAD' : 'TENANT',
    isKeptOut: !mayCall(one.attacker, door.access),
  });
  const token = endsSession.has(door.name) ? await one.attacker.newToken() : one.attacker.token;
  const response = await fetch(`${url}${request.path}`, {
    method: request.method,
    headers: { ...request.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: request.body,
  });
  return { ...one, names, sent: `${request.path} ${request.body ?? ''}`, answer: await readAnswer(response) };
};

const judge = (
  door: Door,
  side: Side,
  answered: readonly Answered[],
  { tellsApart, makesEachTime }: AttackOptions,
): Finding[] =>
  answered.flatMap((one) => {
    const { attacker, choice, answer, sent } = one;
    const finding = (what: string): Finding => ({ door: door.name, attacker: attacker.name, choice, what });
    const found = [
      ...leaksIn(answer, side.secrets, sent).map((leak) => `shows ${leak}`),
      ...faultsIn(answer),
    ].map(finding);
    if (tellsApart.has(door.name) || tellsApart.has(`${door.name} ${attacker.kind}`)) return found;
    const like = answered.find((other) => other.attacker === attacker && other.choice === one.like);
    const apart = like && difference(one, like, makesEachTime.has(door.name));
    return apart ? [...found, finding(`answers ${apart}`)] : found;
  });

/** Both answers from where they part; null when they are the same. */
const difference = (one: Answered, like: Answered, isMade: boolean): string | null => {
  const a = comparable(one.answer, one.names, isMade);
  const b = comparable(like.answer, like.names, isMade);
  if (a === b) return null;
  let from = 0;
  while (a[from] === b[from]) from += 1;
  const shown = (text: string): string =>
    text.slice(Math.max(0, from - 60), from + 120).replaceAll('\n', ' ');
  return `${outcomeOf(one.answer)} and not as for ${like.choice}: …${shown(a)}… instead of …${shown(b)}…`;
};

/** Rows changed while the cases ran side by side: they are tried again one by one. */
const nameCulprit = async (
  door: Door,
  side: Side,
  cases: readonly Case[],
  changed: readonly string[],
  options: AttackOptions,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const one of cases) {
    const before = await options.checksums.take();
    await call(door, one, options);
    await options.settle();
    const again = options.checksums.changed(before, await options.checksums.take(), side.victims);
    if (again.length > 0)
      findings.push({
        door: door.name,
        attacker: one.attacker.name,
        choice: one.choice,
        what: `changes ${again.join(', ')}`,
      });
  }
  return findings.length > 0
    ? findings
    : [
        {
          door: door.name,
          attacker: `one of ${side.name}`,
          choice: 'any',
          what: `changed ${changed.join(', ')}`,
        },
      ];
};
