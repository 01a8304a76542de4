import { Entity, PrimaryColumn } from 'typeorm';
import { BigIntColumn, DateColumn, InstantColumn, JsonColumn, UuidColumn } from '#libs/platform';
import type { ChargeKind } from '#libs/kernel';
import type { EstimateLine, YearlyVolume } from '../domain/estimate.js';

/** A line with its exact numbers and its pence as text. */
export type StoredEstimateLine = {
  readonly [F in Exclude<keyof EstimateLine, 'charge'>]: F extends 'priceWords' ? readonly string[] : string;
} & {
  /** Absent on estimates from when everything was metered. */
  readonly charge?: ChargeKind;
};

@Entity('estimate')
export class EstimateRow {
  @PrimaryColumn('uuid') id!: string;
  @UuidColumn() frameworkId!: string;
  @UuidColumn({ nullable: true }) bodyId!: string | null;
  @DateColumn() savedOn!: string;
  @InstantColumn() savedAt!: Date;
  @JsonColumn() volumes!: readonly YearlyVolume[];
  @JsonColumn() lines!: readonly StoredEstimateLine[];
  @BigIntColumn() netPence!: bigint;
  @BigIntColumn() vatPence!: bigint;
  @BigIntColumn() grossPence!: bigint;
}
