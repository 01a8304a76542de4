import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadInvoices } from '#libs/billing';
import { FindBody } from '#libs/directory';
import { Reader, readId, type Read } from '../graphql/index.js';
import { ReceiptAllocationType } from './receipt.type.js';

/** The names of what an allocation belongs to. */
@Resolver(() => ReceiptAllocationType)
export class AllocationResolver {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly bodies: FindBody,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description: "The number of that invoice; null when held on the member's account.",
  })
  async invoiceNumber(
    @Parent() { invoiceId }: ReceiptAllocationType,
    @Reader() read: Read,
  ): Promise<string | null> {
    if (invoiceId === null) return null;
    const invoice = await read((tx) => this.invoices.byId(tx, readId('invoice', invoiceId)));
    return invoice?.number ?? null;
  }

  @ResolveField(() => String, { description: "The member's name." })
  async memberName(@Parent() { memberId }: ReceiptAllocationType, @Reader() read: Read): Promise<string> {
    const id = readId('body', memberId);
    return (await read((tx) => this.bodies.byIds(tx, [id]))).get(id)?.name ?? '';
  }
}
