import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PreviewBill } from '#libs/billing';
import { FindBody } from '#libs/directory';
import { ReadPaymentMethod } from '#libs/payments';
import { notFound, Reader, readId, Requires, type Read } from '../graphql/index.js';
import { ChosenPaymentMethodType, toPaymentMethod } from './payment-method.type.js';

@Resolver(() => ChosenPaymentMethodType)
export class PaymentMethodResolver {
  constructor(
    private readonly methods: ReadPaymentMethod,
    private readonly members: PreviewBill,
    private readonly bodies: FindBody,
  ) {}

  @Query(() => ChosenPaymentMethodType, {
    description:
      'How your body pays a lead authority under which it has a call-off. Needs paymentMethod:read.',
  })
  @Requires('paymentMethod:read')
  async paymentMethod(
    @Reader() read: Read,
    @Args('leadId', { type: () => ID, description: "The lead authority's body." }) leadId: string,
  ): Promise<ChosenPaymentMethodType> {
    const chosen = await read((tx) => this.methods.within(tx, readId('body', leadId)));
    if (chosen === null) throw notFound();
    return toPaymentMethod(chosen);
  }

  @Query(() => [ChosenPaymentMethodType], {
    description:
      'How your body pays each lead authority under which it has or had a call-off. Needs paymentMethod:read.',
  })
  @Requires('paymentMethod:read')
  paymentMethods(@Reader() read: Read): Promise<ChosenPaymentMethodType[]> {
    return read(async (tx) => {
      const found: ChosenPaymentMethodType[] = [];
      for (const leadId of await this.members.leadsOf(tx, tx.tenantId)) {
        const chosen = await this.methods.within(tx, leadId);
        if (chosen !== null) found.push(toPaymentMethod(chosen));
      }
      return found;
    });
  }

  @ResolveField(() => String, { description: "The lead authority's name." })
  async leadName(@Parent() { leadId }: ChosenPaymentMethodType, @Reader() read: Read): Promise<string> {
    const id = readId('body', leadId);
    return (await read((tx) => this.bodies.byIds(tx, [id]))).get(id)?.name ?? '';
  }
}
