import type { QueryRunner } from 'typeorm';
import { rollBack } from './end-transaction.js';
import type { Tx } from './tx.js';

/**
 * One read-only transaction shared by the resolvers of one query. A connection runs one statement at a time, so
 * the readers take turns.
 */
export class ReadingTx {
  private last: Promise<unknown> = Promise.resolve();
  private closing: Promise<void> | null = null;

  constructor(
    private readonly tx: Tx,
    private readonly runner: QueryRunner,
  ) {}

  /** Waits for the readers before it. Refuses once it is being closed. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.closing) throw new Error('this unit of work has ended');
    const turn = this.last.then(() => work(this.tx));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Lets the readers that wait have their turn, then gives the connection back. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await this.last;
    this.tx.end();
    await rollBack(this.runner);
    await this.runner.release();
  }
}
