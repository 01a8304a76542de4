import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BytesColumn, InstantColumn, TenantRow, TextColumn, UuidColumn } from '#libs/platform';
import type { DocumentKind } from '../domain/file.js';

@Entity('document')
export class DocumentRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn() kind!: DocumentKind;
  @TextColumn() fileName!: string;
  @TextColumn() mediaType!: string;
  @Column('integer') sizeBytes!: number;
  @BytesColumn() sha256!: Buffer;
  @BytesColumn() content!: Buffer;
  @InstantColumn() storedAt!: Date;
  @UuidColumn({ nullable: true }) storedBy!: string | null;
}
