import { Column, Entity } from 'typeorm';
import { InstantColumn, LeadRow, TextColumn } from '#libs/platform';

@Entity('lead_authority_brand')
export class LeadAuthorityBrandRow extends LeadRow {
  @Column('boolean') published!: boolean;
  @TextColumn() name!: string;
  @TextColumn() colour!: string;
  @InstantColumn() changedAt!: Date;
}
