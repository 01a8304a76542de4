import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ChoosePaymentMethod, ReadPaymentMethod, type PaymentMethod } from '#libs/payments';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { ChosenPaymentMethodType, PaymentMethodEnum, toPaymentMethod } from './payment-method.type.js';

@InputType({ description: 'How your body pays a lead authority from now on.' })
export class PaymentMethodChooseInput {
  @Field(() => ID, { description: "The lead authority's body." })
  leadId!: string;

  @Field(() => PaymentMethodEnum, { description: 'The way to pay.' })
  method!: PaymentMethod;
}

@ObjectType({ description: 'How your body pays now.' })
export class PaymentMethodChoosePayload extends PayloadOf('PaymentMethodChoose', ['STRIPE_OFF']) {
  @Field(() => ChosenPaymentMethodType, {
    nullable: true,
    description: 'The choice; null when it was refused.',
  })
  paymentMethod!: ChosenPaymentMethodType | null;
}

@Resolver()
export class PaymentMethodChooseResolver {
  constructor(
    private readonly choose: ChoosePaymentMethod,
    private readonly methods: ReadPaymentMethod,
  ) {}

  @Mutation(() => PaymentMethodChoosePayload, {
    description:
      'Chooses how your body pays a lead authority. Invoices that Stripe collects already stay as they are. Needs paymentMethod:choose.',
  })
  @Requires('paymentMethod:choose')
  async paymentMethodChoose(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { leadId, method }: PaymentMethodChooseInput,
  ): Promise<PaymentMethodChoosePayload> {
    const result = await this.choose.execute(actor, { leadId: readId('body', leadId), method });
    return toPayload(result, async (chosen) => {
      const paymentMethod = await read((tx) => this.methods.within(tx, chosen.leadId));
      return { paymentMethod: paymentMethod && toPaymentMethod(paymentMethod) };
    });
  }
}
