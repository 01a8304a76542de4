import { QuarantineRejectResolver } from './quarantine-reject.js';
import { QuarantineReleaseResolver } from './quarantine-release.js';
import { QuarantineResolver } from './quarantine.resolver.js';
import { UsageKeyCreateResolver } from './usage-key-create.js';
import { UsageKeyRevokeResolver } from './usage-key-revoke.js';
import { UsageKeyResolver } from './usage-key.resolver.js';
import { UsageRecordResolver } from './usage-record.js';
import { UnusualUsageResolver } from './unusual-usage.resolver.js';
import { UsageExplainResolver } from './usage-explain.js';
import { UsageReceiptResolver } from './usage-receipt.resolver.js';
import { UsageReturnExcuseResolver } from './usage-return-excuse.js';
import { UsageReturnFileNilResolver } from './usage-return-file-nil.js';
import { UsageReturnFileResolver } from './usage-return-file.js';
import { UsageReturnReplaceResolver } from './usage-return-replace.js';
import { UsageReturnSendBackResolver } from './usage-return-send-back.js';
import { UsageReturnResolver } from './usage-return.resolver.js';
import { UsageReturnsUploadResolver } from './usage-returns-upload.js';
import { UsageController } from './usage.controller.js';
import { UsageResolver } from './usage.resolver.js';

export const meteringResolvers = [
  UsageKeyResolver,
  UsageKeyCreateResolver,
  UsageKeyRevokeResolver,
  UsageResolver,
  UsageRecordResolver,
  QuarantineResolver,
  QuarantineReleaseResolver,
  QuarantineRejectResolver,
  UnusualUsageResolver,
  UsageExplainResolver,
  UsageReceiptResolver,
  UsageReturnExcuseResolver,
  UsageReturnFileNilResolver,
  UsageReturnFileResolver,
  UsageReturnReplaceResolver,
  UsageReturnSendBackResolver,
  UsageReturnResolver,
  UsageReturnsUploadResolver,
];

export const meteringControllers = [UsageController];
