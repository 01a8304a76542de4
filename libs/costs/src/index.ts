export { CostsModule } from './costs.module.js';
export { AgreeCostScheme } from './application/agree-cost-scheme.js';
export { LookAfterCosts } from './application/look-after-costs.js';
export { ProposeActual, type ProposeActualCommand } from './application/propose-actual.js';
export { ProposeEstimate, type ProposeEstimateCommand } from './application/propose-estimate.js';
export { ReadCosts, type SchemeSeen } from './application/read-costs.js';
export { RecordCostShare } from './application/record-cost-share.js';
export {
  SwitchOnCostSharing,
  type SwitchOnCostSharingCommand,
} from './application/switch-on-cost-sharing.js';
export { type CostShare } from './domain/cost-share.js';
export { type CostSharing } from './domain/cost-sharing.js';
export { type EnteredShare, type MemberInYear } from './domain/member-in-year.js';
export {
  bases,
  carriedOutOf,
  chargedBy,
  schemeStates,
  settlements,
  stages,
  type Basis,
  type CostScheme,
  type Part,
  type SchemeMember,
  type SchemeState,
  type Settlement,
  type Stage,
} from './domain/scheme.js';
export { formatShare } from './domain/share.js';
export { type CostPage } from './persistence/page.js';
