import { Injectable } from '@nestjs/common';
import { financialYearOf, type Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { InvoiceRepository } from '../persistence/invoice.repository.js';

/** What a lead authority invoiced for meters, by the financial year of the months that it is for. */
@Injectable()
export class ReadInvoiced {
  constructor(private readonly invoices: InvoiceRepository) {}

  /** Without VAT, less what was credited of it for whatever reason; issued documents alone. */
  async byYear(tx: Tx, meterIds: readonly string[]): Promise<ReadonlyMap<string, Pence>> {
    const years = new Map<string, Pence>();
    for (const { month, net } of await this.invoices.netByMonth(tx, meterIds)) {
      const year = financialYearOf(month);
      years.set(year, (years.get(year) ?? 0n) + net);
    }
    return years;
  }
}
