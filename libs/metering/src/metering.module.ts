import { Module } from '@nestjs/common';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { DirectoryModule } from '#libs/directory';
import type { EntityClass } from '#libs/platform';
import { CloseMonth } from './application/close-month.js';
import { ExcuseReturn } from './application/excuse-return.js';
import { ExplainUsage } from './application/explain-usage.js';
import { FileReturn } from './application/file-return.js';
import { MissingReturns } from './application/missing-returns.js';
import { ReadForecast } from './application/read-forecast.js';
import { ReadMissingDays } from './application/read-missing-days.js';
import { ReadReturns } from './application/read-returns.js';
import { ReadUnusualUsage } from './application/read-unusual-usage.js';
import { ReplaceReturn } from './application/replace-return.js';
import { ReturnContext } from './application/return-context.js';
import { SendBackReturn } from './application/send-back-return.js';
import { StoreReturn } from './application/store-return.js';
import { UploadReturns } from './application/upload-returns.js';
import { CheckReceipt } from './application/check-receipt.js';
import { CreateUsageKey } from './application/create-usage-key.js';
import { IngestUsage } from './application/ingest-usage.js';
import { ListQuarantine } from './application/list-quarantine.js';
import { ListUsageKeys } from './application/list-usage-keys.js';
import { MeasureUsage } from './application/measure-usage.js';
import { LockUsage } from './application/lock-usage.js';
import { ReadUsageKey } from './application/read-usage-key.js';
import { ReadUsage } from './application/read-usage.js';
import { ReadWritable } from './application/read-writable.js';
import { RecordKeptUsage } from './application/record-kept-usage.js';
import { RecordUsage } from './application/record-usage.js';
import { RejectQuarantine } from './application/reject-quarantine.js';
import { ReleaseQuarantine } from './application/release-quarantine.js';
import { ReleaseSources } from './application/release-sources.js';
import { RevokeUsageKey } from './application/revoke-usage-key.js';
import { StoreUsage } from './application/store-usage.js';
import {
  UsageClosedMonthRow,
  UsageCounterRow,
  UsageEventOwnerRow,
  UsageExplanationRow,
  UsageKeyCallOffRow,
  UsageKeyRow,
  UsageQuarantineRow,
  UsageReceiptRow,
  UsageRecordRow,
  UsageReturnExcuseRow,
  UsageReturnFigureRow,
  UsageReturnRow,
  UsageReturnSentBackRow,
  UsageTotalRow,
} from './persistence/entities.js';
import { ExplanationRepository } from './persistence/explanation.repository.js';
import { ReturnMonthRepository } from './persistence/return-month.repository.js';
import { UsageReturnRepository } from './persistence/usage-return.repository.js';
import { EventOwnerRepository } from './persistence/event-owner.repository.js';
import { QuarantineRepository } from './persistence/quarantine.repository.js';
import { UsageKeyRepository } from './persistence/usage-key.repository.js';
import { UsageReceiptRepository } from './persistence/usage-receipt.repository.js';
import { UsageReadingRepository } from './persistence/usage-reading.repository.js';
import { UsageRecordRepository } from './persistence/usage-record.repository.js';
import { UsageStoreRepository } from './persistence/usage-store.repository.js';
import { UsageTotalRepository } from './persistence/usage-total.repository.js';

const repositories = [
  UsageKeyRepository,
  UsageTotalRepository,
  UsageReceiptRepository,
  UsageRecordRepository,
  UsageReadingRepository,
  UsageStoreRepository,
  QuarantineRepository,
  EventOwnerRepository,
  UsageReturnRepository,
  ReturnMonthRepository,
  ExplanationRepository,
];
const actions = [
  LockUsage,
  ReadUsage,
  MeasureUsage,
  CheckReceipt,
  IngestUsage,
  RecordUsage,
  RecordKeptUsage,
  CreateUsageKey,
  RevokeUsageKey,
  ListUsageKeys,
  ReadUsageKey,
  ListQuarantine,
  ReleaseQuarantine,
  RejectQuarantine,
  FileReturn,
  ReplaceReturn,
  UploadReturns,
  SendBackReturn,
  ExcuseReturn,
  ReadReturns,
  MissingReturns,
  CloseMonth,
  ReadUnusualUsage,
  ExplainUsage,
  ReadMissingDays,
  ReadForecast,
];

/** Usage: who may send it, what was received once for ever, and what it adds up to. */
@Module({
  imports: [DirectoryModule, CatalogueModule, CalloffsModule],
  providers: [
    ...repositories,
    ReadWritable,
    ReleaseSources,
    StoreUsage,
    ReturnContext,
    StoreReturn,
    ...actions,
  ],
  exports: actions,
})
export class MeteringModule {
  static readonly entities: readonly EntityClass[] = [
    UsageKeyRow,
    UsageKeyCallOffRow,
    UsageCounterRow,
    UsageReceiptRow,
    UsageRecordRow,
    UsageTotalRow,
    UsageQuarantineRow,
    UsageEventOwnerRow,
    UsageReturnRow,
    UsageReturnFigureRow,
    UsageReturnSentBackRow,
    UsageReturnExcuseRow,
    UsageClosedMonthRow,
    UsageExplanationRow,
  ];
}
