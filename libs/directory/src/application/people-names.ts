import { Injectable } from '@nestjs/common';
import { Actor, UnitOfWork } from '#libs/platform';
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
  async byIds(ids: readonly string[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const known = await this.work.read(Actor.system('people'), (tx) => this.people.namesOf(tx, wanted));
    return new Map(wanted.map((id) => [id, known.get(id) ?? FORMER_COLLEAGUE]));
  }
}
