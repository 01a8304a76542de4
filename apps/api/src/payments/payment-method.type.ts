import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import {
  mandateStates,
  paymentMethods,
  type ChosenMethod,
  type MandateState,
  type PaymentMethod,
} from '#libs/payments';
import { DateTimeScalar } from '../graphql/index.js';

export const enumOf = <T extends string>(names: readonly T[]): Record<T, T> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<T, T>;

export const PaymentMethodEnum = enumOf(paymentMethods);
registerEnumType(PaymentMethodEnum, {
  name: 'PaymentMethod',
  description: 'How a member pays a lead authority. More may be added.',
  valuesMap: {
    BACS_TRANSFER: { description: 'By BACS, to the bank account on the invoice.' },
    STRIPE_BANK_TRANSFER: {
      description: 'By bank transfer, to an account that Stripe keeps for the member.',
    },
    STRIPE_BACS_DEBIT: {
      description: 'By direct debit through Stripe, once the member has given its mandate.',
    },
  },
});

export const MandateStateEnum = enumOf(mandateStates);
registerEnumType(MandateStateEnum, {
  name: 'MandateState',
  description: 'How far the mandate for direct debits is.',
  valuesMap: {
    NONE: { description: 'There is none.' },
    ASKED: { description: "It can be given on Stripe's page." },
    ACTIVE: { description: 'It was given.' },
  },
});

@ObjectType('BankTransferDetails', { description: 'The account that bank transfers through Stripe go to.' })
export class BankTransferDetailsType {
  @Field(() => String, { description: 'Whose account it is.' })
  accountName!: string;

  @Field(() => String, { description: 'The sort code, 6 digits.' })
  sortCode!: string;

  @Field(() => String, { description: 'The account number.' })
  accountNumber!: string;
}

@ObjectType('ChosenPaymentMethod', { description: 'How your body pays a lead authority.' })
export class ChosenPaymentMethodType {
  @Field(() => ID, { description: "The lead authority's body." })
  leadId!: string;

  @Field(() => PaymentMethodEnum, { description: 'The way that was chosen; BACS_TRANSFER when none was.' })
  method!: PaymentMethod;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was chosen; null when it never was.' })
  chosenAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether payment through Stripe can be chosen here.' })
  isStripeOn!: boolean;

  @Field(() => BankTransferDetailsType, {
    nullable: true,
    description: 'For STRIPE_BANK_TRANSFER: where transfers go; null until Stripe has said it.',
  })
  payTo!: BankTransferDetailsType | null;

  @Field(() => MandateStateEnum, { description: 'How far the mandate for direct debits is.' })
  mandate!: MandateState;

  @Field(() => String, {
    nullable: true,
    description: "For STRIPE_BACS_DEBIT: Stripe's page where the mandate is given; null when there is none.",
  })
  mandateUrl!: string | null;
}

export const toPaymentMethod = ({ leadId, ...chosen }: ChosenMethod): ChosenPaymentMethodType => ({
  ...chosen,
  leadId: toPublicId('body', leadId),
});
