import { Injectable } from '@nestjs/common';
import { FindBody } from '#libs/directory';
import { refuse, type Refusal } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { RunRepository } from '../persistence/run.repository.js';

/** Whether a member's billing is on hold in the run that made a document. */
@Injectable()
export class ParkedMembers {
  constructor(
    private readonly runs: RunRepository,
    private readonly bodies: FindBody,
  ) {}

  async refusal(
    tx: Tx,
    { runId, tenantId }: { runId: string | null; tenantId: string },
  ): Promise<Refusal | null> {
    if (runId === null) return null;
    const member = await this.runs.tenant(tx, runId, tenantId);
    if (member?.state !== 'PARKED') return null;
    const body = await this.bodies.byId(tx, tenantId);
    return refuse('INVOICE_PARKED', { body: body?.name ?? 'this member', why: member.reason ?? '' });
  }
}
