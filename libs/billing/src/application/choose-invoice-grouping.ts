import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { usualGrouping, type InvoiceGrouping } from '../domain/invoice-shape.js';
import { ShapeRepository } from '../persistence/shape.repository.js';

export interface ChooseInvoiceGroupingCommand {
  readonly leadId: string;
  readonly grouping: InvoiceGrouping;
}

/** How a member is invoiced by one lead authority. */
export interface ChosenGrouping {
  readonly leadId: string;
  readonly grouping: InvoiceGrouping;
  /** Null when it never chose. */
  readonly chosenAt: Date | null;
}

/**
 * A member says how it wants to be invoiced by a lead authority. Drafts change when their run is prepared again; what is
 * approved or issued stays as it is. Refuses NOT_FOUND where the member has no call-off.
 */
@Injectable()
export class ChooseInvoiceGrouping {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shapes: ShapeRepository,
    private readonly callOffs: ReadCallOffs,
  ) {}

  execute(
    actor: Actor,
    { leadId, grouping }: ChooseInvoiceGroupingCommand,
  ): Promise<Result<{ leadId: string }>> {
    return this.work.run(actor, async (tx) => {
      const member = { tenantId: tx.tenantId, leadId };
      if ((await this.callOffs.allOf(tx, member)).length === 0) return err(refuse('NOT_FOUND'));
      const before = (await this.shapes.grouping(tx, member))?.grouping ?? usualGrouping;
      if (before === grouping) return ok({ leadId });
      await this.shapes.chooseGrouping(tx, member, grouping);
      await auditTenant(tx, leadId, {
        action: 'invoiceGrouping.choose',
        subjectKind: 'body',
        subjectId: leadId,
        details: { grouping, before },
      });
      return ok({ leadId });
    });
  }
}

/** Reads what a member chose; in a unit of work of the member's own. */
@Injectable()
export class ReadInvoiceGroupings {
  constructor(private readonly shapes: ShapeRepository) {}

  async of(tx: Tx, tenantId: string, leadIds: readonly string[]): Promise<readonly ChosenGrouping[]> {
    const chosen: ChosenGrouping[] = [];
    for (const leadId of leadIds) {
      const choice = await this.shapes.grouping(tx, { tenantId, leadId });
      const grouping = choice?.grouping ?? usualGrouping;
      chosen.push({ leadId, grouping, chosenAt: choice?.chosenAt ?? null });
    }
    return chosen;
  }
}
