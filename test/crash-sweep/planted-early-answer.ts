import pg from 'pg';

// A planted fault: a transaction is said to be committed a moment before it is. Whoever is answered meanwhile has been
// promised what a crash takes back, and the sweep has to notice.

const LATE_MS = 300;

type Ask = (this: pg.Client, ...args: unknown[]) => unknown;
const query = pg.Client.prototype.query as unknown as Ask;

Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...args: unknown[]): unknown {
    const callback = args.at(-1);
    if (!/^commit$/i.test(String(args[0]))) return query.apply(this, args);
    const answer = { rows: [], rowCount: 0, command: 'COMMIT' };
    setTimeout(() => void query.call(this, 'COMMIT', () => undefined), LATE_MS);
    if (typeof callback !== 'function') return Promise.resolve(answer);
    setImmediate(callback as (error: null, result: object) => void, null, answer);
    return undefined;
  },
});
