import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Pence, type Refusal, type Result } from '#libs/kernel';
import { auditLead, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { lotFaults } from '../domain/offering.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';

export interface NewLot {
  readonly frameworkId: string;
  readonly title: string;
  readonly directAwardLimitPence: Pence | null;
  readonly idempotencyKey: string;
}

/** Keeps a framework's lots readable as one list. */
const MAX_LOTS = 50;

/** Adds a lot to a framework that is still a draft; lots are numbered in the order in which they are added. */
@Injectable()
export class AddLot {
  constructor(
    private readonly work: UnitOfWork,
    private readonly frameworks: FrameworkRepository,
  ) {}

  execute(actor: Actor, { idempotencyKey: key, ...lot }: NewLot): Promise<Result<{ lotId: string }>> {
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'lotAdd', key, command: { ...lot } }, () => this.add(tx, lot)),
    );
  }

  private async add(tx: Tx, lot: Omit<NewLot, 'idempotencyKey'>): Promise<Result<{ lotId: string }>> {
    const { frameworkId, title, directAwardLimitPence } = lot;
    const framework = await this.frameworks.lockOwn(tx, frameworkId);
    if (framework === null) return err(refuse('NOT_FOUND'));
    const lots = await this.frameworks.lots(tx, [frameworkId]);
    const faults = [...lotFaults(lot), ...stateFaults(framework.published, lots.length)];
    if (faults.length > 0) return err(faults);

    const lotId = newId();
    const number = lots.length + 1;
    await this.frameworks.insertLot(tx, {
      leadId: tx.leadId,
      id: lotId,
      frameworkId,
      number,
      title,
      directAwardLimitPence,
    });
    const details = { lotId, number, directAwardLimitPence };
    await auditLead(tx, { action: 'lot.add', subjectKind: 'framework', subjectId: frameworkId, details });
    return ok({ lotId });
  }
}

const stateFaults = (published: boolean, lots: number): readonly Refusal[] => {
  if (published)
    return [refuse('STATE_NOT_ALLOWED', { thing: 'framework', state: 'published', action: 'add a lot to' })];
  return lots < MAX_LOTS ? [] : [refuse('LOTS_TOO_MANY', { max: String(MAX_LOTS) })];
};
