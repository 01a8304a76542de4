import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateColumn, LeadRow } from '#libs/platform';

@Entity('framework_member')
export class FrameworkMemberRow extends LeadRow {
  @PrimaryColumn('uuid') frameworkId!: string;
  @PrimaryColumn('uuid') bodyId!: string;
  @Column('boolean') published!: boolean;
  @DateColumn() since!: string;
}
