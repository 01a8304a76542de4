import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, TenantRow, TextColumn, UuidColumn } from '#libs/platform';
import type { EligibilityReason, EligibilityResult } from '../domain/eligibility.js';

@Entity('eligibility_check')
export class EligibilityCheckRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() frameworkId!: string;
  @TextColumn() result!: EligibilityResult;
  @JsonColumn() reasons!: readonly EligibilityReason[];
  @InstantColumn() checkedAt!: Date;
}
