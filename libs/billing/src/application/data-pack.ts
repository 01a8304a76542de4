import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { formatPence, lastDayOf } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { csvOf, type CsvRow } from '../domain/csv.js';
import type { CostShareOfLine } from '../domain/cost-split.js';
import type { Invoice, InvoiceLine } from '../domain/document.js';
import { ReadCostSplits } from './read-cost-splits.js';
import { ReadInvoices } from './read-billing.js';

type Pack = Readonly<Record<string, unknown>>;

/** An invoice for machines: everything that is printed, and what anyone needs to work it out again. */
@Injectable()
export class InvoiceDataPack {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly splits: ReadCostSplits,
  ) {}

  /**
   * Each line's `calculation` is what the open calculator reads, and `result` is what it prints for it. VAT is worked
   * out on the sum of the lines of a rate (`vatSummary`), so a line's own VAT may differ by a penny. Amounts in pounds.
   * A member that splits a line over its own cost centres finds that as `costSplit`; nobody else does.
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
        forOrder: invoice.forOrder,
        purchaseOrders: invoice.purchaseOrders?.map(({ callOffReference, number, withoutReason }) => ({
          callOff: callOffReference,
          number,
          ...(withoutReason === undefined ? {} : { withoutReason }),
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
      lines: lines.map(({ line, callOff, meter, priceVersion, costSplit }) => ({
        lineNumber: line.lineNumber,
        description: line.description,
        callOff,
        callOffRevision: line.working.callOffRevision,
        meter,
        charge: line.charge,
        priceVersion,
        period: line.period,
        net: formatPence(line.net),
        vatTreatment: line.vatTreatment,
        vatRate: line.vatRate,
        receipts: { after: line.working.receiptAfter.toString(), upTo: line.working.receiptUpTo.toString() },
        calculation: line.working.arithmetic.calculation,
        result: line.working.arithmetic.result,
        ...(costSplit.length === 0
          ? {}
          : { costSplit: costSplit.map(({ net, ...share }) => ({ ...share, net: formatPence(net) })) }),
      })),
    };
  }

  /**
   * A row for each line. For a member that splits any of them over its own cost centres, a row for each share: the
   * column `shareNet` adds up to the invoice, and all others say of every share what they say of its line.
   */
  async csv(tx: Tx, invoice: Invoice): Promise<string> {
    const lines = await this.describedLines(tx, invoice);
    const isSplit = lines.some(({ costSplit }) => costSplit.length > 0);
    return csvOf(lines.flatMap((line) => (isSplit ? shareRows(invoice, line) : [lineRow(invoice, line)])));
  }

  private async describedLines(tx: Tx, invoice: Invoice): Promise<DescribedLine[]> {
    const lines = await this.invoices.lines(tx, [invoice.id]);
    const callOffs = await this.callOffs.byIds(tx, [...new Set(lines.map(({ callOffId }) => callOffId))]);
    const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
    const meters = await this.catalogue.meters(tx, offeringIds);
    const prices = await this.catalogue.priceVersions(
      tx,
      meters.map(({ id }) => id),
    );
    const splits = await this.splits.ofLines(tx, lines);
    return lines.map((line) => ({
      line,
      costSplit: splits.get(line.id) ?? [],
      callOff: callOffs.find(({ id }) => id === line.callOffId)?.reference ?? '',
      meter: meters.find(({ id }) => id === line.meterId)?.code ?? '',
      priceVersion: prices.find(({ id }) => id === line.priceVersionId)?.version ?? 0,
    }));
  }
}

interface DescribedLine {
  readonly line: InvoiceLine;
  readonly callOff: string;
  readonly meter: string;
  readonly priceVersion: number;
  /** None for whoever is not the member, and for lines that it does not split. */
  readonly costSplit: readonly CostShareOfLine[];
}

const lineRow = (invoice: Invoice, { line, callOff, meter, priceVersion }: DescribedLine): CsvRow => ({
  invoice: { text: invoice.number ?? '' },
  issuedOn: { text: invoice.issuedOn ?? '' },
  dueOn: { text: invoice.dueOn ?? '' },
  line: { number: String(line.lineNumber) },
  callOff: { text: callOff },
  meter: { text: meter },
  charge: { text: line.charge },
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
});

const shareRows = (invoice: Invoice, described: DescribedLine): readonly CsvRow[] => {
  const whole = { costCentre: '', subjectiveCode: '', percent: '100', net: described.line.net };
  const shares = described.costSplit.length === 0 ? [whole] : described.costSplit;
  return shares.map(({ costCentre, subjectiveCode, percent, net }) => ({
    ...lineRow(invoice, described),
    costCentre: { text: costCentre },
    subjectiveCode: { text: subjectiveCode },
    sharePercent: { number: percent },
    shareNet: { number: formatPence(net) },
  }));
};
