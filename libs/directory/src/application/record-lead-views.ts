import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { UnitOfWork, type Actor } from '#libs/platform';
import { toRecord, type Shown } from '../domain/lead-view.js';
import { LeadViewRepository } from '../persistence/lead-view.repository.js';

/** Leaves with each member what of it is about to be answered to a person who acts for its lead authority. */
@Injectable()
export class RecordLeadViews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: LeadViewRepository,
  ) {}

  /**
   * Of what is answered to anybody else nothing is recorded. It is a unit of work of its own, because reading is done in
   * one that cannot write: call it outside others and before the answer goes out, which must not when this throws.
   */
  async execute(actor: Actor, shown: readonly Shown[]): Promise<void> {
    const { capacity, personId, bodyId, roles } = actor.identity;
    if (capacity !== 'LEAD' || personId === null || bodyId === null) return;
    const record = toRecord(shown, bodyId);
    if (record.length === 0) return;
    await this.work.run(actor, async (tx) => {
      await this.views.add(tx, record, roles);
      return ok(null);
    });
  }
}
