import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

const bigintOf = {
  to: (value: bigint | null | undefined) =>
    value === null || value === undefined ? value : value.toString(),
  from: (value: string | null) => (value === null ? null : BigInt(value)),
};

/** bigint: pence, counts, receipt numbers. */
export const BigIntColumn = (options: ColumnOptions = {}) =>
  Column({ ...options, type: 'bigint', transformer: bigintOf });
/** An exact decimal as a string. */
export const NumericColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'numeric' });
/** A local date as `YYYY-MM-DD`. */
export const DateColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'date' });
export const InstantColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'timestamptz' });
export const UuidColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'uuid' });
export const TextColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'text' });
export const BytesColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'bytea' });
export const JsonColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'jsonb' });

/** A row of one tenant under one lead authority. */
export abstract class TenantRow {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') leadId!: string;
}

/** A row of one lead authority. */
export abstract class LeadRow {
  @PrimaryColumn('uuid') leadId!: string;
}
