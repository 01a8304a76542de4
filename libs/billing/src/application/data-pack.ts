import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { formatPence, lastDayOf } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { csvOf, type CsvRow } from '../domain/csv.js';
import type { Invoice, InvoiceLine } from '../domain/document.js';
import { ReadInvoices } from './read-billing.js';

type Pack = Readonly<Record<string, unknown>>;

/** An invoice for machines: everything that is printed, and what anyone needs to work it out again. */
@Injectable()
export class InvoiceDataPack {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
  ) {}

  /**
   * Each line's `calculation` is what the open calculator reads, and `result` is what it prints for it. VAT is worked
   * out on the sum of the lines of a rate (`vatSummary`), so a line's own VAT may differ by a penny. Amounts in pounds.
   */
  async json(tx: Tx, invoice: Invoice): Promise<Pack> {
    const lines = await this.describedLines(tx, invoice);
    return {
      invoice: {
        number: invoice.number,
        state: invoice.state,
        issuedOn: invoice.issuedOn,
        dueOn: invoice.dueOn,
        voided: invoice.voided && {
          at: invoice.voided.at.toISOString(),
          reason: invoice.voided.reason,
        },
        period: invoice.period,
        seller: invoice.seller,
        buyer: invoice.buyer,
        purchaseOrders: invoice.purchaseOrders?.map(({ callOffReference, number }) => ({
          callOff: callOffReference,
          number,
        })),
        currency: 'GBP',
        net: formatPence(invoice.net),
        vat: formatPence(invoice.vat),
        gross: formatPence(invoice.gross),
        vatSummary: invoice.vatSummary.map(({ treatment, rate, net, vat }) => ({
          treatment,
          rate: rate.toDecimalString(),
          net: formatPence(net),
          vat: formatPence(vat),
        })),
        contentSha256: invoice.contentSha256,
        issuedSha256: invoice.issuedSha256,
        auditHead: invoice.auditHead,
      },
      lines: lines.map(({ line, callOff, meter, priceVersion }) => ({
        lineNumber: line.lineNumber,
        description: line.description,
        callOff,
        callOffRevision: line.working.callOffRevision,
        meter,
        priceVersion,
        period: line.period,
        net: formatPence(line.net),
        vatTreatment: line.vatTreatment,
        vatRate: line.vatRate,
        receipts: { after: line.working.receiptAfter.toString(), upTo: line.working.receiptUpTo.toString() },
        calculation: line.working.arithmetic.calculation,
        result: line.working.arithmetic.result,
      })),
    };
  }

  /** A row for each line. */
  async csv(tx: Tx, invoice: Invoice): Promise<string> {
    const rows = (await this.describedLines(tx, invoice)).map(
      ({ line, callOff, meter, priceVersion }): CsvRow => ({
        invoice: { text: invoice.number ?? '' },
        issuedOn: { text: invoice.issuedOn ?? '' },
        dueOn: { text: invoice.dueOn ?? '' },
        line: { number: String(line.lineNumber) },
        callOff: { text: callOff },
        meter: { text: meter },
        description: { text: line.description },
        firstDay: { text: line.period.start },
        lastDay: { text: lastDayOf(line.period) },
        quantity: { number: line.working.quantity },
        priceVersion: { number: String(priceVersion) },
        worth: { number: line.working.exact },
        alreadyBilled: { number: formatPence(line.working.alreadyBilled) },
        net: { number: formatPence(line.net) },
        vatTreatment: { text: line.vatTreatment },
        vatRate: { number: line.vatRate },
        state: { text: invoice.state },
      }),
    );
    return csvOf(rows);
  }

  private async describedLines(
    tx: Tx,
    invoice: Invoice,
  ): Promise<{ line: InvoiceLine; callOff: string; meter: string; priceVersion: number }[]> {
    const lines = await this.invoices.lines(tx, [invoice.id]);
    const callOffs = await this.callOffs.byIds(tx, [...new Set(lines.map(({ callOffId }) => callOffId))]);
    const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
    const meters = await this.catalogue.meters(tx, offeringIds);
    const prices = await this.catalogue.priceVersions(
      tx,
      meters.map(({ id }) => id),
    );
    return lines.map((line) => ({
      line,
      callOff: callOffs.find(({ id }) => id === line.callOffId)?.reference ?? '',
      meter: meters.find(({ id }) => id === line.meterId)?.code ?? '',
      priceVersion: prices.find(({ id }) => id === line.priceVersionId)?.version ?? 0,
    }));
  }
}
