import { Injectable } from '@nestjs/common';
import { Brackets, In } from 'typeorm';
import { localDate, type Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Allocation, Receipt } from '../domain/receipt.js';
import { AllocationReversalRow, BankStatementRow, ReceiptAllocationRow, ReceiptRow } from './entities.js';

/** A page of receipts, newest first. */
export interface ReceiptPage {
  readonly limit: number;
  /** The instant (ISO 8601) and id of the row to go on after; null for the first page. */
  readonly after: readonly string[] | null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Injectable()
export class ReceiptRepository {
  /**
   * Keeps a statement; answers null, or when the same content was imported before. Of two at once, the second waits
   * for the first.
   */
  async insertStatement(
    tx: Tx,
    { id, fileName, sha256, rows }: Omit<BankStatementRow, 'leadId' | 'importedAt' | 'importedBy'>,
  ): Promise<Date | null> {
    const inserted = await tx.manager.query<unknown[]>(
      `insert into bank_statement (lead_id, id, file_name, sha256, rows, imported_at, imported_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint bank_statement_once do nothing returning id`,
      [tx.leadId, id, fileName, sha256, rows, tx.now, tx.personId],
    );
    if (inserted.length > 0) return null;
    const before = await tx.manager.findOneByOrFail(BankStatementRow, { leadId: tx.leadId, sha256 });
    return before.importedAt;
  }

  async insert(tx: Tx, receipt: Receipt, statementRow: number | null): Promise<void> {
    const { amount, allocated, ...rest } = receipt;
    await tx.manager.insert(ReceiptRow, {
      ...rest,
      statementRow,
      amountPence: amount,
      allocatedPence: allocated,
    });
  }

  /** The receipts of payments that Stripe collected, as a lead authority sees its own. */
  async ofStripePayments(tx: Tx, stripePaymentIds: readonly string[]): Promise<Receipt[]> {
    if (stripePaymentIds.length === 0) return [];
    const rows = await tx.manager.find(ReceiptRow, {
      where: { leadId: tx.leadId, stripePaymentId: In([...stripePaymentIds]) },
    });
    return rows.map(toReceipt);
  }

  /** Keeps a receipt of Stripe's; false when its payment has one already. Of two at once, the second waits. */
  async insertOfStripe(tx: Tx, receipt: Receipt): Promise<boolean> {
    const rows = await tx.manager.query<unknown[]>(
      `insert into receipt (lead_id, id, amount_pence, allocated_pence, received_on, payer, reference, recorded_at, stripe_payment_id)
       values ($1, $2, $3, 0, $4, $5, $6, $7, $8) on conflict on constraint receipt_stripe_payment do nothing returning id`,
      [
        receipt.leadId,
        receipt.id,
        receipt.amount.toString(),
        receipt.receivedOn,
        receipt.payer,
        receipt.reference,
        receipt.recordedAt,
        receipt.stripePaymentId,
      ],
    );
    return rows.length > 0;
  }

  /** Notes that an allocation of the tenant written for was undone; false when it was already. */
  async insertReversal(
    tx: Tx,
    reversal: { leadId: string; id: string; allocationId: string; amount: Pence; reason: string },
  ): Promise<boolean> {
    const { leadId, id, allocationId, amount, reason } = reversal;
    const rows = await tx.manager.query<unknown[]>(
      `insert into allocation_reversal (tenant_id, lead_id, id, allocation_id, amount_pence, reason, reversed_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint allocation_reversal_once do nothing returning id`,
      [tx.tenantId, leadId, id, allocationId, amount.toString(), reason, tx.now],
    );
    return rows.length > 0;
  }

  /** The ids of what undid these allocations. */
  async reversalsOf(tx: Tx, allocationIds: readonly string[]): Promise<string[]> {
    if (allocationIds.length === 0) return [];
    const rows = await tx.manager.find(AllocationReversalRow, {
      where: { allocationId: In([...allocationIds]) },
    });
    return rows.map(({ id }) => id);
  }

  /** The receipt, locked: what is left of it holds still until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Receipt | null> {
    const row = await tx.manager.findOne(ReceiptRow, {
      where: { leadId: tx.leadId, id },
      lock: { mode: 'pessimistic_write' },
    });
    return row && toReceipt(row);
  }

  async find(tx: Tx, id: string): Promise<Receipt | null> {
    const row = await tx.manager.findOneBy(ReceiptRow, { leadId: tx.leadId, id });
    return row && toReceipt(row);
  }

  async addAllocated(tx: Tx, id: string, amount: Pence): Promise<void> {
    await tx.manager.query(
      'update receipt set allocated_pence = allocated_pence + $3 where lead_id = $1 and id = $2',
      [tx.leadId, id, amount.toString()],
    );
  }

  async insertAllocation(tx: Tx, allocation: Allocation): Promise<void> {
    const { amount, reversedAt: _, ...rest } = allocation;
    await tx.manager.insert(ReceiptAllocationRow, {
      ...rest,
      amountPence: amount,
      allocatedBy: tx.actor.identity.personId,
    });
  }

  async page(tx: Tx, { limit, after }: ReceiptPage): Promise<Receipt[]> {
    const query = tx.manager
      .createQueryBuilder(ReceiptRow, 'r')
      .where('r.leadId = :leadId', { leadId: tx.leadId });
    const [at = '', id = ''] = after ?? [];
    if (INSTANT.test(at) && UUID.test(id))
      query.andWhere(
        new Brackets((where) =>
          where.where('r.recordedAt < :at', { at }).orWhere('r.recordedAt = :at and r.id < :id', { at, id }),
        ),
      );
    const rows = await query
      .orderBy('r.recordedAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .limit(limit)
      .getMany();
    return rows.map(toReceipt);
  }

  /** The allocations of some receipts, oldest first, as far as the reader may see them. */
  async allocationsOf(tx: Tx, leadId: string, receiptIds: readonly string[]): Promise<Allocation[]> {
    if (receiptIds.length === 0) return [];
    const rows = await tx.manager
      .createQueryBuilder(ReceiptAllocationRow, 'a')
      .where('a.leadId = :leadId and a.receiptId = any (:receiptIds)', {
        leadId,
        receiptIds: [...receiptIds],
      })
      .orderBy('a.allocatedAt')
      .addOrderBy('a.id')
      .getMany();
    return withReversals(tx, rows);
  }

  async allocationsOfInvoice(
    tx: Tx,
    owner: { tenantId: string; leadId: string },
    invoiceId: string,
  ): Promise<Allocation[]> {
    const rows = await tx.manager.find(ReceiptAllocationRow, {
      where: { ...owner, invoiceId },
      order: { allocatedAt: 'ASC', id: 'ASC' },
    });
    return withReversals(tx, rows);
  }
}

const toReceipt = (row: ReceiptRow): Receipt => ({
  leadId: row.leadId,
  id: row.id,
  statementId: row.statementId,
  amount: row.amountPence,
  allocated: row.allocatedPence,
  receivedOn: localDate(row.receivedOn),
  payer: row.payer,
  reference: row.reference,
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  stripePaymentId: row.stripePaymentId,
});

/** Allocations with when each was taken back, as far as the reader may see them. */
const withReversals = async (tx: Tx, rows: readonly ReceiptAllocationRow[]): Promise<Allocation[]> => {
  if (rows.length === 0) return [];
  const reversals = await tx.manager.find(AllocationReversalRow, {
    where: { allocationId: In(rows.map(({ id }) => id)) },
  });
  const reversedAt = new Map(reversals.map((reversal) => [reversal.allocationId, reversal.reversedAt]));
  return rows.map((row) => toAllocation(row, reversedAt.get(row.id) ?? null));
};

const toAllocation = (row: ReceiptAllocationRow, reversedAt: Date | null): Allocation => ({
  tenantId: row.tenantId,
  leadId: row.leadId,
  id: row.id,
  receiptId: row.receiptId,
  invoiceId: row.invoiceId,
  amount: row.amountPence,
  receivedOn: localDate(row.receivedOn),
  reference: row.reference,
  matchedBy: row.matchedBy,
  allocatedAt: row.allocatedAt,
  reversedAt,
});
