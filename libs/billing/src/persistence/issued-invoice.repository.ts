import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';

/** What a payment needs to know of an invoice that was issued. */
export interface IssuedInvoice {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly number: string;
}

const COLUMNS = `select tenant_id as "tenantId", lead_id as "leadId", id, number from invoice`;

/** Finds issued invoices of the transaction's lead authority. */
@Injectable()
export class IssuedInvoiceRepository {
  byNumbers(tx: Tx, numbers: readonly string[]): Promise<IssuedInvoice[]> {
    return tx.manager.query<IssuedInvoice[]>(
      `${COLUMNS} where lead_id = $1 and number = any ($2) and state = 'ISSUED'`,
      [tx.leadId, [...numbers]],
    );
  }

  async byId(tx: Tx, id: string): Promise<IssuedInvoice | null> {
    const rows = await tx.manager.query<IssuedInvoice[]>(
      `${COLUMNS} where lead_id = $1 and id = $2 and state = 'ISSUED'`,
      [tx.leadId, id],
    );
    return rows[0] ?? null;
  }

  /** Issued, or voided since. */
  async onceIssued(tx: Tx, id: string): Promise<IssuedInvoice | null> {
    const rows = await tx.manager.query<IssuedInvoice[]>(
      `${COLUMNS} where lead_id = $1 and id = $2 and state in ('ISSUED', 'VOID')`,
      [tx.leadId, id],
    );
    return rows[0] ?? null;
  }

  /** Locks one invoice of the tenant written for, so that what is outstanding on it holds still. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.manager.query(
      'select 1 from invoice where tenant_id = $1 and lead_id = $2 and id = $3 for update',
      [tx.tenantId, tx.leadId, id],
    );
  }
}
