import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  DateColumn,
  InstantColumn,
  JsonColumn,
  NumericColumn,
  TenantRow,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { StoredCallOffState } from '../domain/call-off.js';
import type { ComplianceDetails } from '../domain/compliance-record.js';

@Entity('call_off')
export class CallOffRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn() reference!: string;
  @Column('integer') revision!: number;
  @UuidColumn() frameworkId!: string;
  @UuidColumn() lotId!: string;
  @UuidColumn() offeringId!: string;
  @UuidColumn() agreementId!: string;
  @UuidColumn() optInId!: string;
  @TextColumn() state!: StoredCallOffState;
  @DateColumn() startsOn!: string;
  @DateColumn() endsOn!: string;
  @BigIntColumn() valuePence!: bigint;
  @InstantColumn() awardedAt!: Date;
  @UuidColumn() awardedBy!: string;
}

@Entity('call_off_item')
export class CallOffItemRow extends TenantRow {
  @PrimaryColumn('uuid') callOffId!: string;
  @PrimaryColumn('integer') revision!: number;
  @PrimaryColumn('uuid') meterId!: string;
  @NumericColumn() units!: string;
}

@Entity('compliance_record')
export class ComplianceRecordRow extends TenantRow {
  @PrimaryColumn('uuid') callOffId!: string;
  @TextColumn() route!: 'DIRECT_AWARD';
  @TextColumn() noticeReference!: string;
  @UuidColumn() eligibilityCheckId!: string;
  @BigIntColumn() ceilingPence!: bigint;
  @BigIntColumn() committedBeforePence!: bigint;
  @BigIntColumn() committedAfterPence!: bigint;
  @TextColumn() decisionReference!: string;
  @DateColumn() decisionEffectiveOn!: string;
  @JsonColumn() details!: ComplianceDetails;
  @InstantColumn() recordedAt!: Date;
}

@Entity('purchase_order')
export class PurchaseOrderRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() callOffId!: string;
  @TextColumn({ nullable: true }) number!: string | null;
  @Column('boolean') exempt!: boolean;
  @BigIntColumn({ nullable: true }) valuePence!: bigint | null;
  @DateColumn() startsOn!: string;
  @DateColumn({ nullable: true }) endsOn!: string | null;
  @InstantColumn() recordedAt!: Date;
  @UuidColumn() recordedBy!: string;
}
