export { MeteringModule } from './metering.module.js';
export { LockUsage } from './application/lock-usage.js';
export { MeasureUsage, type UsageToMeasure } from './application/measure-usage.js';
export { ReadUsage } from './application/read-usage.js';
export { CheckReceipt } from './application/check-receipt.js';
export { IngestUsage, MOST_EVENTS, type EventNote, type IngestAnswer } from './application/ingest-usage.js';
export { RecordKeptUsage, type KeptRecord, type KeptUsage } from './application/record-kept-usage.js';
export { RecordUsage, type RecordedUsage, type UsageToRecord } from './application/record-usage.js';
export { CreateUsageKey, type CreatedUsageKey, type NewUsageKey } from './application/create-usage-key.js';
export { RevokeUsageKey } from './application/revoke-usage-key.js';
export { ListUsageKeys } from './application/list-usage-keys.js';
export { ReadUsageKey } from './application/read-usage-key.js';
export { ListQuarantine } from './application/list-quarantine.js';
export { ReleaseQuarantine, type QuarantineToRelease } from './application/release-quarantine.js';
export { RejectQuarantine, type QuarantineToReject } from './application/reject-quarantine.js';
export { FileReturn, type ReturnToFile } from './application/file-return.js';
export { ReplaceReturn, type ReturnToReplace } from './application/replace-return.js';
export { UploadReturns, type ReturnsToUpload } from './application/upload-returns.js';
export { SendBackReturn } from './application/send-back-return.js';
export { ExcuseReturn, type ReturnToExcuse } from './application/excuse-return.js';
export { ReadReturns, type MonthOfReturn } from './application/read-returns.js';
export { MissingReturns } from './application/missing-returns.js';
export { CloseMonth } from './application/close-month.js';
export { ReadUnusualUsage, type UnusualUsage } from './application/read-unusual-usage.js';
export { ExplainUsage, type UsageToExplain } from './application/explain-usage.js';
export { ReadMissingDays, type MissingDayOfMember } from './application/read-missing-days.js';
export { ReadForecast, type ForecastOfMeter } from './application/read-forecast.js';
export { deviationKinds, type DeviationKind } from './domain/deviation.js';
export { type Explanation } from './domain/explanation.js';
export {
  excuseKinds,
  usageReturnStates,
  type ExcuseKind,
  type GivenFigure,
  type ReturnExcuse,
  type UsageReturn,
  type UsageReturnState,
} from './domain/usage-return.js';
export { type UsagePage } from './persistence/page.js';
export { type QuarantineFilter } from './persistence/quarantine.repository.js';
export { type RecordsWanted } from './persistence/usage-record.repository.js';
export { quarantineStates, type QuarantinedUsage, type QuarantineState } from './domain/quarantine.js';
export {
  looksLikeUsageKey,
  usageKeyStateAt,
  usageKeyStates,
  type KeyCallOff,
  type KeyCapacity,
  type UsageKey,
  type UsageKeyState,
} from './domain/usage-key.js';
export { type DayReading, type MonthReading } from './domain/reading.js';
export {
  RETURN_SOURCE,
  type EventName,
  type UsageDay,
  type UsageMonth,
  type UsageOwner,
  type UsageReceipt,
  type UsageRecord,
} from './domain/usage.js';
