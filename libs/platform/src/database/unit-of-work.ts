import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Result } from '#libs/kernel';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { busyDoors, type Actor, type SystemDoor } from './actor.js';
import { begin, type Access } from './begin-transaction.js';
import { commit, rollBack } from './end-transaction.js';
import { ReadingTx } from './reading-tx.js';
import { sqlState } from './sql-error.js';
import { Tx } from './tx.js';

const MAX_TRIES = 5;
/** serialization_failure and deadlock_detected: the whole transaction may be run again. */
const AGAIN = new Set(['40001', '40P01']);

/** The one way to a table. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /**
   * Commits on Ok, rolls back on a refusal and on a throw. `work` may be run again, whole, after a deadlock, so it
   * changes nothing but the database. Never nests: pass `tx` on instead.
   */
  async run<T>(actor: Actor, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.attempt(actor, work);
      } catch (error) {
        if (tries >= MAX_TRIES || !AGAIN.has(sqlState(error))) throw error;
        this.logger.info({ tries, state: sqlState(error) }, 'unit of work run again');
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** tries));
      }
    }
  }

  /** A read-only snapshot: everything that `work` reads is of one moment. */
  async read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const reading = await this.openRead(actor);
    try {
      return await reading.run(work);
    } finally {
      await reading.close();
    }
  }

  /** A read-only snapshot that several readers use in turn; whoever opens it closes it. */
  async openRead(actor: Actor): Promise<ReadingTx> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return new ReadingTx(await this.begin(actor, runner, 'READ'), runner);
    } catch (error) {
      await rollBack(runner);
      await runner.release();
      throw error;
    }
  }

  private async attempt<T>(actor: Actor, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const tx = await this.begin(actor, runner, 'WRITE');
      const result = await work(tx).finally(() => tx.end());
      if (result.ok) await commit(runner);
      else await rollBack(runner);
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async begin(actor: Actor, runner: QueryRunner, access: Access): Promise<Tx> {
    const { door } = actor.settings;
    if (door !== null) this.logDoor(door, actor.identity.requestId);
    const shift = await begin(runner, actor, access);
    return new Tx(actor, runner.manager, new Date(Date.now() + (this.config.demonstration ? shift : 0)));
  }

  private logDoor(door: SystemDoor, requestId: string | null): void {
    const level = busyDoors.has(door) ? 'debug' : 'info';
    this.logger[level]({ door, requestId }, 'system door');
  }
}
