import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ChooseInvoiceGrouping, ReadInvoiceGroupings, type InvoiceGrouping } from '#libs/billing';
import { FindBody } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { InvoiceGroupingEnum } from './enums.js';
import { InvoiceGroupingType, toInvoiceGrouping } from './invoice-grouping.type.js';

@InputType({ description: 'How your body wants to be invoiced by a lead authority from now on.' })
export class InvoiceGroupingChooseInput {
  @Field(() => ID, { description: "The lead authority's body." })
  leadId!: string;

  @Field(() => InvoiceGroupingEnum, { description: 'How many invoices a month.' })
  grouping!: InvoiceGrouping;
}

@ObjectType({ description: 'How your body is invoiced now.' })
export class InvoiceGroupingChoosePayload extends PayloadOf('InvoiceGroupingChoose', []) {
  @Field(() => InvoiceGroupingType, {
    nullable: true,
    description: 'The choice; null when it was refused.',
  })
  invoiceGrouping!: InvoiceGroupingType | null;
}

@Resolver()
export class InvoiceGroupingChooseResolver {
  constructor(
    private readonly choose: ChooseInvoiceGrouping,
    private readonly groupings: ReadInvoiceGroupings,
    private readonly bodies: FindBody,
  ) {}

  @Mutation(() => InvoiceGroupingChoosePayload, {
    description:
      'Chooses whether a lead authority sends your body one invoice a month or one for each purchase order. What is approved or issued stays as it is. Needs invoiceGrouping:choose.',
  })
  @Requires('invoiceGrouping:choose')
  async invoiceGroupingChoose(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { leadId, grouping }: InvoiceGroupingChooseInput,
  ): Promise<InvoiceGroupingChoosePayload> {
    const result = await this.choose.execute(actor, { leadId: readId('body', leadId), grouping });
    return toPayload(result, async (chosen) => {
      const invoiceGrouping = await read(async (tx) => {
        const bodies = await this.bodies.byIds(tx, [chosen.leadId]);
        const [own] = await this.groupings.of(tx, tx.tenantId, [chosen.leadId]);
        return own ? toInvoiceGrouping(own, bodies) : null;
      });
      return { invoiceGrouping };
    });
  }
}
