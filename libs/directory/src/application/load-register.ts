import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { v5 } from 'uuid';
import { ok, parseLocalDate, type Result } from '#libs/kernel';
import { Actor, Config, projectRoot, UnitOfWork } from '#libs/platform';
import { readEntry, type RegisterEntry } from '../domain/register-entry.js';
import { BodyRepository } from '../persistence/body.repository.js';
import { RegisterRepository } from '../persistence/register.repository.js';

/** A body's id is made from its code, so that loading again, here or elsewhere, keeps every id. */
const NAMESPACE = '3f0c1f0e-6d0a-5f7b-9a55-8a1d2f4c7e90';

export interface Loaded {
  readonly bodies: number;
  /** bodies, domains and former names that were added, changed or taken away */
  readonly changes: number;
}

/** Loads the register's files, and the invented bodies in a demonstration. Again is safe: only differences are written. */
@Injectable()
export class LoadRegister {
  constructor(
    private readonly work: UnitOfWork,
    private readonly config: Config,
    private readonly bodies: BodyRepository,
    private readonly register: RegisterRepository,
  ) {}

  async execute(): Promise<Result<Loaded>> {
    const entries = await this.entries();
    return this.work.run(Actor.system('register'), async (tx) => {
      await this.bodies.lockForAdding(tx);
      const changes =
        (await this.register.saveBodies(tx, entries)) +
        (await this.register.saveDomains(tx, entries)) +
        (await this.register.saveFormerNames(tx, entries));
      return ok({ bodies: entries.length, changes });
    });
  }

  private async entries(): Promise<readonly RegisterEntry[]> {
    const files = [{ name: 'register.csv', invented: false }];
    if (this.config.demonstration) files.push({ name: 'invented-bodies.csv', invented: true });
    const lists = await Promise.all(files.map(({ name, invented }) => readRegisterFile(name, invented)));
    return lists.flat();
  }
}

const readRegisterFile = async (name: string, invented: boolean): Promise<readonly RegisterEntry[]> => {
  const text = await readFile(join(projectRoot(), 'libs/directory/data', name), 'utf8');
  const rows = parse<Record<string, string>>(text, { columns: true, skipEmptyLines: true });
  return rows.map((row) =>
    readEntry(row, { invented, idOf: (code) => v5(code, NAMESPACE), dateOf: parseLocalDate }),
  );
};
