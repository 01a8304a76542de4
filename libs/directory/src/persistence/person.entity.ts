import { Column, Entity, PrimaryColumn } from 'typeorm';
import { BytesColumn, InstantColumn, TextColumn, UuidColumn } from '#libs/platform';

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') id!: string;
  @InstantColumn() createdAt!: Date;
}

@Entity('person_contact')
export class PersonContactRow {
  @PrimaryColumn('uuid') personId!: string;
  @TextColumn() email!: string;
  @TextColumn() name!: string;
}

@Entity('role_assignment')
export class RoleAssignmentRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() personId!: string;
  @UuidColumn({ nullable: true }) bodyId!: string | null;
  @TextColumn() role!: string;
  @InstantColumn() grantedAt!: Date;
  @UuidColumn({ nullable: true }) grantedBy!: string | null;
  @InstantColumn({ nullable: true }) revokedAt!: Date | null;
}

@Entity('sign_in_code')
export class SignInCodeRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn() email!: string;
  @BytesColumn() codeHash!: Buffer;
  @BytesColumn() salt!: Buffer;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() expiresAt!: Date;
  @Column('integer') tries!: number;
  @InstantColumn({ nullable: true }) endedAt!: Date | null;
}

@Entity('session')
export class SessionRow {
  @PrimaryColumn('uuid') id!: string;
  @BytesColumn() tokenHash!: Buffer;
  @UuidColumn() personId!: string;
  @UuidColumn({ nullable: true }) bodyId!: string | null;
  @TextColumn({ nullable: true }) capacity!: string | null;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() lastUsedAt!: Date;
  @InstantColumn() expiresAt!: Date;
  @InstantColumn({ nullable: true }) revokedAt!: Date | null;
}

@Entity('workspace')
export class WorkspaceRow {
  @PrimaryColumn('uuid') bodyId!: string;
  @InstantColumn() openedAt!: Date;
  @UuidColumn() openedBy!: string;
}
