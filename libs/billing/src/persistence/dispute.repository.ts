import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Dispute, DisputeState, DisputeStep } from '../domain/dispute.js';
import type { Member } from './billed.repository.js';
import { DisputeRow, DisputeStepRow } from './dispute.entities.js';
import { ownRows, takeNewest, type BillingPage } from './page.js';

export interface DisputeFilter {
  readonly tenantId?: string;
  readonly leadId?: string;
  readonly states?: readonly DisputeState[];
}

/** What changes of a dispute as it moves. */
export type DisputeChange = Pick<Dispute, 'state' | 'upheld' | 'outcome'>;

/** Disputes: a member's own, or those of a lead authority's members. */
@Injectable()
export class DisputeRepository {
  async byIds(tx: Tx, ids: readonly string[]): Promise<Dispute[]> {
    if (ids.length === 0) return [];
    const query = this.visible(tx).andWhere('dispute.id in (:...ids)', { ids: [...ids] });
    return (await query.orderBy('dispute.id').getMany()).map(toDispute);
  }

  async page(tx: Tx, { tenantId, leadId, states }: DisputeFilter, page: BillingPage): Promise<Dispute[]> {
    const query = this.visible(tx);
    if (tenantId !== undefined) query.andWhere('dispute.tenantId = :tenantId', { tenantId });
    if (leadId !== undefined) query.andWhere('dispute.leadId = :leadId', { leadId });
    if (states !== undefined) query.andWhere('dispute.state = any (:states)', { states: [...states] });
    return (await takeNewest(query, 'raisedAt', page)).map(toDispute);
  }

  /** The oldest first. */
  async ofInvoice(tx: Tx, { tenantId, leadId }: Member, invoiceId: string): Promise<Dispute[]> {
    const rows = await tx.manager.find(DisputeRow, {
      where: { tenantId, leadId, invoiceId },
      order: { raisedAt: 'asc', id: 'asc' },
    });
    return rows.map(toDispute);
  }

  /** Locked until the transaction ends; the unit of work writes for its member. */
  async lock(tx: Tx, { tenantId, leadId }: Member, id: string): Promise<Dispute | null> {
    const row = await tx.manager.findOne(DisputeRow, {
      where: { tenantId, leadId, id },
      lock: { mode: 'for_no_key_update' },
    });
    return row && toDispute(row);
  }

  /** Of these disputes, by their numbers. */
  async steps(tx: Tx, disputeIds: readonly string[]): Promise<DisputeStep[]> {
    if (disputeIds.length === 0) return [];
    const query = ownRows(tx, tx.manager.createQueryBuilder(DisputeStepRow, 'step'));
    const rows = await query
      .andWhere('step.disputeId in (:...disputeIds)', { disputeIds: [...disputeIds] })
      .orderBy('step.disputeId')
      .addOrderBy('step.stepNumber')
      .getMany();
    return rows.map(toStep);
  }

  /** What disputes hold back of invoices, with VAT, as it would be credited; nothing held is left out. */
  async heldOnInvoices(
    tx: Tx,
    leadId: string,
    invoiceIds: readonly string[] | null,
  ): Promise<ReadonlyMap<string, Pence>> {
    const rows = await tx.manager.query<{ invoice_id: string; disputed: string }[]>(
      `select invoice_id, disputed_pence::text as disputed from invoice_disputed
       where lead_id = $1 and ($2::uuid[] is null or invoice_id = any ($2))`,
      [leadId, invoiceIds && [...invoiceIds]],
    );
    return new Map(rows.map((row) => [row.invoice_id, BigInt(row.disputed)]));
  }

  /** What of a line is agreed to be corrected and was not credited yet, without VAT. */
  async awaitingCorrection(tx: Tx, { tenantId, leadId }: Member, lineId: string): Promise<Pence> {
    const rows = await tx.manager.query<{ net: string }[]>(
      `select coalesce(sum(h.net_pence), 0)::text as net
       from dispute_held h join dispute d on d.tenant_id = h.tenant_id and d.lead_id = h.lead_id and d.id = h.dispute_id
       where h.tenant_id = $1 and h.lead_id = $2 and h.invoice_line_id = $3
         and d.state in ('UPHELD', 'PART_UPHELD') and d.outcome = 'CORRECTION'`,
      [tenantId, leadId, lineId],
    );
    return BigInt(rows[0]?.net ?? 0);
  }

  async insert(tx: Tx, { net, upheld, ...dispute }: Dispute): Promise<void> {
    await tx.manager.insert(DisputeRow, { ...dispute, netPence: net, upheldPence: upheld });
  }

  async change(tx: Tx, { tenantId, leadId, id }: Dispute, change: DisputeChange): Promise<void> {
    const { upheld, ...rest } = change;
    await tx.manager.update(
      DisputeRow,
      { tenantId, leadId, id },
      { ...rest, upheldPence: upheld, changedAt: tx.now },
    );
  }

  async addStep(tx: Tx, { tenantId, leadId }: Member, step: DisputeStep): Promise<void> {
    const { number, net, ...rest } = step;
    await tx.manager.insert(DisputeStepRow, {
      tenantId,
      leadId,
      ...rest,
      stepNumber: number,
      netPence: net,
    });
  }

  /** What concessions the steps name, and credit notes of a recalculation that credit the line since, by dispute. */
  async creditNotesOf(tx: Tx, disputes: readonly Dispute[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (disputes.length === 0) return new Map();
    const rows = await tx.manager.query<{ dispute_id: string; credit_note_id: string }[]>(
      `select d.id as dispute_id, n.id as credit_note_id
       from dispute d join credit_note_line c
         on c.tenant_id = d.tenant_id and c.lead_id = d.lead_id and c.invoice_line_id = d.invoice_line_id
       join credit_note n on n.tenant_id = c.tenant_id and n.lead_id = c.lead_id and n.id = c.credit_note_id
       where d.lead_id = any ($1) and d.id = any ($2) and (
         (n.kind = 'RECALCULATION' and d.outcome = 'CORRECTION' and n.prepared_at >= d.raised_at)
         or exists (select from dispute_step s where s.tenant_id = d.tenant_id and s.lead_id = d.lead_id
                    and s.dispute_id = d.id and s.credit_note_id = n.id))
       order by n.prepared_at, n.id`,
      [[...new Set(disputes.map(({ leadId }) => leadId))], disputes.map(({ id }) => id)],
    );
    const byDispute = new Map<string, string[]>();
    for (const { dispute_id, credit_note_id } of rows)
      byDispute.set(dispute_id, [...(byDispute.get(dispute_id) ?? []), credit_note_id]);
    return byDispute;
  }

  private visible(tx: Tx) {
    return ownRows(tx, tx.manager.createQueryBuilder(DisputeRow, 'dispute'));
  }
}

const toDispute = ({ netPence, upheldPence, ...row }: DisputeRow): Dispute => ({
  ...row,
  net: netPence,
  upheld: upheldPence,
});

const toStep = ({ tenantId: _, leadId: __, stepNumber, netPence, ...row }: DisputeStepRow): DisputeStep => ({
  ...row,
  number: stepNumber,
  net: netPence,
});
