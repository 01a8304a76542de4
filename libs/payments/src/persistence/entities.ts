import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  BytesColumn,
  DateColumn,
  InstantColumn,
  LeadRow,
  TenantRow,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { MatchedBy } from '../domain/receipt.js';

@Entity('bank_statement')
export class BankStatementRow extends LeadRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn() fileName!: string;
  @BytesColumn() sha256!: Buffer;
  @Column({ type: 'integer' }) rows!: number;
  @InstantColumn() importedAt!: Date;
  @UuidColumn() importedBy!: string;
}

@Entity('receipt')
export class ReceiptRow extends LeadRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn({ nullable: true }) statementId!: string | null;
  @Column({ type: 'integer', nullable: true }) statementRow!: number | null;
  @BigIntColumn() amountPence!: bigint;
  @BigIntColumn() allocatedPence!: bigint;
  @DateColumn() receivedOn!: string;
  @TextColumn() payer!: string;
  @TextColumn() reference!: string;
  @InstantColumn() recordedAt!: Date;
  @UuidColumn({ nullable: true }) recordedBy!: string | null;
  @TextColumn({ nullable: true }) stripePaymentId!: string | null;
}

@Entity('receipt_allocation')
export class ReceiptAllocationRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() receiptId!: string;
  @UuidColumn({ nullable: true }) invoiceId!: string | null;
  @BigIntColumn() amountPence!: bigint;
  @DateColumn() receivedOn!: string;
  @TextColumn() reference!: string;
  @TextColumn() matchedBy!: MatchedBy;
  @InstantColumn() allocatedAt!: Date;
  @UuidColumn({ nullable: true }) allocatedBy!: string | null;
}

@Entity('allocation_reversal')
export class AllocationReversalRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() allocationId!: string;
  @BigIntColumn() amountPence!: bigint;
  @TextColumn() reason!: string;
  @InstantColumn() reversedAt!: Date;
}
