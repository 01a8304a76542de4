import { Entity, PrimaryColumn } from 'typeorm';
import { BigIntColumn, InstantColumn, TenantRow, TextColumn, UuidColumn } from '#libs/platform';
import type { DisputeKind, DisputeOutcome, DisputeState } from '../domain/dispute.js';

@Entity('dispute')
export class DisputeRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() invoiceId!: string;
  @UuidColumn() invoiceLineId!: string;
  @TextColumn() kind!: DisputeKind;
  @TextColumn() state!: DisputeState;
  @BigIntColumn() netPence!: bigint;
  @BigIntColumn() upheldPence!: bigint;
  @TextColumn({ nullable: true }) outcome!: DisputeOutcome | null;
  @TextColumn() reason!: string;
  @TextColumn({ nullable: true }) evidence!: string | null;
  @UuidColumn() raisedBy!: string;
  @InstantColumn() raisedAt!: Date;
  @InstantColumn() changedAt!: Date;
}

@Entity('dispute_step')
export class DisputeStepRow extends TenantRow {
  @PrimaryColumn('uuid') disputeId!: string;
  @PrimaryColumn('integer') stepNumber!: number;
  @TextColumn() state!: DisputeState;
  @UuidColumn() personId!: string;
  @InstantColumn() at!: Date;
  @TextColumn({ nullable: true }) words!: string | null;
  @BigIntColumn({ nullable: true }) netPence!: bigint | null;
  @TextColumn({ nullable: true }) outcome!: DisputeOutcome | null;
  @UuidColumn({ nullable: true }) creditNoteId!: string | null;
}
