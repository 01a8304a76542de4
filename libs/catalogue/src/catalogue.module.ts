import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import type { EntityClass } from '#libs/platform';
import { AddEligibilityRule } from './application/add-eligibility-rule.js';
import { AddLot } from './application/add-lot.js';
import { AddMeter } from './application/add-meter.js';
import { AddPriceVersion } from './application/add-price-version.js';
import { AddVolumeBand } from './application/add-volume-band.js';
import { CommitToCeiling } from './application/commit-to-ceiling.js';
import { CreateFramework } from './application/create-framework.js';
import { CreateOffering } from './application/create-offering.js';
import { PublishFramework } from './application/publish-framework.js';
import { PublishOffering } from './application/publish-offering.js';
import { ReadCatalogue } from './application/read-catalogue.js';
import { RecordVolumes } from './application/record-volumes.js';
import { ReleaseFromCeiling } from './application/release-from-ceiling.js';
import { SuspendOffering } from './application/suspend-offering.js';
import { WithdrawOffering } from './application/withdraw-offering.js';
import { WithdrawPriceVersion } from './application/withdraw-price-version.js';
import { WithdrawVolumeBand } from './application/withdraw-volume-band.js';
import {
  EligibilityRuleRow,
  FrameworkCeilingRow,
  FrameworkRow,
  FrameworkVolumeRow,
  LotRow,
  MeterRow,
  OfferingRow,
  PriceVersionRow,
  VolumeBandRow,
} from './persistence/entities.js';
import { FrameworkRepository } from './persistence/framework-repository.js';
import { OfferingRepository } from './persistence/offering-repository.js';
import { PriceRepository } from './persistence/price-repository.js';
import { VolumeRepository } from './persistence/volume-repository.js';

const actions = [
  AddEligibilityRule,
  AddLot,
  AddMeter,
  AddPriceVersion,
  AddVolumeBand,
  CommitToCeiling,
  CreateFramework,
  CreateOffering,
  PublishFramework,
  PublishOffering,
  ReadCatalogue,
  RecordVolumes,
  ReleaseFromCeiling,
  SuspendOffering,
  WithdrawOffering,
  WithdrawPriceVersion,
  WithdrawVolumeBand,
];

/** Frameworks, who may use them, what they offer and at what price. */
@Module({
  imports: [DirectoryModule],
  providers: [FrameworkRepository, OfferingRepository, PriceRepository, VolumeRepository, ...actions],
  exports: actions,
})
export class CatalogueModule {
  static readonly entities: readonly EntityClass[] = [
    FrameworkRow,
    FrameworkCeilingRow,
    EligibilityRuleRow,
    LotRow,
    OfferingRow,
    MeterRow,
    PriceVersionRow,
    VolumeBandRow,
    FrameworkVolumeRow,
  ];
}
