import { Injectable } from '@nestjs/common';
import { FindBody } from '#libs/directory';
import { ReadUsage, type UsageRecord } from '#libs/metering';
import type { Tx } from '#libs/platform';
import type { CreditNote, CreditNoteLine, Invoice, InvoiceLine, InvoiceState } from '../domain/document.js';
import { secondsToGo } from '../domain/run-progress.js';
import type { BillingRun, RunTenant, RunTenantState } from '../domain/run.js';
import { CreditNoteRepository, type CreditNoteFilter } from '../persistence/credit-note.repository.js';
import type { InvoiceFilter } from '../persistence/invoice-filter.js';
import { InvoiceRepository, type InvoiceTotals } from '../persistence/invoice.repository.js';
import type { BillingPage } from '../persistence/page.js';
import { RunRepository } from '../persistence/run.repository.js';

/** Which invoices, as a person asks for them. */
export interface InvoicesWanted extends Omit<InvoiceFilter, 'search'> {
  /** A part of a number, or of the name of whoever stands opposite the reader. */
  readonly text?: string;
}

/** Reads invoices: a lead authority its own in every state, a member what was issued to it. */
@Injectable()
export class ReadInvoices {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly usage: ReadUsage,
    private readonly bodies: FindBody,
  ) {}

  async byId(tx: Tx, id: string): Promise<Invoice | null> {
    return (await this.invoices.byIds(tx, [id]))[0] ?? null;
  }

  /** In any order; ids that are not found are left out. */
  byIds(tx: Tx, ids: readonly string[]): Promise<Invoice[]> {
    return this.invoices.byIds(tx, ids);
  }

  /** Newest first. */
  async page(tx: Tx, wanted: InvoicesWanted, page: BillingPage): Promise<Invoice[]> {
    return this.invoices.page(tx, await this.filterFor(tx, wanted), page);
  }

  /** What all of them come to, whatever the page. */
  async totals(tx: Tx, wanted: InvoicesWanted): Promise<InvoiceTotals> {
    return this.invoices.totals(tx, await this.filterFor(tx, wanted));
  }

  /** Finds out which bodies a text to look for names. */
  private async filterFor(tx: Tx, { text, ...filter }: InvoicesWanted): Promise<InvoiceFilter> {
    const sought = text?.trim().toLowerCase() ?? '';
    if (sought === '') return filter;
    const parties = await this.bodies.byIds(tx, await this.invoices.otherParties(tx));
    const named = [...parties.values()].filter(({ name }) => name.toLowerCase().includes(sought));
    return { ...filter, search: { text: sought, partyIds: named.map(({ id }) => id) } };
  }

  /** Lines of invoices that the reader was shown, by invoice and number. */
  lines(tx: Tx, invoiceIds: readonly string[]): Promise<InvoiceLine[]> {
    return this.invoices.lines(tx, invoiceIds);
  }

  /** The line and its invoice; null unless the reader may see the invoice. */
  async line(tx: Tx, id: string): Promise<{ line: InvoiceLine; invoice: Invoice } | null> {
    const [line] = await this.invoices.linesByIds(tx, [id]);
    const invoice = line ? await this.byId(tx, line.invoiceId) : null;
    return line && invoice ? { line, invoice } : null;
  }

  linesByIds(tx: Tx, ids: readonly string[]): Promise<InvoiceLine[]> {
    return this.invoices.linesByIds(tx, ids);
  }

  /** The records that a line counted, between its two cut-offs; `page.after` as metering has it. */
  records(
    tx: Tx,
    { line, invoice }: { line: InvoiceLine; invoice: Invoice },
    page: BillingPage,
  ): Promise<UsageRecord[]> {
    const { tenantId, leadId } = invoice;
    const { callOffId, meterId, period, working } = line;
    const wanted = {
      tenantId,
      leadId,
      callOffId,
      meterId,
      period,
      after: working.receiptAfter,
      upTo: working.receiptUpTo,
    };
    return this.usage.records(tx, wanted, page);
  }
}

/** Reads credit notes, as invoices are read. */
@Injectable()
export class ReadCreditNotes {
  constructor(private readonly notes: CreditNoteRepository) {}

  async byId(tx: Tx, id: string): Promise<CreditNote | null> {
    return (await this.notes.byIds(tx, [id]))[0] ?? null;
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<CreditNote[]> {
    return this.notes.byIds(tx, ids);
  }

  page(tx: Tx, filter: CreditNoteFilter, page: BillingPage): Promise<CreditNote[]> {
    return this.notes.page(tx, filter, page);
  }

  ofInvoices(tx: Tx, invoiceIds: readonly string[]): Promise<CreditNote[]> {
    return this.notes.ofInvoices(tx, invoiceIds);
  }

  lines(tx: Tx, creditNoteIds: readonly string[]): Promise<CreditNoteLine[]> {
    return this.notes.lines(tx, creditNoteIds);
  }
}

/** Reads a lead authority's runs; only in a unit of work of its own. */
@Injectable()
export class ReadRuns {
  constructor(
    private readonly runs: RunRepository,
    private readonly invoices: InvoiceRepository,
  ) {}

  byId(tx: Tx, id: string): Promise<BillingRun | null> {
    return this.runs.find(tx, id);
  }

  /** Newest first. */
  page(tx: Tx, page: BillingPage): Promise<BillingRun[]> {
    return this.runs.page(tx, page);
  }

  /** How many members wait, are done and are parked. */
  counts(tx: Tx, runId: string): Promise<Readonly<Record<RunTenantState, number>>> {
    return this.runs.counts(tx, runId);
  }

  /** How many seconds it still takes if it goes on as it went; null while that cannot be said. */
  async secondsToGo(tx: Tx, run: BillingRun): Promise<number | null> {
    if (run.state !== 'PREPARING') return null;
    const settled = await this.runs.settledSince(tx, run);
    const { WAITING: waiting } = await this.runs.counts(tx, run.id);
    return secondsToGo({ begunAt: run.begunAt, now: tx.now, settled, waiting });
  }

  /** Members that wait first, then those that are parked, then those that are done. */
  tenants(tx: Tx, runId: string, page: BillingPage): Promise<RunTenant[]> {
    return this.runs.tenants(tx, runId, page);
  }

  /** What its invoices of each state come to, in pence. */
  sums(
    tx: Tx,
    { leadId, id }: BillingRun,
  ): Promise<{ state: InvoiceState; invoices: number; net: bigint; gross: bigint }[]> {
    return this.invoices.sumsOfRun(tx, leadId, id);
  }
}
