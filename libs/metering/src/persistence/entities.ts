import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  BytesColumn,
  DateColumn,
  InstantColumn,
  JsonColumn,
  NumericColumn,
  TenantRow,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { SentEvent } from '../domain/event.js';
import type { QuarantineState } from '../domain/quarantine.js';
import type { ExcuseKind } from '../domain/usage-return.js';

@Entity('usage_key')
export class UsageKeyRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn() prefix!: string;
  @BytesColumn() tokenHash!: Buffer;
  @UuidColumn() bodyId!: string;
  @UuidColumn() leadId!: string;
  @TextColumn() capacity!: 'TENANT' | 'LEAD';
  @TextColumn() source!: string;
  @TextColumn() label!: string;
  @InstantColumn() createdAt!: Date;
  @UuidColumn() createdBy!: string;
  @InstantColumn() expiresAt!: Date;
  @InstantColumn({ nullable: true }) revokedAt!: Date | null;
  @InstantColumn({ nullable: true }) lastUsedAt!: Date | null;
}

@Entity('usage_key_call_off')
export class UsageKeyCallOffRow {
  @PrimaryColumn('uuid') keyId!: string;
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') leadId!: string;
  @PrimaryColumn('uuid') callOffId!: string;
}

@Entity('usage_counter')
export class UsageCounterRow extends TenantRow {
  @BigIntColumn() lastReceipt!: bigint;
}

@Entity('usage_receipt')
export class UsageReceiptRow extends TenantRow {
  @PrimaryColumn('bigint', { transformer: { to: String, from: BigInt } }) number!: bigint;
  @UuidColumn({ nullable: true }) keyId!: string | null;
  @UuidColumn({ nullable: true }) personId!: string | null;
  @TextColumn({ nullable: true }) source!: string | null;
  @InstantColumn() receivedAt!: Date;
  @Column('integer') accepted!: number;
  @Column('integer') duplicate!: number;
  @Column('integer') quarantined!: number;
  @Column('integer') rejected!: number;
  @BytesColumn() digest!: Buffer;
}

@Entity('usage_record')
export class UsageRecordRow extends TenantRow {
  @PrimaryColumn('text') source!: string;
  @PrimaryColumn('text') eventId!: string;
  @UuidColumn() callOffId!: string;
  @UuidColumn() meterId!: string;
  @InstantColumn() occurredAt!: Date;
  @DateColumn() usageDay!: string;
  @NumericColumn() quantity!: string;
  @NumericColumn() delta!: string;
  @Column('smallint') events!: number;
  @TextColumn({ nullable: true }) correctsSource!: string | null;
  @TextColumn({ nullable: true }) correctsEventId!: string | null;
  @TextColumn({ nullable: true }) originalSource!: string | null;
  @TextColumn({ nullable: true }) originalEventId!: string | null;
  @BytesColumn() contentDigest!: Buffer;
  @BytesColumn({ nullable: true }) sentDigest!: Buffer | null;
  @BytesColumn({ nullable: true }) valueDigest!: Buffer | null;
  @Column('integer', { nullable: true }) correction!: number | null;
  @BigIntColumn() receiptNumber!: bigint;
  @InstantColumn() recordedAt!: Date;
}

@Entity('usage_total')
export class UsageTotalRow extends TenantRow {
  @PrimaryColumn('uuid') callOffId!: string;
  @PrimaryColumn('uuid') meterId!: string;
  @PrimaryColumn('date') usageDay!: string;
  @NumericColumn() quantity!: string;
  @BigIntColumn() events!: bigint;
  @BigIntColumn() lastReceipt!: bigint;
}

@Entity('usage_quarantine')
export class UsageQuarantineRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn() source!: string;
  @TextColumn() eventId!: string;
  @JsonColumn() event!: SentEvent;
  @BytesColumn() contentDigest!: Buffer;
  @TextColumn() reasonCode!: string;
  @TextColumn() reason!: string;
  @UuidColumn({ nullable: true }) keyId!: string | null;
  @InstantColumn() receivedAt!: Date;
  @BigIntColumn() receiptNumber!: bigint;
  @TextColumn() state!: QuarantineState;
  @InstantColumn({ nullable: true }) resolvedAt!: Date | null;
  @UuidColumn({ nullable: true }) resolvedBy!: string | null;
  @TextColumn({ nullable: true }) resolution!: string | null;
}

@Entity('usage_event_owner')
export class UsageEventOwnerRow {
  @PrimaryColumn('uuid') leadId!: string;
  @PrimaryColumn('text') source!: string;
  @PrimaryColumn('text') eventId!: string;
  @UuidColumn() tenantId!: string;
}

@Entity('usage_return')
export class UsageReturnRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() callOffId!: string;
  @DateColumn() month!: string;
  @Column('integer') version!: number;
  @Column('boolean') nil!: boolean;
  @TextColumn({ nullable: true }) reason!: string | null;
  @BigIntColumn({ nullable: true }) receiptNumber!: bigint | null;
  @UuidColumn() filedBy!: string;
  @InstantColumn() filedAt!: Date;
}

@Entity('usage_return_figure')
export class UsageReturnFigureRow extends TenantRow {
  @PrimaryColumn('uuid') returnId!: string;
  @PrimaryColumn('uuid') meterId!: string;
  @NumericColumn() quantity!: string;
  @TextColumn() eventId!: string;
}

@Entity('usage_return_sent_back')
export class UsageReturnSentBackRow extends TenantRow {
  @PrimaryColumn('uuid') returnId!: string;
  @TextColumn() note!: string;
  @UuidColumn() sentBackBy!: string;
  @InstantColumn() sentBackAt!: Date;
}

@Entity('usage_return_excuse')
export class UsageReturnExcuseRow extends TenantRow {
  @PrimaryColumn('uuid') callOffId!: string;
  @PrimaryColumn('date') month!: string;
  @TextColumn() kind!: ExcuseKind;
  @TextColumn() reason!: string;
  @UuidColumn() excusedBy!: string;
  @InstantColumn() excusedAt!: Date;
}

@Entity('usage_closed_month')
export class UsageClosedMonthRow extends TenantRow {
  @PrimaryColumn('date') month!: string;
  @InstantColumn() closedAt!: Date;
}

@Entity('usage_explanation')
export class UsageExplanationRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() callOffId!: string;
  @UuidColumn() meterId!: string;
  @DateColumn() month!: string;
  @TextColumn() text!: string;
  @UuidColumn() explainedBy!: string;
  @InstantColumn() explainedAt!: Date;
}
