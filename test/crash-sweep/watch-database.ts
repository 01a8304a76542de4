import pg from 'pg';
import { callWindow } from './call-window.js';

type Callback = (error: unknown, result: unknown) => void;
type Ask = (this: pg.Client, ...args: unknown[]) => unknown;

/** What the last statement of a connection was: a commit is told from another by it. */
const lastOn = new WeakMap<object, string>();

const ENDS = /^(set constraints|commit|rollback)/i;

/** A statement's text without the numbers of its parameters, and however many there are of them. */
export const nameOfStatement = (text: string, last: string): string => {
  const name = text
    .replace(/\s+/g, ' ')
    .replace(/\$\d+/g, '$')
    .replace(/\$(, ?\$)+/g, '$…')
    .replace(/\(\$…\)(, ?\(\$…\))+/g, '($…)…')
    .trim();
  return ENDS.test(name) ? `${name} after ${last}` : name;
};

const textOf = (query: unknown): string => {
  const text = typeof query === 'string' ? query : (query as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : 'a query of its own kind';
};

/** Looks for work that found none are told from those that found some. */
const outcomeOf = (name: string, result: unknown): string =>
  (result as { rowCount?: unknown } | null)?.rowCount === 0 ? `${name} of nothing` : name;

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
      const last = lastOn.get(this) ?? 'nothing';
      const name = nameOfStatement(textOf(args[0]), last);
      return watched(this, query, args, name, (result) => {
        if (!ENDS.test(name)) lastOn.set(this, outcomeOf(name, result));
      });
    },
    connect(this: pg.Client, ...args: unknown[]): unknown {
      return watched(this, connect, args, 'connect to the database', () => undefined);
    },
  });
};
