import pg from 'pg';
import { textOf } from './text-of.js';

// A planted fault: usage is acknowledged a moment before it is committed. What a sender was promised meanwhile a fall
// takes back, and the sweep has to notice.

const LATE_MS = 300;

type Ask = (this: pg.Client, ...args: unknown[]) => unknown;
const query = pg.Client.prototype.query as unknown as Ask;
const stored = new WeakSet<pg.Client>();

Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...args: unknown[]): unknown {
    const text = textOf(args[0]);
    if (text.startsWith('insert into usage_receipt')) stored.add(this);
    if (text !== 'set constraints all immediate; commit' || !stored.delete(this))
      return query.apply(this, args);
    setTimeout(() => void query.call(this, text, () => undefined), LATE_MS);
    return Promise.resolve({ rows: [], rowCount: 0, command: text });
  },
});
