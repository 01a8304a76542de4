import { Module } from '@nestjs/common';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import type { EntityClass } from '#libs/platform';
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
  UsageCounterRow,
  UsageEventOwnerRow,
  UsageKeyCallOffRow,
  UsageKeyRow,
  UsageQuarantineRow,
  UsageReceiptRow,
  UsageRecordRow,
  UsageTotalRow,
} from './persistence/entities.js';
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
];

/** Usage: who may send it, what was received once for ever, and what it adds up to. */
@Module({
  imports: [CatalogueModule, CalloffsModule],
  providers: [...repositories, ReadWritable, ReleaseSources, StoreUsage, ...actions],
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
  ];
}
