export type { Component, ComponentKind, DaysOf, Price, Tier, Usage, VolumeBandOff } from './domain/price.js';
export { parsePrice } from './domain/parse-price.js';
export { priceToJson, type PriceJson } from './domain/price-to-json.js';
export { describePrice } from './domain/describe-price.js';
export { prorated } from './domain/part-of-period.js';
export { rate, type RateUsage, type Rating } from './domain/rate.js';
export { rateLine, vatOn, type LineInput, type RatedLine } from './domain/rate-line.js';
export { calculationToJson, parseCalculation, ratedLineToJson } from './domain/calculation.js';
export {
  groupsOf,
  sameGroup,
  sumUp,
  totalsOf,
  type TaxedLine,
  type Totals,
  type VatGroup,
} from './domain/vat-totals.js';
export { isDataPack, recomputePack, type Recomputed } from './domain/recompute-pack.js';
