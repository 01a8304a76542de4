import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BytesColumn,
  DateColumn,
  InstantColumn,
  JsonColumn,
  TenantRow,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { OptInState } from '../domain/states.js';
import type { Answers, StoredTaskState, TaskName } from '../domain/tasks.js';

@Entity('opt_in')
export class OptInRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn() reference!: string;
  @UuidColumn() frameworkId!: string;
  @TextColumn() state!: OptInState;
  @DateColumn({ nullable: true }) targetStartOn!: string | null;
  @Column('integer') version!: number;
  @InstantColumn() startedAt!: Date;
  @UuidColumn() startedBy!: string;
  @InstantColumn({ nullable: true }) submittedAt!: Date | null;
  @UuidColumn({ nullable: true }) submittedBy!: string | null;
  @UuidColumn({ nullable: true }) reviewStartedBy!: string | null;
  @BytesColumn({ nullable: true }) contentSha256!: Buffer | null;
  @InstantColumn({ nullable: true }) decidedAt!: Date | null;
  @UuidColumn({ nullable: true }) decidedBy!: string | null;
  @TextColumn({ nullable: true }) decisionReason!: string | null;
  @InstantColumn() changedAt!: Date;
}

@Entity('opt_in_offering')
export class OptInOfferingRow extends TenantRow {
  @PrimaryColumn('uuid') optInId!: string;
  @PrimaryColumn('uuid') offeringId!: string;
  @Column('boolean') open!: boolean;
}

@Entity('opt_in_task')
export class OptInTaskRow extends TenantRow {
  @PrimaryColumn('uuid') optInId!: string;
  @PrimaryColumn('text') task!: TaskName;
  @TextColumn() state!: StoredTaskState;
  @JsonColumn() answers!: Answers;
  @Column('integer') version!: number;
  @InstantColumn() changedAt!: Date;
  @InstantColumn({ nullable: true }) completedAt!: Date | null;
  @UuidColumn({ nullable: true }) completedBy!: string | null;
}

@Entity('opt_in_question')
export class OptInQuestionRow extends TenantRow {
  @PrimaryColumn('uuid') optInId!: string;
  @PrimaryColumn('text') task!: TaskName;
  @PrimaryColumn('integer') number!: number;
  @TextColumn() question!: string;
  @InstantColumn() askedAt!: Date;
  @UuidColumn() askedBy!: string;
  @TextColumn({ nullable: true }) answer!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
  @UuidColumn({ nullable: true }) answeredBy!: string | null;
  @InstantColumn({ nullable: true }) submittedAt!: Date | null;
}
