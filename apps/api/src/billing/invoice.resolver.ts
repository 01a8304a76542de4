import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadCostSplits, ReadCreditNotes, ReadDisputes, ReadInvoices, type Invoice } from '#libs/billing';
import { FindBody } from '#libs/directory';
import { ReadLedger } from '#libs/ledger';
import { ReadReceipts } from '#libs/payments';
import type { Tx } from '#libs/platform';
import {
  checkedFirst,
  CurrentCaller,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  Shows,
  toConnection,
  type Caller,
  type Read,
  type Show,
} from '../graphql/index.js';
import { ReceiptAllocationType, toAllocation } from '../payments/receipt.type.js';
import { CreditNoteType, loadCreditNotes } from './credit-note.type.js';
import { InvoiceType, loadInvoices } from './invoice.type.js';
import { JournalEntryType, toJournalEntry } from './journal.type.js';
import { InvoiceLineConnection, InvoiceLineType, toInvoiceLine } from './line.type.js';
import { keysets, pageOf } from './page.js';
import { showCreditNotes, showInvoices } from './show-documents.js';

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  constructor(
    readonly invoices: ReadInvoices,
    private readonly notes: ReadCreditNotes,
    readonly bodies: FindBody,
    readonly ledger: ReadLedger,
    readonly disputes: ReadDisputes,
    private readonly receipts: ReadReceipts,
    private readonly splits: ReadCostSplits,
  ) {}

  @Query(() => InvoiceType, { description: 'An invoice by its id. Needs invoice:read.' })
  @Requires('invoice:read')
  async invoice(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('id', { type: () => ID, description: 'The id of the invoice.' }) id: string,
  ): Promise<InvoiceType> {
    return read(async (tx) => {
      const invoice = await this.found(tx, id);
      const [type] = await loadInvoices(tx, this, caller, [invoice]);
      if (!type) throw notFound();
      showInvoices(show, [invoice]);
      return type;
    });
  }

  @Query(() => InvoiceLineType, { description: 'A line of an invoice by its id. Needs invoice:read.' })
  @Requires('invoice:read')
  async invoiceLine(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('invoiceId', { type: () => ID, description: 'The invoice that it is of.' }) invoiceId: string,
    @Args('id', { type: () => ID, description: 'The id of the line.' }) id: string,
  ): Promise<InvoiceLineType> {
    const of = readId('invoice', invoiceId);
    return read(async (tx) => {
      const found = await this.invoices.line(tx, readId('invoiceLine', id));
      if (found?.invoice.id !== of) throw notFound();
      showInvoices(show, [found.invoice]);
      const splits = await this.splits.ofLines(tx, [found.line]);
      return toInvoiceLine(found.line, splits.get(found.line.id));
    });
  }

  @ResolveField(() => InvoiceLineConnection, { description: 'Its lines, in order.' })
  async lines(
    @Parent() { id }: InvoiceType,
    @Reader() read: Read,
    @Args() args: PageArgs,
  ): Promise<InvoiceLineConnection> {
    const first = checkedFirst(args);
    const after = Number(pageOf(args, keysets.lines).after?.[0] ?? 0);
    const { rows, splits } = await read(async (tx) => {
      const lines = await this.invoices.lines(tx, [(await this.found(tx, id)).id]);
      const shown = lines.filter(({ lineNumber }) => lineNumber > after).slice(0, first + 1);
      return { rows: shown, splits: await this.splits.ofLines(tx, shown) };
    });
    return toConnection(
      args,
      rows,
      ({ lineNumber }) => [String(lineNumber)],
      (line) => toInvoiceLine(line, splits.get(line.id)),
    );
  }

  @ResolveField(() => [CreditNoteType], { description: 'The credit notes that cite it, the oldest first.' })
  async creditNotes(
    @Parent() { id }: InvoiceType,
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
  ): Promise<CreditNoteType[]> {
    return read(async (tx) => {
      const notes = await this.notes.ofInvoices(tx, [(await this.found(tx, id)).id]);
      showCreditNotes(show, notes);
      return loadCreditNotes(tx, this, caller, notes);
    });
  }

  @ResolveField(() => [ReceiptAllocationType], { description: 'What was paid on it, the oldest first.' })
  async payments(@Parent() { id }: InvoiceType, @Reader() read: Read): Promise<ReceiptAllocationType[]> {
    const allocations = await read(async (tx) => this.receipts.ofInvoice(tx, await this.found(tx, id)));
    return allocations.map(toAllocation);
  }

  @ResolveField(() => [JournalEntryType], {
    description: 'What it, its credit notes and its payments posted to the ledger, the oldest first.',
  })
  async journal(@Parent() { id }: InvoiceType, @Reader() read: Read): Promise<JournalEntryType[]> {
    const entries = await read(async (tx) => {
      const invoice = await this.found(tx, id);
      const notes = await this.notes.ofInvoices(tx, [invoice.id]);
      const payments = await this.receipts.ofInvoice(tx, invoice);
      const reversals = await this.receipts.reversalsOf(tx, payments);
      const documents = [...[invoice, ...notes, ...payments].map(({ id }) => id), ...reversals];
      return this.ledger.entriesOf(tx, invoice.leadId, documents);
    });
    return entries.map(toJournalEntry);
  }

  private async found(tx: Tx, id: string): Promise<Invoice> {
    const invoice = await this.invoices.byId(tx, readId('invoice', id));
    if (invoice === null) throw notFound();
    return invoice;
  }
}
