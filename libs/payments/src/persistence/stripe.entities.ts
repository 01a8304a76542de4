import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  DateColumn,
  InstantColumn,
  JsonColumn,
  LeadRow,
  TenantRow,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { MandateState, PaymentMethod, StripeMethod } from '../domain/payment-method.js';
import type { DifferenceKind } from '../domain/reconcile.js';
import type { CallState, StripeOperation } from '../domain/stripe-call.js';
import type { AttemptState, MirrorState } from '../domain/stripe-invoice.js';

@Entity('payment_choice')
export class PaymentChoiceRow extends TenantRow {
  @TextColumn() method!: PaymentMethod;
  @InstantColumn() chosenAt!: Date;
  @UuidColumn() chosenBy!: string;
}

@Entity('stripe_customer')
export class StripeCustomerRow extends TenantRow {
  @TextColumn({ nullable: true }) customerId!: string | null;
  @TextColumn({ nullable: true }) accountName!: string | null;
  @TextColumn({ nullable: true }) sortCode!: string | null;
  @TextColumn({ nullable: true }) accountNumber!: string | null;
  @TextColumn() mandateState!: MandateState;
  @Column({ type: 'integer' }) mandateRound!: number;
  @TextColumn({ nullable: true }) setupSessionId!: string | null;
  @TextColumn({ nullable: true }) setupUrl!: string | null;
  @TextColumn({ nullable: true }) paymentMethodId!: string | null;
  @Column({ type: 'integer' }) tries!: number;
  @InstantColumn({ nullable: true }) lookAt!: Date | null;
}

@Entity('stripe_invoice')
export class StripeInvoiceRow extends TenantRow {
  @PrimaryColumn('uuid') invoiceId!: string;
  @TextColumn() method!: StripeMethod;
  @TextColumn() state!: MirrorState;
  @BigIntColumn() amountPence!: bigint;
  @TextColumn({ nullable: true }) stripeInvoiceId!: string | null;
  @TextColumn({ nullable: true }) refusal!: string | null;
  @Column({ type: 'integer' }) tries!: number;
  @InstantColumn({ nullable: true }) lookAt!: Date | null;
  @InstantColumn() madeAt!: Date;
}

@Entity('stripe_payment')
export class StripePaymentRow extends TenantRow {
  @PrimaryColumn('text') stripePaymentId!: string;
  @UuidColumn() invoiceId!: string;
  @UuidColumn() receiptId!: string;
}

@Entity('payment_attempt')
export class PaymentAttemptRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() invoiceId!: string;
  @Column({ type: 'integer' }) number!: number;
  @BigIntColumn() amountPence!: bigint;
  @TextColumn() state!: AttemptState;
  @TextColumn({ nullable: true }) paymentIntentId!: string | null;
  @TextColumn({ nullable: true }) reason!: string | null;
  @InstantColumn() startedAt!: Date;
  @InstantColumn({ nullable: true }) endedAt!: Date | null;
}

@Entity('stripe_call')
export class StripeCallRow extends TenantRow {
  @PrimaryColumn('text') operation!: StripeOperation;
  @PrimaryColumn('uuid') subjectId!: string;
  @Column({ type: 'integer' }) round!: number;
  @TextColumn() idempotencyKey!: string;
  @JsonColumn() params!: object;
  @TextColumn() state!: CallState;
  @Column({ type: 'integer' }) tries!: number;
  @InstantColumn() roundBeganAt!: Date;
  @Column({ type: 'boolean' }) answerIsStuck!: boolean;
  @TextColumn({ nullable: true }) stripeId!: string | null;
  @TextColumn({ nullable: true }) refusal!: string | null;
}

@Entity('stripe_reconciliation')
export class StripeReconciliationRow extends LeadRow {
  @PrimaryColumn('uuid') id!: string;
  @DateColumn() day!: string;
  @InstantColumn() madeAt!: Date;
  @Column({ type: 'integer' }) invoices!: number;
  @Column({ type: 'integer' }) payments!: number;
}

@Entity('stripe_difference')
export class StripeDifferenceRow extends LeadRow {
  @PrimaryColumn('uuid') reconciliationId!: string;
  @PrimaryColumn('integer') number!: number;
  @TextColumn() kind!: DifferenceKind;
  @UuidColumn({ nullable: true }) memberId!: string | null;
  @UuidColumn({ nullable: true }) invoiceId!: string | null;
  @TextColumn({ nullable: true }) stripeId!: string | null;
  @BigIntColumn({ nullable: true }) herePence!: bigint | null;
  @BigIntColumn({ nullable: true }) therePence!: bigint | null;
}
