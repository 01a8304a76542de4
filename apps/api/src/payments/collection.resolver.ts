import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadInvoices } from '#libs/billing';
import { ReadCollection } from '#libs/payments';
import { InvoiceType } from '../billing/invoice.type.js';
import { notFound, Reader, readId, type Read } from '../graphql/index.js';
import { CollectionType, toCollection } from './collection.type.js';

@Resolver(() => InvoiceType)
export class CollectionResolver {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly collections: ReadCollection,
  ) {}

  @ResolveField(() => CollectionType, {
    nullable: true,
    description: 'How Stripe collects it; null where it is paid by BACS, to the bank account on it.',
  })
  async collection(@Parent() { id }: InvoiceType, @Reader() read: Read): Promise<CollectionType | null> {
    const collection = await read(async (tx) => {
      const invoice = await this.invoices.byId(tx, readId('invoice', id));
      if (invoice === null) throw notFound();
      return this.collections.ofInvoice(tx, invoice);
    });
    return collection && toCollection(collection);
  }
}
