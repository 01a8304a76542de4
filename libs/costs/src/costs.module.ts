import { Module } from '@nestjs/common';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { DirectoryModule } from '#libs/directory';
import { MeteringModule } from '#libs/metering';
import type { EntityClass } from '#libs/platform';
import { AgreeCostScheme } from './application/agree-cost-scheme.js';
import { GatherYear } from './application/gather-year.js';
import { LookAfterCosts } from './application/look-after-costs.js';
import { ProposeActual } from './application/propose-actual.js';
import { ProposeEstimate } from './application/propose-estimate.js';
import { ReadCosts } from './application/read-costs.js';
import { RecordCostShare } from './application/record-cost-share.js';
import { RecordDueParts } from './application/record-due-parts.js';
import { SwitchOnCostSharing } from './application/switch-on-cost-sharing.js';
import { CostSchemeRepository } from './persistence/cost-scheme.repository.js';
import { CostShareRepository } from './persistence/cost-share.repository.js';
import { CostSharingRepository } from './persistence/cost-sharing.repository.js';
import { CostSchemeRow, CostShareRow, CostSharingRow } from './persistence/entities.js';

const repositories = [CostSharingRepository, CostSchemeRepository, CostShareRepository];
const parts = [GatherYear, RecordDueParts];
const actions = [
  SwitchOnCostSharing,
  ProposeEstimate,
  ProposeActual,
  AgreeCostScheme,
  RecordCostShare,
  LookAfterCosts,
  ReadCosts,
];

/** What services cost in a year, and who has which share of it. */
@Module({
  imports: [DirectoryModule, CatalogueModule, CalloffsModule, MeteringModule],
  providers: [...repositories, ...parts, ...actions],
  exports: actions,
})
export class CostsModule {
  static readonly entities: readonly EntityClass[] = [CostSharingRow, CostSchemeRow, CostShareRow];
}
