import type { Stack } from '../stack.js';
import { leaksIn, outcomeOf, readAnswer } from './answer.js';
import { LEFT_OUT } from './arguments.js';
import { mayCall, type Attacker } from './attackers.js';
import type { Door } from './door.js';
import type { Ground } from './sides.js';

export interface EntitledReading {
  /** Doors that somebody entitled was answered by. */
  readonly readers: ReadonlySet<string>;
  /** Cursors that A's people got from a list, by its door. */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
  /** What A's own people were shown of others. */
  readonly leaks: readonly string[];
}

/** A's people and the lead authority's read all that is theirs: what others are refused is there to be had. */
export const readAsEntitled = async (
  stack: Stack,
  doors: readonly Door[],
  { entitled, lead }: Ground,
): Promise<EntitledReading> => {
  const readers = new Set<string>();
  const leaks: string[] = [];
  const cursors = new Map<string, string[]>();
  const read = async (door: Door, reader: Attacker, ofA: boolean): Promise<void> => {
    const { body, sent } = await callWithOwn(stack, door, reader);
    const answer = await readAnswer(body);
    if (outcomeOf(answer) === 'OK') readers.add(door.name);
    if (!ofA) return;
    leaks.push(
      ...leaksIn(answer, entitled.secrets, sent).map(
        (leak) => `${door.name} as ${reader.name} shows ${leak}`,
      ),
    );
    const cursor = /"endCursor":"([\w-]+)"/.exec(answer.body)?.[1];
    if (cursor !== undefined)
      cursors.set(door.name, [...new Set([...(cursors.get(door.name) ?? []), cursor])]);
  };
  for (const door of doors.filter(({ changes }) => !changes)) {
    for (const reader of entitled.attackers) if (mayCall(reader, door.access)) await read(door, reader, true);
    for (const reader of lead.attackers)
      if (!readers.has(door.name) && mayCall(reader, door.access)) await read(door, reader, false);
  }
  return { readers, cursors, leaks };
};

const callWithOwn = async (
  stack: Stack,
  door: Door,
  { own, token, roles }: Attacker,
): Promise<{ body: Response; sent: string }> => {
  const request = door.request({
    naming: (path, references, required) => {
      const name = references.flatMap((reference) => own[reference] ?? [])[0];
      if (name === undefined && !required) return LEFT_OUT;
      if (name === undefined)
        throw new Error(`${door.name}: nobody has a ${references.join(' or ')} for ${path}`);
      return name;
    },
    after: null,
    as: roles[0]?.startsWith('LEAD_') ? 'LEAD' : 'TENANT',
    isKeptOut: false,
  });
  const body = await fetch(`${stack.url}${request.path}`, {
    method: request.method,
    headers: { ...request.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: request.body,
  });
  return { body, sent: `${request.path} ${request.body ?? ''}` };
};
