import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  DateColumn,
  InstantColumn,
  JsonColumn,
  LeadRow,
  NumericColumn,
  TenantRow,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { Basis, Settlement, Stage } from '../domain/scheme.js';
import type { MemberJson, TermsJson } from './json.js';

@Entity('cost_sharing')
export class CostSharingRow extends LeadRow {
  @PrimaryColumn('uuid') offeringId!: string;
  @UuidColumn() shareMeterId!: string;
  @UuidColumn() trueUpMeterId!: string;
  @InstantColumn() switchedOnAt!: Date;
  @UuidColumn() switchedOnBy!: string;
}

@Entity('cost_scheme')
export class CostSchemeRow extends LeadRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() offeringId!: string;
  @DateColumn() yearStart!: string;
  @Column('integer') version!: number;
  @TextColumn() stage!: Stage;
  @TextColumn() basis!: Basis;
  @TextColumn({ nullable: true }) driver!: string | null;
  @NumericColumn({ nullable: true }) dampingPercent!: string | null;
  @NumericColumn() tolerancePoints!: string;
  @BigIntColumn() costPence!: bigint;
  @BigIntColumn() carriedPence!: bigint;
  @TextColumn({ nullable: true }) settlement!: Settlement | null;
  @Column('boolean', { nullable: true }) reshared!: boolean | null;
  @JsonColumn() members!: readonly MemberJson[];
  @UuidColumn() proposedBy!: string;
  @InstantColumn() proposedAt!: Date;
  @UuidColumn({ nullable: true }) agreedBy!: string | null;
  @InstantColumn({ nullable: true }) agreedAt!: Date | null;
}

@Entity('cost_share')
export class CostShareRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() schemeId!: string;
  @UuidColumn() offeringId!: string;
  @DateColumn() yearStart!: string;
  @Column('integer') version!: number;
  @JsonColumn() terms!: TermsJson;
  @JsonColumn() working!: MemberJson;
  @UuidColumn() agreedBy!: string;
  @InstantColumn() agreedAt!: Date;
  @DateColumn({ nullable: true }) nextOn!: string | null;
}
