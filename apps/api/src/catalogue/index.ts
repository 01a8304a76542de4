import { EligibilityRuleAddResolver } from './eligibility-rule-add.js';
import { FrameworkCreateResolver } from './framework-create.js';
import { FrameworkPublishResolver } from './framework-publish.js';
import { FrameworkResolver } from './framework.resolver.js';
import { LotAddResolver } from './lot-add.js';
import { MeterAddResolver } from './meter-add.js';
import { OfferingCreateResolver } from './offering-create.js';
import { OfferingPublishResolver } from './offering-publish.js';
import { OfferingSuspendResolver } from './offering-suspend.js';
import { OfferingWithdrawResolver } from './offering-withdraw.js';
import { OfferingResolver } from './offering.resolver.js';
import { PriceVersionAddResolver } from './price-version-add.js';
import { PriceVersionWithdrawResolver } from './price-version-withdraw.js';
import { VolumeBandAddResolver } from './volume-band-add.js';
import { VolumeBandWithdrawResolver } from './volume-band-withdraw.js';

export const catalogueResolvers = [
  FrameworkResolver,
  OfferingResolver,
  FrameworkCreateResolver,
  EligibilityRuleAddResolver,
  LotAddResolver,
  FrameworkPublishResolver,
  OfferingCreateResolver,
  MeterAddResolver,
  PriceVersionAddResolver,
  PriceVersionWithdrawResolver,
  VolumeBandAddResolver,
  VolumeBandWithdrawResolver,
  OfferingPublishResolver,
  OfferingSuspendResolver,
  OfferingWithdrawResolver,
];
