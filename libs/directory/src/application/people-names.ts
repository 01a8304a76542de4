import { Injectable } from '@nestjs/common';
import { Actor, UnitOfWork, type Tx } from '#libs/platform';
import { PersonRepository } from '../persistence/person.repository.js';

/** What stands for a person whose details were erased. */
export const FORMER_COLLEAGUE = 'a former colleague';

/** Names of people whose ids stand on rows that the reader may see. */
@Injectable()
export class PeopleNames {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
  ) {}

  /** A name for every id. It is a unit of work of its own: call it outside others. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.work.read(Actor.system('people'), (tx) => this.within(tx, ids));
  }

  /** A name for every id, in a unit of work that has read them. */
  async within(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const known = await this.people.namesOf(tx, wanted);
    return new Map(wanted.map((id) => [id, known.get(id) ?? FORMER_COLLEAGUE]));
  }
}
