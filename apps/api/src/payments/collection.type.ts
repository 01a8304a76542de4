import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '#libs/kernel';
import {
  attemptStates,
  mirrorStates,
  type AttemptState,
  type Collection,
  type MandateState,
  type MirrorState,
  type PaymentAttempt,
  type PaymentMethod,
} from '#libs/payments';
import { DateTimeScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';
import {
  BankTransferDetailsType,
  enumOf,
  MandateStateEnum,
  PaymentMethodEnum,
} from './payment-method.type.js';

export const CollectionStateEnum = enumOf(mirrorStates);
registerEnumType(CollectionStateEnum, {
  name: 'CollectionState',
  description: 'How far Stripe is with an invoice that it collects.',
  valuesMap: {
    WANTED: { description: 'It waits to be given to Stripe.' },
    OPEN: { description: 'Stripe was given it, and waits for the money.' },
    PAID: { description: 'Stripe has the money.' },
    REVERSED: { description: "Stripe had the money, and the payer's bank took it back: it is owed again." },
    VOID: { description: 'It was settled otherwise, and Stripe collects it no more.' },
    REFUSED: { description: 'Stripe did not take it.' },
  },
});

export const DebitStateEnum = enumOf(attemptStates);
registerEnumType(DebitStateEnum, {
  name: 'DebitState',
  description: 'What has become of a direct debit.',
  valuesMap: {
    WANTED: { description: 'Stripe is about to be asked for it.' },
    PROCESSING: { description: 'It was asked for, and the bank has not said what comes of it.' },
    SUCCEEDED: { description: 'It was paid.' },
    FAILED: { description: 'It was not paid.' },
    REVERSED: { description: "It was paid, and the payer's bank took it back." },
  },
});

@ObjectType('DirectDebit', { description: 'A direct debit of an invoice.' })
export class DirectDebitType {
  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field(() => DebitStateEnum, { description: 'What has become of it.' })
  state!: AttemptState;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it is under way.' })
  endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was not paid, or was taken back, in Stripe's words; null otherwise.",
  })
  reason!: string | null;
}

@ObjectType('Collection', { description: 'How Stripe collects an invoice.' })
export class CollectionType {
  @Field(() => PaymentMethodEnum, { description: 'The way that held when Stripe was given it.' })
  method!: PaymentMethod;

  @Field(() => CollectionStateEnum, { description: 'How far it is.' })
  state!: MirrorState;

  @Field(() => Money, {
    nullable: true,
    description: 'What Stripe is to collect; null until it is given it.',
  })
  amount!: Money | null;

  @Field(() => String, {
    nullable: true,
    description: "Why Stripe did not take it, in Stripe's words; null otherwise.",
  })
  refusal!: string | null;

  @Field(() => BankTransferDetailsType, {
    nullable: true,
    description: 'Where a bank transfer goes; null for a direct debit, and until Stripe has said it.',
  })
  payTo!: BankTransferDetailsType | null;

  @Field(() => MandateStateEnum, { description: "How far the member's mandate for direct debits is." })
  mandate!: MandateState;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'From which day on the next debit is asked for, once the mandate is there and nothing is disputed; null where none follows of itself.',
  })
  nextDebitOn!: LocalDate | null;

  @Field(() => [DirectDebitType], { description: 'The debits that were asked for, the oldest first.' })
  debits!: DirectDebitType[];
}

export const toCollection = ({ amount, debits, ...collection }: Collection): CollectionType => ({
  ...collection,
  amount: amount === null ? null : toMoney(amount),
  debits: debits.map(toDebit),
});

const toDebit = ({ amount, state, startedAt, endedAt, reason }: PaymentAttempt): DirectDebitType => ({
  amount: toMoney(amount),
  state,
  startedAt,
  endedAt,
  reason,
});
