import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateColumn, InstantColumn, TextColumn, UuidColumn } from '#libs/platform';

@Entity('body')
export class BodyRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn({ nullable: true }) leadId!: string | null;
  @Column('boolean') published!: boolean;
  @TextColumn({ nullable: true }) code!: string | null;
  @TextColumn({ nullable: true }) gss!: string | null;
  @TextColumn() name!: string;
  @TextColumn() nameKey!: string;
  @TextColumn() shortName!: string;
  @TextColumn() type!: string;
  @TextColumn({ nullable: true }) nation!: string | null;
  @TextColumn({ nullable: true }) region!: string | null;
  @TextColumn({ nullable: true }) countyCode!: string | null;
  @TextColumn({ nullable: true }) combinedAuthorityCode!: string | null;
  @Column('integer', { nullable: true }) population!: number | null;
  @DateColumn({ nullable: true }) startedOn!: string | null;
  @DateColumn({ nullable: true }) endedOn!: string | null;
  @Column('text', { array: true }) successorCodes!: string[];
  @Column('boolean') invented!: boolean;
  @TextColumn({ nullable: true }) addedReason!: string | null;
  @InstantColumn() createdAt!: Date;
}

@Entity('body_former_name')
export class BodyFormerNameRow {
  @PrimaryColumn('uuid') bodyId!: string;
  @PrimaryColumn('text') name!: string;
  @UuidColumn({ nullable: true }) leadId!: string | null;
  @Column('boolean') published!: boolean;
  @TextColumn() nameKey!: string;
}

@Entity('body_domain')
export class BodyDomainRow {
  @PrimaryColumn('text') domain!: string;
  @PrimaryColumn('uuid') bodyId!: string;
  @UuidColumn({ nullable: true }) leadId!: string | null;
  @Column('boolean') published!: boolean;
  @TextColumn() source!: string;
}
