import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadPaymentMethod } from '#libs/payments';
import { notFound, Reader, readId, Requires, type Read } from '../graphql/index.js';
import { ChosenPaymentMethodType, toPaymentMethod } from './payment-method.type.js';

@Resolver()
export class PaymentMethodResolver {
  constructor(private readonly methods: ReadPaymentMethod) {}

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
}
