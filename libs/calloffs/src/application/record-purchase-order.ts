import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type LocalDate, type Result } from '#libs/kernel';
import { auditTenant, brokenConstraint, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { poundsToPence } from '../domain/award.js';
import { purchaseOrderFaults } from '../domain/purchase-order.js';
import { CallOffRepository } from '../persistence/call-off.repository.js';
import { PurchaseOrderRepository } from '../persistence/purchase-order.repository.js';

export interface RecordPurchaseOrderCommand {
  readonly callOffId: string;
  /** Null when the body is exempt. */
  readonly number: string | null;
  readonly exempt: boolean;
  /** Pounds as text, without VAT; null when it is not limited. */
  readonly value: string | null;
  /** The call-off's first day when it is null. */
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly idempotencyKey: string;
}

/** A member tells the purchase order to quote on its invoices, or that it uses none. */
@Injectable()
export class RecordPurchaseOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly callOffs: CallOffRepository,
    private readonly orders: PurchaseOrderRepository,
  ) {}

  /** Refuses PO_DUPLICATE and every fault of what was typed in. */
  async execute(
    actor: Actor,
    command: RecordPurchaseOrderCommand,
  ): Promise<Result<{ purchaseOrderId: string }>> {
    const { idempotencyKey: key, ...fields } = command;
    const tidied = { ...fields, number: command.number?.trim() ?? null };
    const request = { operation: 'purchaseOrder.record', key, command: tidied };
    try {
      return await this.work.run(actor, (tx) => once(tx, request, () => this.record(tx, tidied)));
    } catch (error) {
      if (brokenConstraint(error) !== 'purchase_order_once') throw error;
      return err(refuse('PO_DUPLICATE', { number: tidied.number ?? '' }, ['number']));
    }
  }

  private async record(
    tx: Tx,
    command: Omit<RecordPurchaseOrderCommand, 'idempotencyKey'>,
  ): Promise<Result<{ purchaseOrderId: string }>> {
    const callOff = await this.callOffs.find(tx, command.callOffId);
    if (callOff === null) return err(refuse('NOT_FOUND'));
    const { number, exempt, value, endsOn } = command;
    const startsOn = command.startsOn ?? callOff.startsOn;
    const faults = purchaseOrderFaults({ number, exempt, value, startsOn, endsOn });
    if (faults.length > 0) return err(faults);
    const { tenantId, leadId, id: callOffId } = callOff;
    const id = newId();
    const valuePence = value === null ? null : poundsToPence(value);
    await this.orders.insert(tx, {
      ...{ tenantId, leadId, id, callOffId, number, exempt, valuePence, startsOn, endsOn },
      ...{ recordedAt: tx.now, recordedBy: tx.personId },
    });
    await auditTenant(tx, leadId, {
      action: 'purchaseOrder.record',
      subjectKind: 'purchaseOrder',
      subjectId: id,
      details: { callOffId, number, exempt, valuePence, startsOn, endsOn },
    });
    return ok({ purchaseOrderId: id });
  }
}
