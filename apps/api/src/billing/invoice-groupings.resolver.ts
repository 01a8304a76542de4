import { Query, Resolver } from '@nestjs/graphql';
import { PreviewBill, ReadInvoiceGroupings } from '#libs/billing';
import { FindBody } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, notFound, Reader, Requires, type Read } from '../graphql/index.js';
import { InvoiceGroupingType, toInvoiceGrouping } from './invoice-grouping.type.js';

@Resolver()
export class InvoiceGroupingsResolver {
  constructor(
    private readonly groupings: ReadInvoiceGroupings,
    private readonly members: PreviewBill,
    private readonly bodies: FindBody,
  ) {}

  @Query(() => [InvoiceGroupingType], {
    description:
      'How your body is invoiced by each lead authority under which it has or had a call-off. Needs invoiceGrouping:read.',
  })
  @Requires('invoiceGrouping:read')
  async invoiceGroupings(@CurrentActor() actor: Actor, @Reader() read: Read): Promise<InvoiceGroupingType[]> {
    const { bodyId } = actor.identity;
    if (bodyId === null) throw notFound();
    return read(async (tx) => {
      const leadIds = await this.members.leadsOf(tx, bodyId);
      const bodies = await this.bodies.byIds(tx, leadIds);
      const chosen = await this.groupings.of(tx, bodyId, leadIds);
      return chosen.map((each) => toInvoiceGrouping(each, bodies));
    });
  }
}
