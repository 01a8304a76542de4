import pg from 'pg';
import { callWindow } from './call-window.js';
import { textOf } from './text-of.js';

type Callback = (error: unknown, result: unknown) => void;
type Ask = (this: pg.Client, ...args: unknown[]) => unknown;

/** What a connection's transaction has come to so far: commits are told from each other by it. */
interface Standing {
  last: string;
  hasChanged: boolean;
}

const standings = new WeakMap<object, Standing>();

/** It goes with who may see what, which is the same for everybody who does the same. */
const BEGINS = /^(start transaction[^;]*);.*/i;
const ENDS = /^(set constraints|commit|rollback)/i;
const CHANGES = /(^|[\s(])(insert into|delete from|update \S+ set)\s/i;

/** A statement's text without the numbers of its parameters, and however many there are of them. */
export const nameOfStatement = (text: string, { last, hasChanged }: Standing): string => {
  const name = text
    .replace(/\s+/g, ' ')
    .replace(/\$\d+/g, '$')
    .replace(/\$(, ?\$)+/g, '$…')
    .replace(/\(\$…\)(, ?\(\$…\))+/g, '($…)…')
    .trim()
    .replace(BEGINS, '$1');
  return ENDS.test(name) ? `${name} after ${last}${hasChanged ? '' : ', nothing new'}` : name;
};

const standingOf = (client: pg.Client): Standing => {
  const standing = standings.get(client) ?? { last: 'nothing', hasChanged: false };
  standings.set(client, standing);
  return standing;
};

/** Goes on with what a statement has come to. */
const note = (standing: Standing, name: string, result: unknown): void => {
  if (ENDS.test(name)) return;
  standing.last = name;
  if (/^start transaction/i.test(name)) standing.hasChanged = false;
  else if (CHANGES.test(name) && Number((result as { rowCount?: unknown } | null)?.rowCount) > 0)
    standing.hasChanged = true;
};

const query = pg.Client.prototype.query as unknown as Ask;
const connect = pg.Client.prototype.connect as unknown as Ask;

/** Does one call, by whichever of its two forms, and tells when its answer has come. */
const watched = (
  client: pg.Client,
  ask: Ask,
  args: unknown[],
  name: string,
  answered: (result: unknown) => void,
): unknown => {
  const end = callWindow.begin(name);
  const done = (result: unknown): void => {
    answered(result);
    end();
  };
  const callback = args.at(-1);
  if (typeof callback === 'function')
    return ask.call(client, ...args.slice(0, -1), (error: unknown, result: unknown) => {
      done(result);
      (callback as Callback)(error, result);
    });
  const answer = ask.apply(client, args);
  if (answer instanceof Promise)
    return answer.then(
      (result: unknown) => {
        done(result);
        return result;
      },
      (error: unknown) => {
        done(null);
        throw error;
      },
    );
  done(null);
  return answer;
};

/** Every statement and every new connection of this process is a call. */
export const watchDatabase = (): void => {
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...args: unknown[]): unknown {
      const standing = standingOf(this);
      const name = nameOfStatement(textOf(args[0]), standing);
      return watched(this, query, args, name, (result) => note(standing, name, result));
    },
    connect(this: pg.Client, ...args: unknown[]): unknown {
      return watched(this, connect, args, 'connect to the database', () => undefined);
    },
  });
};
