import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import type { Tx } from '#libs/platform';
import { parseCalculation } from '#libs/pricing';
import {
  bridgeBetween,
  type Bridge,
  type BridgeBill,
  type BridgeLine,
  type BridgeRow,
} from '../domain/bridge.js';
import type { Invoice, InvoiceLine } from '../domain/document.js';
import { CreditNoteRepository } from '../persistence/credit-note.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import type { BillPreview } from './preview-bill.js';

/** What a row is about, as people call it. */
export interface ServiceNames {
  readonly callOffReference: string;
  readonly offeringTitle: string;
  readonly meterTitle: string;
}

/** Why a bill differs from the member's one before under the same lead authority. */
export interface ExplainedBridge extends Omit<Bridge, 'rows'> {
  readonly previous: Invoice;
  readonly rows: readonly (BridgeRow & { readonly names: ServiceNames | null })[];
}

type ContentLine = Pick<InvoiceLine, 'callOffId' | 'meterId' | 'period' | 'net' | 'working'>;

/**
 * Explains a bill by the one before, for the same purchase order where a member has an invoice for each: an invoice in
 * any state, or a preview. Null for a member's first, for a preview of several invoices, and for what is billed of a month
 * after its bill: beside that bill it would look as if all of the bill had gone.
 */
@Injectable()
export class ExplainBill {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly notes: CreditNoteRepository,
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
  ) {}

  async invoice(tx: Tx, invoice: Invoice): Promise<ExplainedBridge | null> {
    const at = invoice.issuedAt ?? tx.now;
    const previous = await this.invoices.issuedBefore(tx, invoice, {
      month: invoice.period.start,
      at,
      but: invoice.id,
      forOrder: invoice.forOrder,
    });
    if (previous === null || isFurther(previous, invoice)) return null;
    return this.between(tx, previous, await this.billOf(tx, invoice));
  }

  async preview(tx: Tx, preview: BillPreview): Promise<ExplainedBridge | null> {
    const [only, ...others] = preview.invoices;
    if (others.length > 0) return null;
    const place = { month: preview.month.start, at: tx.now, but: null, forOrder: only?.forOrder ?? null };
    const previous = await this.invoices.issuedBefore(tx, preview, place);
    if (previous === null || isFurther(previous, { period: preview.month })) return null;
    return this.between(tx, previous, {
      period: preview.month,
      lines: (only?.lines ?? []).map(toBridgeLine),
      credited: preview.credits.reduce((sum, { totals }) => sum + totals.net, 0n),
    });
  }

  private async billOf(tx: Tx, invoice: Invoice): Promise<BridgeBill> {
    return {
      period: invoice.period,
      lines: (await this.invoices.lines(tx, [invoice.id])).map(toBridgeLine),
      credited: await this.notes.creditedBeside(tx, invoice),
    };
  }

  private async between(tx: Tx, previous: Invoice, after: BridgeBill): Promise<ExplainedBridge> {
    const { rows, ...ends } = bridgeBetween(await this.billOf(tx, previous), after);
    const describe = await this.describer(tx, rows);
    return { previous, ...ends, rows: rows.map(describe) };
  }

  private async describer(
    tx: Tx,
    rows: readonly BridgeRow[],
  ): Promise<(row: BridgeRow) => ExplainedBridge['rows'][number]> {
    const ids = [...new Set(rows.flatMap(({ service }) => service?.callOffId ?? []))];
    const callOffs = await this.callOffs.byIds(tx, ids);
    const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
    const offerings = await this.catalogue.offeringsByIds(tx, offeringIds);
    const meters = await this.catalogue.meters(tx, offeringIds);
    return (row) => {
      const { service } = row;
      if (service === null) return { ...row, names: null };
      const callOff = callOffs.find(({ id }) => id === service.callOffId);
      const meter = meters.find(({ id }) => id === service.meterId);
      const names = {
        callOffReference: callOff?.reference ?? '',
        offeringTitle: offerings.find(({ id }) => id === callOff?.offeringId)?.title ?? '',
        meterTitle: meter?.title ?? '',
      };
      // The quantity of a share of a cost is its amount, which the row says already.
      return { ...row, names, quantities: meter?.keptBy ? null : row.quantities };
    };
  }
}

const isFurther = (previous: Pick<Invoice, 'period'>, { period }: Pick<Invoice, 'period'>): boolean =>
  previous.period.start === period.start;

const toBridgeLine = ({ callOffId, meterId, period, net, working }: ContentLine): BridgeLine => {
  const calculation = parseCalculation(working.arithmetic.calculation);
  if (!calculation.ok) throw new Error('a line keeps what the open calculator reads');
  return { callOffId, meterId, period, net, calculation: calculation.value };
};
