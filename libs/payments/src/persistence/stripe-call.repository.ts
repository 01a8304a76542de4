import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { StripeCall, StripeOperation, StripeParams } from '../domain/stripe-call.js';
import { StripeCallRow } from './stripe.entities.js';
import type { Payer } from './stripe-payer.repository.js';

/** What Stripe was asked. */
@Injectable()
export class StripeCallRepository {
  /** The call, held until the transaction ends; null when it was never asked. */
  async lock(
    tx: Tx,
    payer: Payer,
    operation: StripeOperation,
    subjectId: string,
  ): Promise<StripeCall | null> {
    const row = await tx.manager.findOne(StripeCallRow, {
      where: { tenantId: payer.tenantId, leadId: payer.leadId, operation, subjectId },
      lock: { mode: 'pessimistic_write' },
    });
    return row && { ...row, params: row.params as StripeParams };
  }

  async insert(tx: Tx, { params, ...call }: StripeCall): Promise<void> {
    await tx.manager.insert(StripeCallRow, { ...call, params: params as object });
  }

  async change(
    tx: Tx,
    { tenantId, leadId, operation, subjectId }: StripeCall,
    change: Partial<Omit<StripeCall, 'tenantId' | 'leadId' | 'operation' | 'subjectId' | 'params'>>,
  ): Promise<void> {
    await tx.manager.update(StripeCallRow, { tenantId, leadId, operation, subjectId }, change);
  }
}
