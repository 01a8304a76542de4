export { CatalogueModule } from './catalogue.module.js';
export {
  AddEligibilityRule,
  type NewEligibilityRule,
  type RuleSubject,
} from './application/add-eligibility-rule.js';
export { AddLot, type NewLot } from './application/add-lot.js';
export { AddMeter, type NewMeter } from './application/add-meter.js';
export { AddPriceVersion, type NewPriceVersion } from './application/add-price-version.js';
export { AddVolumeBand, type NewVolumeBand } from './application/add-volume-band.js';
export { CommitToCeiling } from './application/commit-to-ceiling.js';
export { CreateFramework, type NewFramework } from './application/create-framework.js';
export { CreateOffering, type NewOffering } from './application/create-offering.js';
export { PublishFramework } from './application/publish-framework.js';
export { PublishOffering } from './application/publish-offering.js';
export { ReadCatalogue } from './application/read-catalogue.js';
export { RecordVolumes } from './application/record-volumes.js';
export { ReleaseFromCeiling } from './application/release-from-ceiling.js';
export { SuspendOffering } from './application/suspend-offering.js';
export { WithdrawOffering } from './application/withdraw-offering.js';
export { WithdrawPriceVersion } from './application/withdraw-price-version.js';
export { WithdrawVolumeBand } from './application/withdraw-volume-band.js';
export { type Page } from './persistence/page.js';
export {
  agreementTypes,
  ceilingModes,
  frameworkNotLive,
  frameworkStateOn,
  frameworkStates,
  regimes,
  type AgreementType,
  type CeilingMode,
  type Framework,
  type FrameworkState,
  type FrameworkTerms,
  type Regime,
} from './domain/framework.js';
export {
  ruleMatches,
  type BodyFacts,
  type Category,
  type CategoryRule,
  type EligibilityRule,
  type NamedRule,
  type RuleMatch,
} from './domain/eligibility.js';
export { type Ceiling, type CeilingPosition } from './domain/ceiling.js';
export { type FrameworkVolume, type MemberVolume } from './domain/framework-volume.js';
export {
  isUsed,
  offeringClosed,
  offeringStates,
  type Lot,
  type Meter,
  type MeterKeeper,
  type Offering,
  type OfferingState,
  type OfferingTerms,
  type UsageTerms,
} from './domain/offering.js';
export { workedExample, type WorkedExample } from './domain/worked-example.js';
export {
  lastDayOfVersion,
  priceVersionOn,
  priceVersionStateOn,
  priceVersionStates,
  priceVersionsIn,
  type PricePart,
  type PriceVersion,
  type PriceVersionState,
} from './domain/price-version.js';
export { volumeBandIn, type VolumeBand } from './domain/volume-band.js';
export { vatRateOf, vatTreatments, type VatTreatment } from './domain/vat.js';
