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
  @UuidColumn() recordedBy!: string;
}

@Entity('receipt_allocation')
export class ReceiptAllocationRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() receiptId!: string;
  @UuidColumn({ nullable: true }) invoiceId!: string | null;
  @BigIntColumn() amountPence!: bigint;
  @DateColumn() receivedOn!: string;
  @TextColumn() reference!: string;
  @TextColumn() matchedBy!: 'REFERENCE' | 'PERSON';
  @InstantColumn() allocatedAt!: Date;
  @UuidColumn({ nullable: true }) allocatedBy!: string | null;
}
