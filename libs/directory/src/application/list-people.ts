import { Injectable } from '@nestjs/common';
import { Actor, UnitOfWork, type Tx } from '#libs/platform';
import { isWithin, parseEmail } from '../domain/email.js';
import { rolesOfCapacity, type Role } from '../domain/role.js';
import { BodyRepository } from '../persistence/body.repository.js';
import { PersonRepository, type Colleague } from '../persistence/person.repository.js';

export interface ListedPerson extends Colleague {
  /** False when the email domain is not one of the body's: worth a second look. */
  readonly domainMatches: boolean;
}

/** The people with roles in the body and capacity that the actor acts for. */
@Injectable()
export class ListPeople {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bodies: BodyRepository,
    private readonly people: PersonRepository,
  ) {}

  /** By name; up to `first + 1`, so that the caller sees whether there are more. */
  async execute(
    actor: Actor,
    page: { first: number; after: { name: string; id: string } | null },
  ): Promise<readonly ListedPerson[]> {
    return this.read(actor, (tx, bodyId, roles) =>
      this.people.colleagues(tx, bodyId, roles, { first: page.first + 1, after: page.after }),
    );
  }

  /** One colleague, or null when the person is none. */
  async one(actor: Actor, personId: string): Promise<ListedPerson | null> {
    const found = await this.read(actor, async (tx, bodyId, roles) => {
      const colleague = await this.people.colleague(tx, bodyId, roles, personId);
      return colleague === null ? [] : [colleague];
    });
    return found[0] ?? null;
  }

  private async read(
    actor: Actor,
    work: (tx: Tx, bodyId: string, roles: readonly Role[]) => Promise<readonly Colleague[]>,
  ): Promise<readonly ListedPerson[]> {
    const { bodyId, capacity, personId, requestId } = actor.identity;
    if (bodyId === null) return [];
    return this.work.read(Actor.system('people', requestId, personId), async (tx) => {
      const colleagues = await work(tx, bodyId, rolesOfCapacity(capacity));
      const domains = await this.bodies.domainsOf(tx, bodyId);
      return colleagues.map((colleague) => ({
        ...colleague,
        domainMatches: matches(colleague.email, domains),
      }));
    });
  }
}

const matches = (email: string, domains: readonly string[]): boolean => {
  const domain = parseEmail(email)?.domain;
  return domain !== undefined && domains.some((own) => isWithin(domain, own));
};
