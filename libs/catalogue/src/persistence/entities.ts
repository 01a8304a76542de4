import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  DateColumn,
  InstantColumn,
  JsonColumn,
  LeadRow,
  NumericColumn,
  TextColumn,
  UuidColumn,
} from '#libs/platform';
import type { Aggregation, ChargeKind, ChargeTiming, MeterFeed } from '#libs/kernel';
import type { Category } from '../domain/eligibility.js';
import type { AgreementType, CeilingMode, Regime } from '../domain/framework.js';
import type { OfferingState } from '../domain/offering.js';
import type { VatTreatment } from '../domain/vat.js';

abstract class CatalogueRow extends LeadRow {
  @PrimaryColumn('uuid') id!: string;
  /** Whether anyone may read the row; until then it is the lead authority's alone. */
  @Column('boolean') published!: boolean;
}

@Entity('framework')
export class FrameworkRow extends CatalogueRow {
  @TextColumn() reference!: string;
  @TextColumn() title!: string;
  @TextColumn() summary!: string;
  @TextColumn() regime!: Regime;
  @TextColumn() agreementType!: AgreementType;
  @TextColumn() noticeReference!: string;
  @DateColumn() startsOn!: string;
  @DateColumn() endsOn!: string;
  @TextColumn({ nullable: true }) termReason!: string | null;
  @TextColumn() ceilingMode!: CeilingMode;
  @Column('integer') maxTermMonths!: number;
  @Column('integer') usageMaxAgeMonths!: number;
  @Column('integer') priceNoticeDays!: number;
  @Column('integer') reviewWorkingDays!: number;
  @Column('integer') noticeMonths!: number;
  @Column('integer') disputeDays!: number;
  @Column('integer') spikePercent!: number;
  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) publishedAt!: Date | null;
}

@Entity('framework_ceiling')
export class FrameworkCeilingRow extends LeadRow {
  @PrimaryColumn('uuid') frameworkId!: string;
  @Column('boolean') published!: boolean;
  @BigIntColumn() ceilingPence!: bigint;
  @BigIntColumn() committedPence!: bigint;
}

@Entity('eligibility_rule')
export class EligibilityRuleRow extends CatalogueRow {
  @UuidColumn() frameworkId!: string;
  @TextColumn() kind!: 'NAMED' | 'CATEGORY';
  @UuidColumn({ nullable: true }) bodyId!: string | null;
  @JsonColumn({ nullable: true }) category!: Category | null;
  @TextColumn() label!: string;
  @TextColumn({ nullable: true }) reason!: string | null;
  @InstantColumn() addedAt!: Date;
}

@Entity('lot')
export class LotRow extends CatalogueRow {
  @UuidColumn() frameworkId!: string;
  @Column('integer') number!: number;
  @TextColumn() title!: string;
  @BigIntColumn({ nullable: true }) directAwardLimitPence!: bigint | null;
}

@Entity('offering')
export class OfferingRow extends CatalogueRow {
  @UuidColumn() frameworkId!: string;
  @UuidColumn() lotId!: string;
  @TextColumn() state!: OfferingState;
  @DateColumn() stateSince!: string;
  @TextColumn() title!: string;
  @TextColumn() summary!: string;
  @TextColumn({ array: true }) included!: string[];
  @TextColumn({ array: true }) notIncluded!: string[];
  @TextColumn({ array: true }) youMust!: string[];
  @Column('boolean') personalData!: boolean;
  @TextColumn({ nullable: true }) vatTreatment!: VatTreatment | null;
  @InstantColumn() createdAt!: Date;
}

@Entity('meter')
export class MeterRow extends CatalogueRow {
  @UuidColumn() offeringId!: string;
  @TextColumn() code!: string;
  @TextColumn() title!: string;
  @TextColumn() unit!: string;
  @TextColumn() aggregation!: Aggregation;
  @TextColumn() charge!: ChargeKind;
  @TextColumn() timing!: ChargeTiming;
  @TextColumn() fedBy!: MeterFeed;
  @NumericColumn({ nullable: true }) typicalPerThousand!: string | null;
}

@Entity('price_version')
export class PriceVersionRow extends CatalogueRow {
  @UuidColumn() meterId!: string;
  @Column('integer') version!: number;
  @DateColumn() startsOn!: string;
  @JsonColumn() price!: object;
  @InstantColumn() createdAt!: Date;
  @UuidColumn({ nullable: true }) createdBy!: string | null;
  @InstantColumn({ nullable: true }) withdrawnAt!: Date | null;
}

@Entity('volume_band')
export class VolumeBandRow extends CatalogueRow {
  @UuidColumn() meterId!: string;
  @NumericColumn() above!: string;
  @NumericColumn() discount!: string;
  @DateColumn() startsOn!: string;
  @InstantColumn() addedAt!: Date;
  @UuidColumn() addedBy!: string;
  @DateColumn({ nullable: true }) reachedIn!: string | null;
  @InstantColumn({ nullable: true }) withdrawnAt!: Date | null;
}

@Entity('framework_volume')
export class FrameworkVolumeRow extends LeadRow {
  @PrimaryColumn('uuid') meterId!: string;
  @PrimaryColumn('date') month!: string;
  @Column('boolean') published!: boolean;
  @NumericColumn() total!: string;
  @InstantColumn() recordedAt!: Date;
}
