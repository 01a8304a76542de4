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
  @InstantColumn() changedAt!: Date;
  @UuidColumn() changedBy!: string;
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
