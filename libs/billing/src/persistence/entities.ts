import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  BytesColumn,
  DateColumn,
  InstantColumn,
  JsonColumn,
  LeadRow,
  NumericColumn,
  TenantRow,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { ChargeKind } from '#libs/kernel';
import type {
  Arithmetic,
  Buyer,
  CreditNoteKind,
  CreditNoteState,
  InvoiceState,
  InvoiceWarning,
  PurchaseOrderOfInvoice,
  Seller,
} from '../domain/document.js';
import type { DiscountState } from '../domain/discount.js';
import type { RunState, RunTenantState } from '../domain/run.js';

@Entity('billing_run')
export class BillingRunRow extends LeadRow {
  @PrimaryColumn('uuid') id!: string;
  @DateColumn() periodStart!: string;
  @DateColumn() periodEnd!: string;
  @TextColumn() state!: RunState;
  @UuidColumn() preparedBy!: string;
  @InstantColumn() startedAt!: Date;
  @InstantColumn() begunAt!: Date;
  @InstantColumn({ nullable: true }) finishedAt!: Date | null;
}

@Entity('billing_run_tenant')
export class BillingRunTenantRow extends LeadRow {
  @PrimaryColumn('uuid') runId!: string;
  @PrimaryColumn('uuid') tenantId!: string;
  @TextColumn() state!: RunTenantState;
  @UuidColumn() askedBy!: string;
  @TextColumn({ nullable: true }) reason!: string | null;
  @InstantColumn({ nullable: true }) finishedAt!: Date | null;
  @BytesColumn({ nullable: true }) factsSha256!: Buffer | null;
}

/** Amounts in pence as text, the rate as decimal text. */
export interface VatGroupJson {
  readonly treatment: string;
  readonly rate: string;
  readonly net: string;
  readonly vat: string;
}

abstract class DocumentRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn({ nullable: true }) number!: string | null;
  @BigIntColumn() netPence!: bigint;
  @BigIntColumn() vatPence!: bigint;
  @BigIntColumn() grossPence!: bigint;
  @JsonColumn() vatSummary!: readonly VatGroupJson[];
  @UuidColumn() preparedBy!: string;
  @InstantColumn() preparedAt!: Date;
  @BytesColumn() contentSha256!: Buffer;
  @UuidColumn({ nullable: true }) approvedBy!: string | null;
  @InstantColumn({ nullable: true }) approvedAt!: Date | null;
  @UuidColumn({ nullable: true }) issuedBy!: string | null;
  @InstantColumn({ nullable: true }) issuedAt!: Date | null;
  @DateColumn({ nullable: true }) issuedOn!: string | null;
  @JsonColumn({ nullable: true }) seller!: Seller | null;
  @JsonColumn({ nullable: true }) buyer!: Buyer | null;
  @BytesColumn({ nullable: true }) auditHead!: Buffer | null;
  @BytesColumn({ nullable: true }) issuedSha256!: Buffer | null;
}

@Entity('invoice')
export class InvoiceRow extends DocumentRow {
  @UuidColumn() runId!: string;
  @TextColumn() state!: InvoiceState;
  @DateColumn() periodStart!: string;
  @DateColumn() periodEnd!: string;
  @DateColumn({ nullable: true }) dueOn!: string | null;
  @TextColumn({ nullable: true }) forOrder!: string | null;
  @JsonColumn() warnings!: readonly InvoiceWarning[];
  @JsonColumn({ nullable: true }) purchaseOrders!: readonly PurchaseOrderOfInvoice[] | null;
  @UuidColumn({ nullable: true }) voidedBy!: string | null;
  @InstantColumn({ nullable: true }) voidedAt!: Date | null;
  @TextColumn({ nullable: true }) voidReason!: string | null;
}

@Entity('credit_note')
export class CreditNoteRow extends DocumentRow {
  @UuidColumn({ nullable: true }) runId!: string | null;
  @DateColumn({ nullable: true }) runMonth!: string | null;
  @UuidColumn() invoiceId!: string;
  @TextColumn() kind!: CreditNoteKind;
  @TextColumn() state!: CreditNoteState;
  @TextColumn() reason!: string;
}

@Entity('invoice_line')
export class InvoiceLineRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() invoiceId!: string;
  @Column('integer') lineNumber!: number;
  @UuidColumn() callOffId!: string;
  @Column('integer') callOffRevision!: number;
  @UuidColumn() meterId!: string;
  @UuidColumn() priceVersionId!: string;
  @UuidColumn() agreementId!: string;
  @TextColumn() charge!: ChargeKind;
  @DateColumn() periodStart!: string;
  @DateColumn() periodEnd!: string;
  @TextColumn() description!: string;
  @NumericColumn() quantity!: string;
  @BigIntColumn() events!: bigint;
  @NumericColumn() exact!: string;
  @BigIntColumn() alreadyBilledPence!: bigint;
  @BigIntColumn() netPence!: bigint;
  @TextColumn() vatTreatment!: string;
  @NumericColumn() vatRate!: string;
  @JsonColumn() arithmetic!: Arithmetic;
  @BigIntColumn() receiptAfter!: bigint;
  @BigIntColumn() receiptUpTo!: bigint;
}

@Entity('credit_note_line')
export class CreditNoteLineRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() creditNoteId!: string;
  @Column('integer') lineNumber!: number;
  @UuidColumn() invoiceLineId!: string;
  @Column('integer', { nullable: true }) callOffRevision!: number | null;
  @TextColumn() description!: string;
  @NumericColumn({ nullable: true }) quantity!: string | null;
  @BigIntColumn({ nullable: true }) events!: bigint | null;
  @NumericColumn({ nullable: true }) exact!: string | null;
  @BigIntColumn({ nullable: true }) alreadyBilledPence!: bigint | null;
  @BigIntColumn() netPence!: bigint;
  @TextColumn() vatTreatment!: string;
  @NumericColumn() vatRate!: string;
  @JsonColumn({ nullable: true }) arithmetic!: Arithmetic | null;
  @BigIntColumn({ nullable: true }) receiptAfter!: bigint | null;
  @BigIntColumn({ nullable: true }) receiptUpTo!: bigint | null;
}

@Entity('discount')
export class DiscountRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() callOffId!: string;
  @UuidColumn({ nullable: true }) meterId!: string | null;
  @NumericColumn() percent!: string;
  @DateColumn() firstMonth!: string;
  @DateColumn() lastMonth!: string;
  @TextColumn() reason!: string;
  @TextColumn() state!: DiscountState;
  @UuidColumn() proposedBy!: string;
  @InstantColumn() proposedAt!: Date;
  @UuidColumn({ nullable: true }) decidedBy!: string | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
}
