import { comparable, faultsIn, leaksIn, outcomeOf, readAnswer, type Answer } from './answer.js';
import { mayCall, type Attacker, type Side } from './attackers.js';
import { casesOf, type Case, type Choices } from './cases.js';
import type { Checksums } from './checksums.js';
import type { Door } from './door.js';
import { day } from '../part.js';

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

interface Answered extends Case {
  readonly answer: Answer;
  /** All that was sent, and the names in it. */
  readonly sent: string;
  readonly names: readonly string[];
}

export interface AttackOptions extends Choices {
  readonly url: string;
  readonly checksums: Checksums;
  /** Waits for what a call has set going. */
  readonly settle: () => Promise<void>;
  /** Doors after which a session is no more what it was. */
  readonly endsSession: ReadonlySet<string>;
  /** Doors that make something at each call. */
  readonly makesEachTime: ReadonlySet<string>;
  /** Doors whose answer may tell a foreign id from a random one, each with the reason. */
  readonly tellsApart: ReadonlyMap<string, string>;
}

export interface AttackReport {
  readonly findings: Finding[];
  readonly observed: Observed[];
}

const AT_ONCE = 8;

/** Calls one door as everybody of a side, with every choice of ids, and judges the answers and the rows. */
export const attack = async (door: Door, side: Side, options: AttackOptions): Promise<AttackReport> => {
  const attackers = options.deep ? side.attackers : ofToday(side.attackers, door);
  const cases = attackers.flatMap((attacker) => casesOf(door, attacker, side, options));
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

/**
 * Whom the door's rule lets in, and whom it keeps out, it treats alike (permissions.split-spec.ts tries every role): every
 * day one of each kind stands for the others, tomorrow another one.
 */
const ofToday = (attackers: readonly Attacker[], door: Door): readonly Attacker[] => {
  const alike = new Map<string, Attacker[]>();
  for (const attacker of attackers) {
    // Whoever has no role stands for nobody else.
    const like =
      attacker.roles.length === 0 ? attacker.name : `${attacker.kind} ${mayCall(attacker, door.access)}`;
    alike.set(like, [...(alike.get(like) ?? []), attacker]);
  }
  return [...alike.values()].map((each) => each[day % each.length] as Attacker);
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
