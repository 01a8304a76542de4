import type { EntityManager } from 'typeorm';
import { londonDateOf, type LocalDate } from '#libs/kernel';
import type { Actor } from './actor.js';

/**
 * One transaction, and the only handle that reaches a table. UnitOfWork makes it; it is passed by hand and ends
 * with the transaction. `manager` is for persistence/ folders only.
 */
export class Tx {
  /** The Europe/London date of `now`. */
  readonly today: LocalDate;
  private ended = false;

  constructor(
    readonly actor: Actor,
    private readonly entityManager: EntityManager,
    /** The one clock's instant, fixed for the whole transaction. */
    readonly now: Date,
  ) {
    this.today = londonDateOf(now);
  }

  /** Throws once the transaction has ended: a statement that nobody waited for must not run outside it. */
  get manager(): EntityManager {
    if (this.ended) throw new Error('this unit of work has ended');
    return this.entityManager;
  }

  /** The tenant written for. Asking for it where there is none is a bug. */
  get tenantId(): string {
    return this.required(this.actor.settings.tenantId, 'tenant');
  }

  /** The lead authority whose tables are open. */
  get leadId(): string {
    return this.required(this.actor.settings.leadId, 'lead authority');
  }

  /** The person who acts. */
  get personId(): string {
    return this.required(this.actor.identity.personId, 'person');
  }

  /** UnitOfWork's alone to call. */
  end(): void {
    this.ended = true;
  }

  private required(value: string | null, what: string): string {
    if (value === null) throw new Error(`this unit of work has no ${what}`);
    return value;
  }
}
