import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ExplainBill, ReadInvoices } from '#libs/billing';
import { notFound, Reader, readId, Shows, type Read, type Show } from '../graphql/index.js';
import { BillBridgeType, toBridge } from './bridge.type.js';
import { InvoiceType } from './invoice.type.js';
import { showInvoices } from './show-documents.js';

@Resolver(() => InvoiceType)
export class InvoiceBridgeResolver {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly explain: ExplainBill,
  ) {}

  @ResolveField(() => BillBridgeType, {
    nullable: true,
    description:
      "Why it differs from the member's invoice before under the same lead authority; null for the first.",
  })
  async bridge(
    @Parent() { id }: InvoiceType,
    @Reader() read: Read,
    @Shows() show: Show,
  ): Promise<BillBridgeType | null> {
    const bridge = await read(async (tx) => {
      const invoice = await this.invoices.byId(tx, readId('invoice', id));
      if (invoice === null) throw notFound();
      return this.explain.invoice(tx, invoice);
    });
    if (bridge === null) return null;
    showInvoices(show, [bridge.previous]);
    return toBridge(bridge);
  }
}
