import { Column, Entity } from 'typeorm';
import { InstantColumn, LeadRow, TextColumn, UuidColumn } from '#libs/platform';

@Entity('lead_authority')
export class LeadAuthorityRow extends LeadRow {
  @Column('boolean') published!: boolean;
  @TextColumn() invoicePrefix!: string;
  @InstantColumn() appointedAt!: Date;
  @UuidColumn({ nullable: true }) appointedBy!: string | null;
}

@Entity('lead_authority_details')
export class LeadAuthorityDetailsRow extends LeadRow {
  @TextColumn() address!: string;
  @TextColumn() vatNumber!: string;
  @TextColumn() bankAccountName!: string;
  @TextColumn() bankSortCode!: string;
  @TextColumn() bankAccountNumber!: string;
  @Column('integer') paymentDays!: number;
  @InstantColumn() changedAt!: Date;
}
