import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BytesColumn,
  DateColumn,
  InstantColumn,
  LeadRow,
  TenantRow,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { AgreementState } from '../domain/states.js';

@Entity('agreement_version')
export class AgreementVersionRow extends LeadRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() frameworkId!: string;
  @Column('boolean') published!: boolean;
  @TextColumn() version!: string;
  @TextColumn() bodyText!: string;
  @BytesColumn() sha256!: Buffer;
  @DateColumn() publishedOn!: string;
  @InstantColumn() createdAt!: Date;
}

@Entity('access_agreement')
export class AgreementRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() frameworkId!: string;
  @UuidColumn() agreementVersionId!: string;
  @TextColumn() state!: AgreementState;
  @UuidColumn() documentId!: string;
  @BytesColumn() textSha256!: Buffer;
  @InstantColumn() sentAt!: Date;
  @InstantColumn({ nullable: true }) signedAt!: Date | null;
  @UuidColumn({ nullable: true }) signedBy!: string | null;
  @TextColumn({ nullable: true }) signerName!: string | null;
  @TextColumn({ nullable: true }) signerRole!: string | null;
  @InstantColumn({ nullable: true }) countersignedAt!: Date | null;
  @UuidColumn({ nullable: true }) countersignedBy!: string | null;
  @TextColumn({ nullable: true }) countersignerName!: string | null;
  @TextColumn({ nullable: true }) countersignerRole!: string | null;
}
