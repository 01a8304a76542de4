import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { toPublicId, type LocalDate } from '#libs/kernel';
import { differenceKinds, type Difference, type DifferenceKind } from '#libs/payments';
import { DateTimeScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';

export const StripeDifferenceKindEnum = Object.fromEntries(
  differenceKinds.map((kind) => [kind, kind]),
) as Record<DifferenceKind, DifferenceKind>;
registerEnumType(StripeDifferenceKindEnum, {
  name: 'StripeDifferenceKind',
  description: "In what Stripe's list and ours differ. More may be added.",
  valuesMap: {
    MISSING_HERE: { description: 'Stripe has an invoice or a payment that is not here.' },
    MISSING_THERE: {
      description: 'An invoice that Stripe should collect, or a payment of it, is not at Stripe.',
    },
    AMOUNT_DIFFERS: { description: 'Both have it, with another amount.' },
    PAID_TWICE: { description: 'Stripe collected what had been settled already; the rest is on account.' },
    NOT_REVERSED_HERE: { description: 'Stripe had to give money back that is still counted here.' },
  },
});

@ObjectType('StripeDifference', { description: "One difference between Stripe's list and ours." })
export class StripeDifferenceType {
  @Field(() => StripeDifferenceKindEnum, { description: 'In what they differ.' })
  kind!: DifferenceKind;

  @Field(() => ID, { nullable: true, description: 'The invoice concerned; null when it is not known.' })
  invoiceId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its number; null when it is not known.' })
  invoiceNumber!: string | null;

  @Field(() => String, { nullable: true, description: "The member's name; null when it is not known." })
  memberName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Stripe's id of the invoice or payment; null when Stripe has none.",
  })
  stripeId!: string | null;

  @Field(() => Money, { nullable: true, description: 'The amount here; null where there is none.' })
  here!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The amount at Stripe; null where there is none.' })
  there!: Money | null;
}

@ObjectType('StripeReconciliation', { description: "How Stripe's list and ours compared." })
export class StripeReconciliationType {
  @Field(() => Boolean, { description: 'Whether payment through Stripe is switched on here.' })
  isStripeOn!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; null while nothing was compared.' })
  comparedOn!: LocalDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When; null while nothing was compared.' })
  comparedAt!: Date | null;

  @Field(() => Int, { description: 'How many invoices Stripe had.' })
  invoices!: number;

  @Field(() => Int, { description: 'How many payments of them Stripe had.' })
  payments!: number;

  @Field(() => [StripeDifferenceType], { description: 'Every difference; none when all is well.' })
  differences!: StripeDifferenceType[];
}

export const toDifference = (
  { kind, invoiceId, stripeId, here, there }: Difference,
  names: Pick<StripeDifferenceType, 'invoiceNumber' | 'memberName'>,
): StripeDifferenceType => ({
  ...names,
  kind,
  invoiceId: invoiceId === null ? null : toPublicId('invoice', invoiceId),
  stripeId,
  here: here === null ? null : toMoney(here),
  there: there === null ? null : toMoney(there),
});
