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
import type { CostShare } from '../domain/cost-split.js';
import type { InvoiceGrouping } from '../domain/invoice-shape.js';

@Entity('billing_setting')
export class BillingSettingRow extends LeadRow {
  @Column('boolean') published!: boolean;
  @BigIntColumn() smallestInvoicePence!: bigint;
  @BigIntColumn() lateUsageLimitPence!: bigint;
  @InstantColumn() changedAt!: Date;
  @UuidColumn() changedBy!: string;
}

@Entity('late_usage')
export class LateUsageRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() callOffId!: string;
  @DateColumn() month!: string;
  @Column('boolean') isWaiting!: boolean;
  @BigIntColumn() netPence!: bigint;
  @BigIntColumn() receiptUpTo!: bigint;
  @InstantColumn() foundAt!: Date;
  @BigIntColumn() approvedUpTo!: bigint;
  @BigIntColumn({ nullable: true }) approvedPence!: bigint | null;
  @TextColumn({ nullable: true }) reason!: string | null;
  @UuidColumn({ nullable: true }) approvedBy!: string | null;
  @InstantColumn({ nullable: true }) approvedAt!: Date | null;
}

@Entity('invoice_grouping')
export class InvoiceGroupingRow extends TenantRow {
  @TextColumn() groupingKind!: InvoiceGrouping;
  @InstantColumn() chosenAt!: Date;
  @UuidColumn() chosenBy!: string;
}

@Entity('order_charge')
export class OrderChargeRow extends TenantRow {
  @PrimaryColumn('uuid') invoiceLineId!: string;
  @UuidColumn() purchaseOrderId!: string;
}

@Entity('cost_split')
export class CostSplitRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() callOffId!: string;
  @UuidColumn({ nullable: true }) meterId!: string | null;
  @DateColumn() fromMonth!: string;
  @JsonColumn() shares!: readonly CostShare[];
  @InstantColumn() recordedAt!: Date;
  @UuidColumn() recordedBy!: string;
}
